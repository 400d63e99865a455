// What may stand only once in its list, or once in a catalog.
import type { Finding } from '../../../core/finding.ts'
import { pointer, propsNamed, textIn, within } from './oscal-tree.ts'
import type { OscalNode } from './oscal-tree.ts'
import { caution, fault, quoted, sayKind } from './rule.ts'
import type { Rule } from './rule.ts'

interface Once {
  readonly list: string
  readonly keys: readonly string[]
  readonly code: string
  readonly message: (key: string) => string
  readonly say: typeof fault
}

const once: readonly Once[] = [
  {
    list: 'by-components',
    keys: ['component-uuid'],
    code: 'by-component-repeated',
    message: (key) => `the component ${key} has an entry here already; merge the two`,
    say: fault,
  },
  {
    list: 'statements',
    keys: ['statement-id'],
    code: 'statement-repeated',
    message: (key) => `the statement ${key} stands here already; merge the two`,
    say: fault,
  },
  {
    list: 'implemented-requirements',
    keys: ['control-id'],
    code: 'requirement-repeated',
    message: (key) => `the control ${key} stands in this list already; many tools read only one of the two`,
    say: caution,
  },
  {
    list: 'responsible-roles',
    keys: ['role-id'],
    code: 'role-repeated',
    message: (key) => `the role ${key} stands here already; put all its parties into one entry`,
    say: fault,
  },
  {
    list: 'responsible-parties',
    keys: ['role-id'],
    code: 'role-repeated',
    message: (key) => `the role ${key} stands here already; put all its parties into one entry`,
    say: fault,
  },
  {
    list: 'set-parameters',
    keys: ['param-id'],
    code: 'parameter-repeated',
    message: (key) => `the parameter ${key} is set here already`,
    say: fault,
  },
  {
    list: 'roles',
    keys: ['id'],
    code: 'role-declared-twice',
    message: (key) => `the role ${key} is declared already`,
    say: fault,
  },
  {
    list: 'incorporates-components',
    keys: ['component-uuid'],
    code: 'component-repeated',
    message: (key) => `the component ${key} is incorporated already`,
    say: fault,
  },
  {
    list: 'rlinks',
    keys: ['href', 'media-type'],
    code: 'rlink-repeated',
    message: (key) => `the resource leads to ${key} already`,
    say: fault,
  },
  {
    list: 'document-ids',
    keys: ['scheme', 'identifier'],
    code: 'document-id-repeated',
    message: (key) => `the identifier ${key} stands here already`,
    say: fault,
  },
]

export const repeated: Rule = ({ all }) => {
  const lists = new Map(once.map((one) => [one.list, one]))
  return all.flatMap((node) =>
    Object.keys(node.value).flatMap((field) => {
      const one = lists.get(field)
      return one === undefined || !Array.isArray(node.value[field]) ? [] : repeats(within(node, field), one)
    }),
  )
}

function repeats(entries: readonly OscalNode[], { keys, code, message, say }: Once): readonly Finding[] {
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    const [first = ''] = keys.flatMap((key) => textIn(entry, key) ?? [])
    const key = keys.map((field) => (textIn(entry, field) ?? '').toLowerCase()).join(' ')
    if (key.trim() === '') return []
    if (seen.has(key)) return say(code, pointer(entry), message(quoted(first)))
    seen.add(key)
    return []
  })
}

/** In a catalog the ids of groups, controls and parts are one set, those of parameters another. */
export const catalogIds: Rule = ({ root, of }) => {
  if (root !== 'catalog') return []
  return [['groups', 'controls', 'parts'], ['params']].flatMap((kinds) => {
    const byId = Map.groupBy(kinds.flatMap(of), (node) => textIn(node, 'id'))
    return [...byId].flatMap(([id, [first, ...others]]) =>
      id === undefined
        ? []
        : others.map((node) =>
            fault('id-repeated', pointer(node, 'id'), `${quoted(id)} stands already at ${pointer(first!)}`),
          ),
    )
  })
}

/** An asset-id stands for one thing of the organization's inventory. */
export const assetIds: Rule = ({ of }) => {
  const named = [...of('components'), ...of('inventory-items')]
    .flatMap((node) => propsNamed(node, 'asset-id'))
    .filter((prop) => textIn(prop, 'value') !== undefined)
  const byId = Map.groupBy(named, (prop) => textIn(prop, 'value')!)
  return [...byId].flatMap(([id, [first, ...others]]) =>
    others.map((prop) =>
      caution(
        'asset-id-repeated',
        pointer(prop, 'value'),
        `the asset ${quoted(id)} is already ${sayKind(first!.parent!.kind)} (${pointer(first!.parent!)})`,
      ),
    ),
  )
}
