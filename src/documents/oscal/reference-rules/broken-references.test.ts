// Each kind of break in a good document, and the finding that tells it.
import { expect, test } from 'vitest'
import { broken, set, stray, twice } from '../testing/broken-documents.ts'
import type { Name } from '../testing/broken-documents.ts'
import { textIn } from './oscal-tree.ts'
import type { OscalTree } from './oscal-tree.ts'

const own = (name: string, value: string) => [{ name, value }]

test.each<[string, Name, (tree: OscalTree) => void, string]>([
  [
    'a UUID of version 1',
    'provider',
    ({ top }) => set(top, 'uuid', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'),
    'uuid-malformed',
  ],
  [
    'a UUID that names two things',
    'provider',
    ({ of }) => set(of('parties')[1], 'uuid', of('components')[0]!.value['uuid']),
    'uuid-repeated',
  ],
  [
    'two UUIDs that differ in case',
    'provider',
    ({ of }) => set(of('statements')[1], 'uuid', textIn(of('statements')[0]!, 'uuid')!.toUpperCase()),
    'uuid-repeated',
  ],
  [
    'a component from nowhere',
    'provider',
    ({ of }) => set(of('by-components')[0], 'component-uuid', stray),
    'component-unknown',
  ],
  [
    'a party for a component',
    'client',
    ({ of }) => set(of('by-components')[0], 'component-uuid', of('parties')[0]!.value['uuid']),
    'component-unknown',
  ],
  [
    'a party from nowhere',
    'component',
    ({ of }) => set(of('responsible-roles')[0], 'party-uuids', [stray]),
    'party-unknown',
  ],
  [
    'a component for a party',
    'client',
    ({ of }) => set(of('leveraged-authorizations')[0], 'party-uuid', of('components')[0]!.value['uuid']),
    'party-unknown',
  ],
  [
    'a member of a stranger',
    'client',
    ({ of }) => set(of('parties')[0], 'member-of-organizations', [stray]),
    'party-unknown',
  ],
  [
    'a member of a person',
    'client',
    ({ of }) => (
      set(of('parties')[0], 'type', 'person'),
      set(of('parties')[1], 'member-of-organizations', [of('parties')[0]!.value['uuid']])
    ),
    'member-of-person',
  ],
  ['a place from nowhere', 'client', ({ of }) => set(of('parties')[0], 'location-uuids', [stray]), 'location-unknown'],
  ['an undeclared role', 'client', ({ of }) => set(of('responsible-roles')[0], 'role-id', 'isso'), 'role-undeclared'],
  [
    'an undeclared role of a user',
    'client',
    ({ of }) => set(of('system-implementation')[0], 'users', [{ uuid: stray, 'role-ids': ['isso'] }]),
    'role-undeclared',
  ],
  ['a role declared twice', 'client', ({ of }) => twice(of('metadata')[0], 'roles'), 'role-declared-twice'],
  [
    'a role named twice in one list',
    'client',
    ({ of }) => twice(of('components')[0], 'responsible-roles'),
    'role-repeated',
  ],
  [
    'an authorization without a component',
    'client',
    ({ of }) => set(of('components')[1], 'props', []),
    'authorization-without-component',
  ],
  [
    'an authorization from nowhere',
    'client',
    ({ of }) => set(of('components')[1], 'props', own('leveraged-authorization-uuid', stray)),
    'authorization-unknown',
  ],
  ['inherited from nowhere', 'client', ({ of }) => set(of('components')[1], 'props', []), 'inherited-from-nowhere'],
  ['a link to nowhere', 'client', ({ of }) => set(of('links')[0], 'href', `#${stray}`), 'link-leads-nowhere'],
  [
    'a link to a party as a plan',
    'client',
    ({ of }) => set(of('links')[0], 'href', `#${textIn(of('parties')[0]!, 'uuid')!}`),
    'link-of-another-kind',
  ],
  [
    'a profile that is no resource',
    'client',
    ({ of }) => set(of('import-profile')[0], 'href', `#${textIn(of('parties')[0]!, 'uuid')!}`),
    'resource-unknown',
  ],
  [
    'a source that is no resource',
    'component',
    ({ of }) => set(of('control-implementations')[0], 'source', `#${stray}`),
    'resource-unknown',
  ],
  [
    'two entries for a component',
    'client',
    ({ of }) => twice(of('statements')[0], 'by-components'),
    'by-component-repeated',
  ],
  [
    'a statement twice',
    'provider',
    ({ of }) => twice(of('implemented-requirements')[0], 'statements'),
    'statement-repeated',
  ],
  [
    'a requirement twice',
    'component',
    ({ of }) => twice(of('control-implementations')[0], 'implemented-requirements'),
    'requirement-repeated',
  ],
  [
    'a parameter set twice',
    'provider',
    ({ of }) =>
      set(of('by-components')[0], 'set-parameters', [
        { 'param-id': 'p', values: ['1'] },
        { 'param-id': 'p', values: ['2'] },
      ]),
    'parameter-repeated',
  ],
  ['a file behind a resource twice', 'client', ({ of }) => twice(of('rlinks')[0]!.parent, 'rlinks'), 'rlink-repeated'],
  [
    'an origination of somebody’s own',
    'provider',
    ({ of }) => set(of('by-components')[0], 'props', own('control-origination', 'shared')),
    'control-origination',
  ],
  [
    'a property without a namespace',
    'client',
    ({ of }) => set(of('statements')[0], 'props', own('implementation-status', 'planned')),
    'property-without-namespace',
  ],
  [
    'an implementation point of somebody’s own',
    'client',
    ({ of }) => set(of('components')[0], 'props', own('implementation-point', 'outside')),
    'implementation-point',
  ],
  [
    'a state that explains nothing',
    'client',
    ({ of }) => set(of('components')[0], 'status', { state: 'other' }),
    'state-unexplained',
  ],
  [
    'a control id with blanks',
    'provider',
    ({ of }) => set(of('implemented-requirements')[0], 'control-id', 'AC 2'),
    'token-malformed',
  ],
  ['a property name with brackets', 'provider', ({ of }) => set(of('props')[0], 'name', 'a[b]'), 'token-malformed'],
  [
    'a time without a zone',
    'provider',
    ({ of }) => set(of('metadata')[0], 'last-modified', '2026-01-15T00:00:00'),
    'time-without-zone',
  ],
  [
    'a control that no component implements',
    'client',
    ({ of }) => set(of('implemented-requirements')[0], 'statements', []),
    'no-by-component',
  ],
  [
    'a statement of another control',
    'client',
    ({ of }) => set(of('statements')[0], 'statement-id', 'ac-2_smt.f'),
    'statement-of-another-control',
  ],
  [
    'no component for the system itself',
    'client',
    ({ of }) => set(of('components')[0], 'type', 'system'),
    'no-this-system',
  ],
  [
    'two components for the system itself',
    'client',
    ({ of }) => set(of('components')[1], 'type', 'this-system'),
    'this-system-repeated',
  ],
  [
    'one asset twice',
    'client',
    ({ of }) => {
      for (const component of of('components').slice(0, 2)) set(component, 'props', own('asset-id', 'laptop-7'))
    },
    'asset-id-repeated',
  ],
  [
    'an empty export',
    'provider',
    ({ of }) => set(of('by-components')[0], 'export', { description: 'nothing' }),
    'export-empty',
  ],
  [
    'a responsibility tied to another export',
    'provider',
    ({ of }) => set(of('responsibilities')[0], 'provided-uuid', of('provided').at(-1)!.value['uuid']),
    'provided-unknown',
  ],
  [
    'inherited what nobody provides',
    'client',
    ({ of }) => set(of('inherited')[0], 'provided-uuid', stray),
    'provided-unknown',
  ],
  [
    'inherited a responsibility',
    'client',
    ({ of }) => set(of('inherited')[0], 'provided-uuid', of('satisfied')[0]!.value['responsibility-uuid']),
    'provided-unknown',
  ],
  [
    'satisfied what nobody asks',
    'client',
    ({ of }) => set(of('satisfied')[0], 'responsibility-uuid', stray),
    'responsibility-unknown',
  ],
  [
    'a leveraged component from nowhere',
    'client',
    ({ of }) =>
      set(
        of('props').find((node) => textIn(node, 'name') === 'inherited-uuid'),
        'value',
        stray,
      ),
    'inherited-component-unknown',
  ],
  ['a control twice', 'catalog', ({ of }) => set(of('controls')[1], 'id', 'ac-1'), 'id-repeated'],
  ['a part with the id of a control', 'catalog', ({ of }) => set(of('parts')[0], 'id', 'ac-2'), 'id-repeated'],
  [
    'a parameter that is not there',
    'catalog',
    ({ of }) => set(of('params')[0], 'id', 'ac-1_prm_2'),
    'parameter-unknown',
  ],
  [
    'a related control that is not there',
    'catalog',
    ({ of }) => set(of('controls')[1], 'id', 'ac-3'),
    'link-leads-nowhere',
  ],
])('finds %s (%s)', (_, name, change, code) => {
  expect(broken(name, change).map((finding) => finding.code)).toContain(code)
})
