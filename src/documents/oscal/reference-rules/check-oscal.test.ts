// Good documents broken in one place each: every break is found where it is, and nothing is found in what is whole.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broken, catalog, documents, set } from '../testing/broken-documents.ts'
import type { Name } from '../testing/broken-documents.ts'
import { schemasAreThere, sharedOscal } from '../testing/schemas.ts'
import { checkOscal, checkOscalFiles } from './check-oscal.ts'
import { pointer, readTree, textIn } from './oscal-tree.ts'

test.each(Object.keys(documents) as Name[])('nothing is wrong with the %s', (name) => {
  expect(broken(name, () => undefined)).toEqual([])
})

const referring = ['component-uuid', 'party-uuid', 'provided-uuid', 'responsibility-uuid', 'role-id', 'uuid'] as const

describe.each(['provider', 'client', 'component'] as const)('any reference of the %s', (name) => {
  const places = readTree(structuredClone(documents[name]))!
    .all.flatMap((node) =>
      referring.filter((field) => textIn(node, field)).map((field) => ({ at: pointer(node), field })),
    )
    .filter(({ field }) => field !== 'uuid')

  test('that is led astray is found where it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.uuid({ version: 4 }), ({ at, field }, uuid) => {
        const found = broken(name, ({ all }) =>
          set(
            all.find((node) => pointer(node) === at),
            field,
            field === 'role-id' ? `x${uuid}` : uuid,
          ),
        )
        expect(found.filter(({ severity }) => severity === 'error').map((finding) => finding.at)).toContain(
          `${at}/${field}`,
        )
      }),
      { numRuns: 60 },
    )
  })
})

test('a plan alone says once which file would settle what it inherits', () => {
  const found = checkOscal(documents.client)
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['leveraged-plan-not-given', 'warning']])
  expect(found[0]!.message).toMatch(
    /^this reference and \d+ more lead into another plan.*"\.\/sample-dental-ssp-provider\.json"/,
  )
})

test('a plan beside a stranger’s is not settled by it', () => {
  const other = structuredClone(documents.component)
  expect(checkOscalFiles([documents.client, other])[0]!.findings.map(({ code }) => code)).toEqual([
    'leveraged-plan-not-given',
  ])
})

function catalogWith(...ids: readonly string[]): unknown {
  return {
    catalog: { ...catalog.catalog, groups: ids.map((id) => ({ id: `g-${id}`, title: id, controls: [{ id }] })) },
  }
}

const ownIds = readTree(documents.provider)!
  .of('implemented-requirements')
  .map((node) => textIn(node, 'control-id')!)

test.each<[string, unknown, readonly string[]]>([
  ['the right one', catalogWith(...ownIds), []],
  ['one that lacks a control', catalogWith(...ownIds.slice(1)), ['control-unknown']],
  ['another, or one that writes its ids in another form', catalog, ['controls-of-another-catalog']],
  ['an empty one', catalogWith(), ['controls-of-another-catalog']],
])('controls are looked up in the catalog that is given: %s', (_, given, codes) => {
  expect(checkOscalFiles([documents.provider, given])[0]!.findings.map(({ code }) => code)).toEqual(codes)
})

test.each([[null], [[]], ['text'], [{}], [{ catalog: [] }], [{ 'system-security-plan': 1 }]])(
  '%j is no OSCAL document',
  (value) => {
    expect(checkOscal(value).map(({ code }) => code)).toEqual(['not-oscal'])
  },
)

test('any JSON under an OSCAL root is answered with findings', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('system-security-plan', 'component-definition', 'catalog'),
      fc.jsonValue(),
      (root, value) => {
        const inside = {
          props: value,
          components: [value],
          'control-implementation': value,
          'by-components': value,
          uuid: value,
        }
        expect(Array.isArray(checkOscal({ [root]: inside }))).toBe(true)
      },
    ),
  )
})

test.skipIf(!schemasAreThere)('nothing is wrong with NIST-style examples of one shared row', () => {
  const files = ['client-ssp.json', 'msp-ssp.json', 'msp-component-definition.json'].map(sharedOscal)
  expect(checkOscalFiles(files).map(({ findings }) => findings)).toEqual([[], [], []])
})
