import { describe, expect, test } from 'vitest'
import { schemasAreThere, sharedOscal } from '../../oscal/testing/schemas.ts'
import { readComponentDefinition } from './oscal-components.ts'
import { origination, uuid } from './testing/plans.ts'

function definitionOf(...components: readonly object[]) {
  return {
    'component-definition': {
      metadata: {
        title: 'Parts',
        version: '3',
        'last-modified': '2026-01-02T00:00:00Z',
        parties: [
          { uuid: uuid(1), name: 'Maker A' },
          { uuid: uuid(2), name: 'Maker B' },
        ],
      },
      components,
    },
  }
}

function component(requirements: readonly object[], more: object = {}) {
  return {
    uuid: uuid(9),
    type: 'service',
    title: 'Vault',
    description: 'Keeps keys',
    ...more,
    'control-implementations': [{ uuid: uuid(8), source: '#x', 'implemented-requirements': requirements }],
  }
}

const madeBy = (party: number) => ({ 'responsible-roles': [{ 'role-id': 'provider', 'party-uuids': [uuid(party)] }] })

describe('what a component does is the provider’s only where a property says so', () => {
  test.each([
    ['nothing', [], 'unclear'],
    ['FedRAMP’s service provider', origination('sp-system'), 'provider'],
    ['FedRAMP’s customer', origination('customer-configured'), 'client'],
    [
      'a property "responsibility"',
      [{ name: 'responsibility', ns: 'https://x.example', value: 'Provider' }],
      'provider',
    ],
    ['"Customer"', [{ name: 'responsibility', value: 'Customer' }], 'client'],
    ['"Shared"', [{ name: 'Control Ownership', value: 'Shared' }], 'shared'],
    ['"N/A"', [{ name: 'responsibility', value: 'N/A' }], 'not-applicable'],
    ['a system’s own, of whatever system', origination('system-specific'), 'unclear'],
    ['a word within a sentence', [{ name: 'responsibility', value: 'the provider, partly' }], 'unclear'],
    ['the word "provider" elsewhere', [{ name: 'provider', value: 'provider' }], 'unclear'],
  ])('%s', (_, props, ownership) => {
    const document = readComponentDefinition(
      definitionOf(component([{ 'control-id': 'ac-2', description: 'It does.', props }])),
    )!
    expect(document.statements).toEqual([
      {
        at: 'components[0] (Vault).control-implementations[0].implemented-requirements[0] (ac-2)',
        id: 'ac-2',
        service: 'Vault',
        ownership,
        text: 'It does.',
      },
    ])
  })
})

test('a component’s maker is named where there are several', () => {
  const requirement = { 'control-id': 'ac-2', description: 'It does.', props: origination('sp-system') }
  const parties = (...made: readonly object[]) =>
    readComponentDefinition(definitionOf(...made.map((more) => component([requirement], more))))!.statements.map(
      ({ party }) => party,
    )
  expect(parties(madeBy(1), madeBy(1))).toEqual([undefined, undefined])
  expect(parties(madeBy(1), madeBy(2))).toEqual(['Maker A', 'Maker B'])
})

test('capabilities are read like components, and a foreign catalog is told once', () => {
  const [implementation] = component([{ 'control-id': 'ac-2', props: origination('sp-system') }])[
    'control-implementations'
  ]
  const value = {
    'component-definition': {
      metadata: { title: 'x' },
      capabilities: [
        {
          uuid: uuid(3),
          name: 'Backup',
          description: 'y',
          'control-implementations': [{ ...implementation, source: 'https://example.org/rev4.json' }],
        },
      ],
    },
  }
  const { statements, issues } = readComponentDefinition(value)!
  expect(statements).toMatchObject([{ service: 'Backup', ownership: 'provider' }])
  expect(issues.map(({ at }) => at)).toEqual(['capabilities[0] (Backup).control-implementations[0].source'])
})

test('statements that say it themselves count by themselves', () => {
  const statements = [
    { 'statement-id': 'ac-2_smt.a', description: 'We.', props: origination('sp-system') },
    { 'statement-id': 'ac-2_smt.b', description: 'You.', props: origination('customer-provided') },
    { 'statement-id': 'ac-2_smt.c', description: 'Somebody.' },
  ]
  const read = readComponentDefinition(definitionOf(component([{ 'control-id': 'ac-2', statements }])))!
  expect(read.statements.map(({ id, ownership, text }) => [id, ownership, text])).toEqual([
    ['ac-2_smt.a', 'provider', 'We.'],
    ['ac-2_smt.b', 'client', 'You.'],
    ['ac-2_smt.c', 'unclear', 'Somebody.'],
  ])
})

test.skipIf(!schemasAreThere)('the sample definition is shared, as its property says', () => {
  const { statements } = readComponentDefinition(sharedOscal('msp-component-definition.json'))!
  expect(statements).toMatchObject([{ id: 'ac-2', service: 'Managed Identity', ownership: 'shared' }])
})
