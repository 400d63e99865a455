import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { coverage } from '../coverage.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { sampleFramework } from '../testing/sample-framework.ts'
import { dutyWith, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'
import { inPublishedOrder } from './control-families.ts'
import { fedrampCrmView } from './fedramp.ts'

const mapping: Readonly<Record<string, readonly string[]>> = {
  'AC-1': ['AC-2', 'PS-4'],
  'AC-2': ['AC-11', 'AC-2(10)', 'AC-2(2)'],
  'AC-3': ['PE-3'],
}
const context: Context = {
  frameworks: new Map([
    [
      'sample',
      {
        ...sampleFramework,
        requirements: sampleFramework.requirements.map((requirement) => ({
          ...requirement,
          attributes: { ...requirement.attributes, nist80053: mapping[requirement.id] ?? [] },
        })),
      },
    ],
  ]),
}

function shown(matrix: Matrix) {
  return fedrampCrmView({ matrix, context, proof: coverage(matrix, context) })
}

describe('the FedRAMP customer responsibility matrix', () => {
  test('a row a control, in published order, a table a family', () => {
    const { tables } = shown(sampleMatrix)
    expect(tables.map(({ title, rows }) => [title, rows.map(([id]) => id)])).toEqual([
      ['Sample rule, by control: Access Control (AC)', ['AC-2', 'AC-2(2)', 'AC-2(10)', 'AC-11']],
      ['Sample rule, by control: Physical and Environmental Protection (PE)', ['PE-3']],
      ['Sample rule, by control: Personnel Security (PS)', ['PS-4']],
    ])
  })

  test('each side’s part stands under the requirements behind the control', () => {
    const [first] = shown(sampleMatrix).tables[0]!.rows
    expect(first?.slice(0, 2)).toEqual(['AC-2', 'Partial'])
    expect(first?.[2]?.split('\n')).toEqual([
      'Behind this control: AC-1.',
      'AC-1: Remove a leaver’s access in the managed systems',
      'CSP, Sample IT LLC: Disable the person’s accounts and end their sessions (within 24 hours after the client’s notice)',
      'Customer, Sample Dental PC: Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
    ])
  })

  test('a provider’s duty comes with what it rests on, or that it rests on nothing', () => {
    const soc = dutyWith({ party: 'night-soc', offering: undefined })
    const told = (duty: Duty) => JSON.stringify(shown(matrixOf({ ...visitorEscort, duties: [duty] })).tables)
    expect(told(soc)).toContain('CSP, Night SOC Inc.: Disable the accounts (within 24 hours after the notice) [nothing')
    expect(told({ ...soc, basis: { document: 'SOC matrix' } })).toContain('[rests on SOC matrix]')
  })

  test.each([
    ['Yes', { ...visitorEscort, accountable: 'msp', duties: [dutyWith({})] }],
    ['No', visitorEscort],
    [
      'No',
      { ...visitorEscort, accountable: 'msp', duties: [dutyWith({}), { party: 'unassigned', does: 'Keep the log' }] },
    ],
  ])('a control is inherited: %s', (value, activity) => {
    const row = shown(matrixOf(activity))
      .tables.flatMap(({ rows }) => rows)
      .find(([id]) => id === 'PE-3')
    expect(row?.[1]).toBe(value)
  })

  test('what is open or decided away is named', () => {
    const decisions: Matrix['decisions'] = [
      { ref: 'sample:AC-1[b]', kind: 'not-applicable', by: 'Dana Reyes', reason: 'No keys exist.', date: '2026-02-01' },
    ]
    const text = JSON.stringify(shown({ ...sampleMatrix, parameters: {}, decisions }).tables[0]?.rows[0])
    expect(text).toContain('Not applicable by decision: AC-1[b].')
    expect(text).toContain('Open, so not inherited: AC-1[a].')
  })

  test('a framework without a mapping has no row, and the intro says so', () => {
    const view = show('fedramp-crm')
    expect(view.tables).toEqual([])
    expect(view.intro.join(' ')).toContain('No mapping to NIST SP 800-53 is published for Sample rule')
    expect(column(view, 'Control ID')).toEqual([])
  })
})

test('the published order is an order of families, numbers and enhancements', () => {
  const control = fc
    .record({
      family: fc.constantFrom('AC', 'AU', 'SC'),
      number: fc.integer({ min: 1, max: 30 }),
      more: fc.option(fc.integer({ min: 1, max: 15 })),
    })
    .map(({ family, number, more }) => `${family}-${number}${more === null ? '' : `(${more})`}`)
  fc.assert(
    fc.property(control, control, (a, b) => {
      expect(Math.sign(inPublishedOrder(a, b)) + Math.sign(inPublishedOrder(b, a))).toBe(0)
      expect(inPublishedOrder(a, b) === 0).toBe(a === b)
    }),
  )
})
