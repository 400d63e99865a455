// An OSCAL document laid out for checking: every group of fields by the name it stands under, and where it stands.

export type Group = Readonly<Record<string, unknown>>

export interface OscalNode {
  /** the field that holds it: `components`, `by-components`, `metadata` */
  readonly kind: string
  readonly value: Group
  readonly parent: OscalNode | undefined
  /** how it is reached from its parent */
  readonly steps: readonly (string | number)[]
}

export const roots = [
  'system-security-plan',
  'component-definition',
  'catalog',
  'profile',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
  'mapping-collection',
] as const
export type Root = (typeof roots)[number]

export interface OscalTree {
  readonly root: Root
  readonly top: OscalNode
  readonly of: (kind: string) => readonly OscalNode[]
  readonly all: readonly OscalNode[]
  /** by UUID in lower case; more than one where it repeats */
  readonly byUuid: ReadonlyMap<string, readonly OscalNode[]>
  readonly byId: ReadonlyMap<string, readonly OscalNode[]>
}

/** Undefined where the value is no OSCAL document. */
export function readTree(value: unknown): OscalTree | undefined {
  if (!isGroup(value)) return undefined
  const root = roots.find((name) => isGroup(value[name]))
  if (root === undefined) return undefined
  const top: OscalNode = { kind: root, value: value[root] as Group, parent: undefined, steps: [root] }
  const all: OscalNode[] = []
  collect(top, all)
  const kinds = Map.groupBy(all, ({ kind }) => kind)
  return {
    root,
    top,
    all,
    of: (kind) => kinds.get(kind) ?? [],
    byUuid: Map.groupBy(
      all.filter((node) => textIn(node, 'uuid') !== undefined),
      (node) => textIn(node, 'uuid')!.toLowerCase(),
    ),
    byId: Map.groupBy(
      all.filter((node) => textIn(node, 'id') !== undefined),
      (node) => textIn(node, 'id')!,
    ),
  }
}

/** Recursion goes no deeper than the reader of JSON allows. */
function collect(node: OscalNode, all: OscalNode[]): void {
  all.push(node)
  for (const field of Object.keys(node.value)) for (const inner of within(node, field)) collect(inner, all)
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textIn({ value }: Pick<OscalNode, 'value'>, field: string): string | undefined {
  const text = value[field]
  return typeof text === 'string' ? text : undefined
}

/** The texts under a field, one or a list, each with its place. */
export function textsIn(node: OscalNode, field: string): readonly { readonly text: string; readonly at: string }[] {
  const held = node.value[field]
  if (typeof held === 'string') return [{ text: held, at: pointer(node, field) }]
  if (!Array.isArray(held)) return []
  return (held as readonly unknown[]).flatMap((text, index) =>
    typeof text === 'string' ? [{ text, at: pointer(node, field, index) }] : [],
  )
}

const unmarked: ReadonlySet<string> = new Set(['value', 'href', 'source'])

/** Every text that may hold Markdown; the value of a property is none. */
export function writtenIn({ all }: OscalTree): readonly { readonly text: string; readonly at: string }[] {
  return all.flatMap((node) =>
    Object.keys(node.value)
      .filter((field) => !unmarked.has(field))
      .flatMap((field) => textsIn(node, field)),
  )
}

/** The groups in a field of this node. */
export function within(node: OscalNode, field: string): readonly OscalNode[] {
  const held = node.value[field]
  if (isGroup(held)) return [{ kind: field, value: held, parent: node, steps: [field] }]
  if (!Array.isArray(held)) return []
  return (held as readonly unknown[]).flatMap((value, index) =>
    isGroup(value) ? [{ kind: field, value, parent: node, steps: [field, index] }] : [],
  )
}

export function ancestor(node: OscalNode, kind: string): OscalNode | undefined {
  let here: OscalNode | undefined = node
  while (here !== undefined && here.kind !== kind) here = here.parent
  return here
}

/** RFC 6901: `/system-security-plan/metadata/parties/0/uuid`. */
export function pointer(node: OscalNode, ...more: readonly (string | number)[]): string {
  const steps: (string | number)[] = [...more].toReversed()
  for (let here: OscalNode | undefined = node; here !== undefined; here = here.parent)
    steps.push(...here.steps.toReversed())
  return steps
    .toReversed()
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

const oscalNamespaces = new Set(['http://csrc.nist.gov/ns/oscal', 'http://csrc.nist.gov/ns/oscal/1.0'])

/** A property without a namespace is one of OSCAL's own. */
export function isOscals(prop: OscalNode): boolean {
  const namespace = textIn(prop, 'ns')
  return namespace === undefined || oscalNamespaces.has(namespace)
}

/** The values of OSCAL's own property of this name. */
export function propsNamed(node: OscalNode, name: string): readonly OscalNode[] {
  return within(node, 'props').filter((prop) => textIn(prop, 'name') === name && isOscals(prop))
}
