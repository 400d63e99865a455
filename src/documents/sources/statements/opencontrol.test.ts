import { describe, expect, test } from 'vitest'
import { readYaml } from '../../yaml-value.ts'
import { readOpenControl } from './opencontrol.ts'

function read(yaml: string) {
  const value = readYaml(yaml)
  if (!value.ok) return expect.fail(JSON.stringify(value.issues))
  return readOpenControl(value.value)!
}

const head = `schema_version: 3.1.0
name: Gateway
satisfies:
- standard_key: NIST-800-53
  control_key: AC-2
`

test('each part of a narrative is a part of the control', () => {
  const { statements, issues, format, title } = read(`${head}  control_origins: [service_provider_system_specific]
  implementation_statuses: [complete]
  narrative:
  - key: a
    text: Accounts have kinds.
  - key: 2
    text: Each has an owner.
  - text: Above all.
`)
  expect({ format, title }).toEqual({ format: 'opencontrol', title: 'Gateway' })
  expect(statements.map(({ id, ownership, text, service }) => [id, ownership, text, service])).toEqual([
    ['AC-2', 'provider', 'Above all.', 'Gateway'],
    ['AC-2 (a)', 'provider', 'Accounts have kinds.', 'Gateway'],
    ['AC-2 (2)', 'provider', 'Each has an owner.', 'Gateway'],
  ])
  expect(statements[1]!.at).toBe('satisfies[0] (AC-2).narrative[0] (a)')
  expect(issues).toEqual([])
})

describe('where a control comes from says whose it is', () => {
  test.each([
    ['control_origin: shared', 'shared', 0],
    ['control_origin: service_provider_corporate', 'provider', 0],
    ['control_origin: hybrid', 'provider', 0],
    ['control_origins: [customer_configured, customer_provided]', 'client', 0],
    ['control_origins: [service_provider_corporate, customer_configured]', 'shared', 0],
    ['control_origin: inherited', 'provider', 1],
    ['control_origin: the provider mostly', 'unclear', 1],
    ['control_origins: [shared, 7]', 'unclear', 1],
    ['covered_by: []', 'unclear', 0],
    ['implementation_status: not_applicable', 'not-applicable', 0],
    ['implementation_statuses: [not applicable, partial]', 'unclear', 1],
  ])('%s', (line, ownership, issues) => {
    const document = read(`${head}  ${line}\n  narrative: It does.\n`)
    expect(document.statements).toMatchObject([{ id: 'AC-2', ownership, text: 'It does.' }])
    expect(document.issues).toHaveLength(issues)
  })
})

test('an id of a standard that we do not know keeps its standard before it', () => {
  const { statements } = read(head.replace('NIST-800-53', 'PCI-DSS').replace('AC-2', '3.1.1'))
  expect(statements).toMatchObject([{ id: 'PCI-DSS: 3.1.1', ownership: 'unclear' }])
})

test.each([[null], [[]], [{}], [{ satisfies: [] }], [{ format: 'demarc/matrix@1', name: 'x', satisfies: [] }]])(
  '%j is no component',
  (value) => {
    expect(readOpenControl(value)).toBeUndefined()
  },
)
