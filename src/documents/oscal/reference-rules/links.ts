// A link that begins with # leads to something in the document; some may lead to one kind only.
import type { Finding } from '../../../core/finding.ts'
import { pointer, textIn } from './oscal-tree.ts'
import type { OscalNode, OscalTree } from './oscal-tree.ts'
import { caution, fault, quoted, sayKind } from './rule.ts'
import type { Rule } from './rule.ts'
import { uuidPattern } from './uuids.ts'

export const links: Rule = (tree, others) =>
  tree.of('links').flatMap((link) => {
    const target = fragment(link, 'href')
    if (target === undefined) return []
    const found = targetOf(tree, target)
    if (found !== undefined) return wrongKind(link, found)
    return others.some((other) => targetOf(other, target) !== undefined) ? [] : nowhere(tree, link, target)
  })

/** The profile of a plan, the source of a control implementation: a resource, where they stay in the document. */
export const sources: Rule = (tree) =>
  [
    ...tree.of('import-profile').map((node) => [node, 'href'] as const),
    ...tree.of('control-implementations').map((node) => [node, 'source'] as const),
    ...tree.of('import-component-definitions').map((node) => [node, 'href'] as const),
    ...tree.of('imports').map((node) => [node, 'href'] as const),
  ].flatMap(([node, field]) => {
    const target = fragment(node, field)
    if (target === undefined || targetOf(tree, target)?.kind === 'resources') return []
    return fault(
      'resource-unknown',
      pointer(node, field),
      `${quoted(`#${target}`)} leads to no back-matter resource of this document`,
    )
  })

function fragment(node: OscalNode, field: string): string | undefined {
  const href = textIn(node, field)
  return href?.startsWith('#') === true ? href.slice(1) : undefined
}

function targetOf(tree: OscalTree, target: string): OscalNode | undefined {
  return tree.byUuid.get(target.toLowerCase())?.[0] ?? tree.byId.get(target)?.[0]
}

/** A control's id may be that of an imported catalog; a UUID is somebody's slip. */
function nowhere({ root }: OscalTree, link: OscalNode, target: string): Finding {
  const message = `${quoted(`#${target}`)} leads to nothing in this document`
  const hint = root === 'catalog' ? '' : '; it may be meant for a catalog that is imported'
  const at = pointer(link, 'href')
  return uuidPattern.test(target)
    ? fault('link-leads-nowhere', at, message)
    : caution('link-leads-nowhere', at, `${message}${hint}`)
}

const toComponents = new Set([
  'depends-on',
  'validation',
  'proof-of-compliance',
  'uses-service',
  'provided-by',
  'used-by',
])

function wrongKind(link: OscalNode, found: OscalNode): readonly Finding[] {
  const rel = textIn(link, 'rel') ?? ''
  const wanted = wantedBy(link.parent?.kind, rel)
  if (wanted === undefined || found.kind === wanted) return []
  return [
    caution(
      'link-of-another-kind',
      pointer(link, 'href'),
      `a link “${rel}” leads to ${sayKind(wanted)}, and this one to ${sayKind(found.kind)} (${pointer(found)})`,
    ),
  ]
}

function wantedBy(holder: string | undefined, rel: string): string | undefined {
  if (holder === 'components' && toComponents.has(rel)) return 'components'
  if (holder === 'leveraged-authorizations' && rel === 'system-security-plan') return 'resources'
  if (holder === 'diagrams' && rel === 'diagram') return 'resources'
  return undefined
}
