// A link that begins with # leads to something in the document; some may lead to one kind only.
import type { Finding } from '../../../core/finding.ts'
import { pointer, textIn, writtenIn } from './oscal-tree.ts'
import type { OscalNode, OscalTree } from './oscal-tree.ts'
import { caution, fault, quoted, sayKind } from './rule.ts'
import type { Rule } from './rule.ts'
import { uuidPattern } from './uuids.ts'

export const links: Rule = (tree, others) =>
  tree.of('links').flatMap((link) => {
    const target = fragment(link, 'href')
    if (target === undefined) return []
    const found = targetsOf(tree, target)
    if (found.length > 0) return wrongKind(link, found)
    return nowhere(target, pointer(link, 'href'), { tree, others })
  })

const proseLink = /(?<!\\)\]\( {0,3}<?#([^\s()<>]{1,200})|^ {0,3}\[[^\]\n]{1,200}\]: {0,3}<?#([^\s<>]{1,200})/gm

/** `[the plan](#…)` in a description: a link like any other, of no kind that the model knows. */
export const linksInProse: Rule = (tree, others) =>
  writtenIn(tree).flatMap(({ text, at }) => {
    const targets = [...withoutCode(text).matchAll(proseLink)].map((match) => match[1] ?? match[2]!)
    return [...new Set(targets)]
      .filter((target) => targetsOf(tree, target).length === 0)
      .flatMap((target) => nowhere(target, at, { tree, others }))
  })

/** What stands in code is shown as it is. */
function withoutCode(text: string): string {
  return text.includes('`') ? text.replaceAll(/(?<![\\`])(`{1,9})(?!`)[^`]{1,1000}\1/g, '') : text
}

/** The profile of a plan, the source of a control implementation: a resource, where they stay in the document. */
export const sources: Rule = (tree) =>
  [
    ...tree.of('import-profile').map((node) => [node, 'href'] as const),
    ...tree.of('control-implementations').map((node) => [node, 'source'] as const),
    ...tree.of('import-component-definitions').map((node) => [node, 'href'] as const),
    ...tree.of('imports').map((node) => [node, 'href'] as const),
  ].flatMap(([node, field]) => {
    const target = fragment(node, field)
    if (target === undefined || targetsOf(tree, target).some(({ kind }) => kind === 'resources')) return []
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

/** More than one where a UUID repeats, which another rule tells. */
function targetsOf(tree: OscalTree, target: string): readonly OscalNode[] {
  return tree.byUuid.get(target.toLowerCase()) ?? tree.byId.get(target) ?? []
}

interface Documents {
  readonly tree: OscalTree
  readonly others: readonly OscalTree[]
}

/** A control's id may be that of an imported catalog; a UUID is somebody's slip. */
function nowhere(target: string, at: string, { tree: { root }, others }: Documents): readonly Finding[] {
  if (others.some((other) => targetsOf(other, target).length > 0)) return []
  const message = `${quoted(`#${target}`)} leads to nothing in this document`
  if (uuidPattern.test(target)) return [fault('link-leads-nowhere', at, message)]
  const hint = root === 'catalog' ? '' : '; it may be meant for a catalog that is imported'
  return [caution('link-leads-nowhere', at, `${message}${hint}`)]
}

const toComponents = new Set([
  'depends-on',
  'validation',
  'proof-of-compliance',
  'uses-service',
  'provided-by',
  'used-by',
])

function wrongKind(link: OscalNode, found: readonly OscalNode[]): readonly Finding[] {
  const rel = textIn(link, 'rel') ?? ''
  const wanted = wantedBy(link.parent?.kind ?? '', rel)
  const [one, ...more] = found
  if (one === undefined || more.length > 0 || wanted.length === 0 || wanted.includes(one.kind)) return []
  return [
    caution(
      'link-of-another-kind',
      pointer(link, 'href'),
      `a link “${rel}” leads to ${wanted.map(sayKind).join(' or ')}, and this one to ${sayKind(one.kind)} (${pointer(one)})`,
    ),
  ]
}

const toResources: Readonly<Record<string, string>> = {
  'leveraged-authorizations': 'system-security-plan',
  'system-information': 'privacy-impact-assessment',
  diagrams: 'diagram',
}
const inCatalog: ReadonlySet<string> = new Set(['catalog', 'groups', 'controls', 'parts'])
const toControls: ReadonlySet<string> = new Set(['related', 'required', 'incorporated-into', 'moved-to'])

/** None where the model says nothing. */
function wantedBy(holder: string, rel: string): readonly string[] {
  if (holder === 'components' && toComponents.has(rel)) return ['components']
  if (Object.hasOwn(toResources, holder) && toResources[holder] === rel) return ['resources']
  if (inCatalog.has(holder) && rel === 'reference') return ['resources']
  if (inCatalog.has(holder) && toControls.has(rel)) return ['groups', 'controls', 'parts']
  return []
}
