import { describe, expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { dutyWith, leaver, matrixOf, policyApproval, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'
import { twoFrameworkMatrix } from '../testing/trust-framework.ts'

describe('the whole matrix (srm)', () => {
  test('a row an activity, a column a party, by topic', () => {
    const view = show('srm')
    expect(view.tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Identity', 2],
      ['Physical', 1],
      ['Governance', 1],
    ])
    expect(view.tables[0]?.columns).toEqual([
      'Activity',
      'Sample IT LLC',
      'Sample Dental PC',
      'Night SOC Inc.',
      'How the parts meet',
      'Accountable',
      'Status',
      'Citations',
    ])
    expect(view.tables[0]?.rows[0]).toEqual([
      'Remove a leaver’s access in the managed systems',
      'Disable the person’s accounts and end their sessions (within 24 hours after the client’s notice)',
      'Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      '',
      'The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
      'Sample Dental PC',
      'settled',
      'AC-1[a], AC-1[b]',
    ])
  })

  test('MSP and client come first, however the parties are listed', () => {
    const reversed = { ...sampleMatrix, parties: sampleMatrix.parties.toReversed() }
    expect(show('srm', reversed).tables[0]?.columns.slice(1, 4)).toEqual([
      'Sample IT LLC',
      'Sample Dental PC',
      'Night SOC Inc.',
    ])
  })

  test('what nobody has taken has a column of its own, last, and only then', () => {
    const matrix = matrixOf({
      ...visitorEscort,
      accountable: [],
      duties: [dutyWith({ party: 'unassigned', offering: undefined })],
    })
    const view = show('srm', matrix)
    expect(view.tables[0]?.columns.slice(3, 5)).toEqual(['Night SOC Inc.', 'Nobody yet'])
    expect(column(view, 'Nobody yet')).toEqual(['Disable the accounts (within 24 hours after the notice)'])
    expect(column(view, 'Accountable')).toEqual(['Nobody yet'])
  })

  test.each<readonly [string, Matrix, readonly string[]]>([
    ['all settled', sampleMatrix, ['settled', 'settled', 'settled', 'settled']],
    ['no answer to a question', { ...sampleMatrix, parameters: {} }, ['2 of 2 open', 'settled', 'settled', 'settled']],
    [
      'one of two open',
      { ...matrixOf(leaver, { ...leaver, id: 'b', covers: ['sample:AC-1[b]'], accountable: 'msp' }) },
      ['1 of 2 open', '1 of 1 open'],
    ],
  ])('the status: %s', (_, matrix, status) => {
    expect(column(show('srm', matrix), 'Status')).toEqual(status)
  })

  test('one framework’s rows only, where one is asked for', () => {
    const matrix = { ...twoFrameworkMatrix, activities: [visitorEscort, { ...policyApproval, covers: ['trust:T1.1'] }] }
    expect(column(show('srm', matrix, { framework: 'trust' }), 'Activity')).toEqual([policyApproval.title])
  })

  test('two duties of a party, and who pays, on a line each', () => {
    const pays: Duty = { party: 'client', kind: 'pays', does: 'The badge system' }
    expect(
      column(show('srm', matrixOf({ ...visitorEscort, duties: [...visitorEscort.duties, pays] })), 'Sample Dental PC'),
    ).toEqual([
      'Enter each visitor in the log and walk with them until they leave (on each visit)\nPays: The badge system',
    ])
  })

  test('where a clock comes from is said with it', () => {
    const duty = dutyWith({ source: 'customary' })
    expect(column(show('srm', matrixOf({ ...visitorEscort, duties: [duty] })), 'Sample IT LLC')).toEqual([
      'Disable the accounts (within 24 hours after the notice; customary)',
    ])
  })
})
