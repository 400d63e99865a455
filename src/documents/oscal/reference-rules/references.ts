// Every reference within a document leads to a thing of the right kind: components, parties, roles, locations, authorizations.
import { brief } from '../../../core/brief.ts'
import type { Finding } from '../../../core/finding.ts'
import { isOscals, pointer, textIn, textsIn } from './oscal-tree.ts'
import type { OscalNode, OscalTree, Root } from './oscal-tree.ts'
import { caution, fault, quoted, sayKind } from './rule.ts'
import type { Rule } from './rule.ts'

interface Reference {
  readonly fields: readonly string[]
  readonly to: string
  readonly code: string
}

const byUuid: readonly Reference[] = [
  { fields: ['component-uuid'], to: 'components', code: 'component-unknown' },
  { fields: ['party-uuid', 'party-uuids'], to: 'parties', code: 'party-unknown' },
  { fields: ['member-of-organizations'], to: 'parties', code: 'party-unknown' },
  { fields: ['location-uuid', 'location-uuids'], to: 'locations', code: 'location-unknown' },
]

/** Others import what their references lead to. */
const whole: ReadonlySet<Root> = new Set(['system-security-plan', 'component-definition', 'catalog', 'profile'])

export const references: Rule = (tree) => {
  if (!whole.has(tree.root)) return []
  const known = new Map(byUuid.map(({ to }) => [to, uuidsOf(tree, to)]))
  return tree.all.flatMap((node) =>
    byUuid.flatMap(({ fields, to, code }) =>
      fields
        .flatMap((field) => textsIn(node, field))
        .filter(({ text }) => !known.get(to)!.has(text.toLowerCase()))
        .map(({ text, at }) => strayed(tree, { code, at, text, to })),
    ),
  )
}

export function uuidsOf(tree: OscalTree, kind: string): ReadonlySet<string> {
  return new Set(tree.of(kind).map((node) => textIn(node, 'uuid')?.toLowerCase() ?? ''))
}

interface Stray {
  readonly code: string
  readonly at: string
  readonly text: string
  readonly to: string
}

/** What an imported component definition may hold cannot be seen here. */
function strayed(tree: OscalTree, { code, at, text, to }: Stray): Finding {
  const [elsewhere] = tree.byUuid.get(text.toLowerCase()) ?? []
  const message =
    elsewhere === undefined
      ? `${quoted(text)} leads to nothing in this document; it must be the UUID of ${sayKind(to)}`
      : `${brief(text)} is ${sayKind(elsewhere.kind)} (${pointer(elsewhere)}), not ${sayKind(to)}`
  const imports = tree.of('import-component-definitions').length > 0 && to === 'components'
  return (imports && elsewhere === undefined ? caution : fault)(code, at, message)
}

/** Only organizations have members. */
export const memberOfPerson: Rule = (tree) => {
  const people = new Map(
    tree.of('parties').flatMap((party) => (textIn(party, 'type') === 'person' ? [[uuidOf(party), party]] : [])),
  )
  return tree
    .of('parties')
    .flatMap((party) => textsIn(party, 'member-of-organizations'))
    .filter(({ text }) => people.has(text.toLowerCase()))
    .map(({ at, text }) =>
      fault('member-of-person', at, `${brief(text)} is a person; only an organization has members`),
    )
}

function uuidOf(node: OscalNode): string {
  return textIn(node, 'uuid')?.toLowerCase() ?? ''
}

export const rolesDeclared: Rule = (tree) => {
  if (!whole.has(tree.root)) return []
  const declared = new Set(tree.of('roles').map((role) => textIn(role, 'id')))
  return tree.all.flatMap((node) =>
    ['role-id', 'role-ids']
      .flatMap((field) => textsIn(node, field))
      .filter(({ text }) => !declared.has(text))
      .map(({ text, at }) =>
        fault('role-undeclared', at, `the role ${quoted(text)} is not declared; add it to metadata.roles`),
      ),
  )
}

/** A component says by a property which leveraged authorization it comes with, and each of those has a component. */
export const authorizations: Rule = (tree) => {
  const known = uuidsOf(tree, 'leveraged-authorizations')
  const named = tree
    .of('props')
    .filter((prop) => textIn(prop, 'name') === 'leveraged-authorization-uuid' && isOscals(prop))
  const used = new Set(named.map((prop) => textIn(prop, 'value')?.toLowerCase()))
  return [
    ...named.flatMap((prop) => {
      const uuid = textIn(prop, 'value') ?? ''
      if (known.has(uuid.toLowerCase())) return []
      const at = pointer(prop, 'value')
      return strayed(tree, { code: 'authorization-unknown', at, text: uuid, to: 'leveraged-authorizations' })
    }),
    ...tree
      .of('leveraged-authorizations')
      .filter((node) => !used.has(uuidOf(node)))
      .map((node) =>
        caution(
          'authorization-without-component',
          pointer(node),
          'no component stands for it: give its component the property “leveraged-authorization-uuid”',
        ),
      ),
  ]
}
