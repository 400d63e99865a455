// What a plan inherits and satisfies stands in the plan that it leverages: resolved across the files that are given.
import type { Finding } from '../../../core/finding.ts'
import { ancestor, pointer, propsNamed, textIn, within } from './oscal-tree.ts'
import type { OscalNode, OscalTree } from './oscal-tree.ts'
import { uuidsOf } from './references.ts'
import { caution, fault, quoted, sayKind } from './rule.ts'
import type { Rule } from './rule.ts'

interface Pointing {
  readonly node: OscalNode
  readonly field: string
  readonly uuid: string
  /** what it leads to in the other plan */
  readonly to: 'provided' | 'responsibilities' | 'components'
  readonly code: string
}

export const leveraging: Rule = (tree, others) => {
  const pointings = pointingsIn(tree)
  const plans = others.filter(({ root }) => root === 'system-security-plan')
  const resolves = resolver(plans)
  const present = new Set(pointings.filter(resolves).map(componentOf))
  const missing = new Set(pointings.map(componentOf).filter((component) => component !== '' && !present.has(component)))
  const away = pointings.filter((one) => !resolves(one))
  const { within: inside = [], beyond: strays = [] } = Object.groupBy(away, ({ uuid }) =>
    tree.byUuid.has(uuid) ? 'within' : 'beyond',
  )
  const { given = [], missed = [] } = Object.groupBy(strays, (one) => {
    const component = componentOf(one)
    const isGiven = component === '' ? present.size > 0 && missing.size === 0 : present.has(component)
    return isGiven ? 'given' : 'missed'
  })
  return [
    ...inside.map((one) => ownPlan(one, tree)),
    ...given.map((one) => unresolved(one, plans)),
    ...absent(tree, [...missing], missed),
  ]
}

function pointingsIn(tree: OscalTree): readonly Pointing[] {
  const of = (kind: string, field: string, rest: Pick<Pointing, 'to' | 'code'>): readonly Pointing[] =>
    tree.of(kind).flatMap((node) => {
      const uuid = textIn(node, field)
      return uuid === undefined ? [] : [{ node, field, uuid: uuid.toLowerCase(), ...rest }]
    })
  return [
    ...of('inherited', 'provided-uuid', { to: 'provided', code: 'provided-unknown' }),
    ...of('satisfied', 'responsibility-uuid', { to: 'responsibilities', code: 'responsibility-unknown' }),
    ...tree
      .of('components')
      .flatMap((component) => propsNamed(component, 'inherited-uuid'))
      .map((node) => ({
        node,
        field: 'value',
        uuid: textIn(node, 'value')?.toLowerCase() ?? '',
        to: 'components' as const,
        code: 'inherited-component-unknown',
      })),
  ]
}

function resolver(plans: readonly OscalTree[]): (pointing: Pointing) => boolean {
  const known = {
    provided: union('provided'),
    responsibilities: union('responsibilities'),
    components: union('components'),
  }
  function union(kind: string): ReadonlySet<string> {
    return new Set(plans.flatMap((plan) => [...uuidsOf(plan, kind)]))
  }
  return ({ to, uuid }) => known[to].has(uuid)
}

/** A responsibility is satisfied by any component; it counts with the others of the document. */
function componentOf({ node }: Pointing): string {
  const component = ancestor(node, 'components')
  if (component !== undefined) return textIn(component, 'uuid')?.toLowerCase() ?? ''
  if (node.kind === 'satisfied') return ''
  return textIn(ancestor(node, 'by-components') ?? node, 'component-uuid')?.toLowerCase() ?? ''
}

/** A plan inherits from another, never from itself. */
function ownPlan({ node, field, uuid, to, code }: Pointing, tree: OscalTree): Finding {
  const [found] = tree.byUuid.get(uuid)!
  const words = `${quoted(uuid)} is ${sayKind(found!.kind)} of this plan (${pointer(found!)})`
  return fault(code, pointer(node, field), `${words}; it must be ${sayKind(to)} of the leveraged plan`)
}

function unresolved({ node, field, uuid, to, code }: Pointing, plans: readonly OscalTree[]): Finding {
  const elsewhere = plans.flatMap((plan) => plan.byUuid.get(uuid) ?? [])[0]
  const what = elsewhere === undefined ? 'stands in none of the files given' : `is ${sayKind(elsewhere.kind)} there`
  return fault(code, pointer(node, field), `${quoted(uuid)} ${what}; it must be ${sayKind(to)} of the leveraged plan`)
}

/** One warning for all that the missing files would settle. */
function absent(
  tree: OscalTree,
  components: readonly string[],
  [first, ...more]: readonly Pointing[],
): readonly Finding[] {
  if (first === undefined) return []
  const files = plansNamed(tree, new Set(components))
  const file = files.length === 0 ? 'the plan that this one leverages' : files.map(quoted).join(' and ')
  const what = more.length === 0 ? 'this reference leads' : `this reference and ${more.length} more lead`
  return [
    caution(
      'leveraged-plan-not-given',
      pointer(first.node, first.field),
      `${what} into another plan, and nothing was looked up there; give ${file} as well: demarc oscal check FILE FILE`,
    ),
  ]
}

/** The files behind the links of these components' leveraged authorizations; of all where they name none. */
function plansNamed(tree: OscalTree, components: ReadonlySet<string>): readonly string[] {
  const wanted = new Set(
    tree
      .of('components')
      .filter((node) => components.has(textIn(node, 'uuid')?.toLowerCase() ?? ''))
      .flatMap((node) => propsNamed(node, 'leveraged-authorization-uuid'))
      .map((prop) => textIn(prop, 'value')?.toLowerCase()),
  )
  const hrefs = tree
    .of('leveraged-authorizations')
    .filter((node) => wanted.size === 0 || wanted.has(textIn(node, 'uuid')?.toLowerCase()))
    .flatMap((node) => within(node, 'links'))
    .map((link) => textIn(link, 'href') ?? '')
  return [...new Set(hrefs.flatMap((href) => filesBehind(tree, href)))]
}

function filesBehind(tree: OscalTree, href: string): readonly string[] {
  if (!href.startsWith('#')) return [href]
  const resources = tree.byUuid.get(href.slice(1).toLowerCase()) ?? []
  return resources.flatMap((node) => within(node, 'rlinks')).flatMap((rlink) => textIn(rlink, 'href') ?? [])
}

/** A responsibility that a plan leaves to whoever leverages it, and nobody takes up. */
export const responsibilitiesMet: Rule = (tree, others) => {
  const own = { components: uuidsOf(tree, 'components'), provided: uuidsOf(tree, 'provided') }
  const leaning = others.filter((other) =>
    pointingsIn(other).some(({ to, uuid }) => to !== 'responsibilities' && own[to].has(uuid)),
  )
  if (leaning.length === 0) return []
  const pointed = new Set(leaning.flatMap((other) => pointingsIn(other).map(({ uuid }) => uuid)))
  return tree
    .of('responsibilities')
    .filter((node) => {
      const provided = textIn(node, 'provided-uuid')?.toLowerCase()
      return (
        (provided === undefined || pointed.has(provided)) && !pointed.has(textIn(node, 'uuid')?.toLowerCase() ?? '')
      )
    })
    .map((node) =>
      caution(
        'responsibility-unmet',
        pointer(node),
        `no plan given with this one satisfies it: ${quoted(textIn(node, 'description') ?? '')}`,
      ),
    )
}

/** Inherited from whom: the component must come with a leveraged authorization. */
export const inheritedFromSomewhere: Rule = (tree) =>
  tree
    .of('by-components')
    .filter((node) => within(node, 'inherited').length > 0)
    .flatMap((node) => {
      const [component] = tree.byUuid.get(textIn(node, 'component-uuid')?.toLowerCase() ?? '') ?? []
      if (component?.kind !== 'components' || propsNamed(component, 'leveraged-authorization-uuid').length > 0)
        return []
      return caution(
        'inherited-from-nowhere',
        pointer(node, 'inherited'),
        `the component ${quoted(textIn(component, 'title') ?? '')} names no leveraged authorization that this is inherited under`,
      )
    })
