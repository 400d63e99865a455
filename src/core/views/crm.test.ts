import { describe, expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { sampleFramework } from '../testing/sample-framework.ts'
import { activityWith, dutyWith, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'
import { twoFrameworkMatrix } from '../testing/trust-framework.ts'

describe('the customer responsibility matrix (crm)', () => {
  test('a part that was decided away is told, and its row is no party’s part', () => {
    const parts = { 'sample:AC-2': ['the office', 'the plant'] }
    const half = (part: string, party: string) => ({
      ...activityWith(dutyWith({ party })),
      id: part.replaceAll(' ', '-'),
      covers: [{ ref: 'sample:AC-2', part }],
    })
    const away = {
      ref: 'sample:AC-2',
      part: 'the plant',
      kind: 'not-applicable' as const,
      by: 'Dana Reyes',
      reason: 'There is no plant.',
      date: '2026-02-01',
    }
    const matrix = { ...matrixOf(half('the office', 'msp'), half('the plant', 'client')), parts, decisions: [away] }
    const cells = show('crm', matrix).tables[0]!.rows.find(([id]) => id === 'AC-2')!
    expect(cells[6]).toContain('not applicable, by decision: the plant')
    expect(cells[4]).toBe('')
  })

  test('a row an objective: the provider’s part, the client’s part', () => {
    const view = show('crm')
    expect(view.tables.map(({ title }) => title)).toEqual(['Sample rule'])
    expect(view.tables[0]?.columns).toEqual([
      'Id',
      'Objective',
      'Ownership',
      "Provider's part",
      "Client's part",
      'Accountable',
      'Status',
      'What to look at',
      'Activities',
    ])
    expect(view.tables[0]?.rows[0]?.slice(0, 7)).toEqual([
      'AC-1[a]',
      sampleFramework.requirements[0]?.objectives[0]?.summary,
      'shared',
      'Sample IT LLC: Disable the person’s accounts and end their sessions (within 24 hours after the client’s notice)',
      'Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      'Sample Dental PC',
      'settled',
    ])
  })

  test('what an assessor picks up, from whom, and the activities behind it', () => {
    const told = {
      ...visitorEscort,
      duties: [dutyWith({ party: 'client', role: 'reception', evidence: [{ what: 'visitor log' }] })],
    }
    const view = show('crm', matrixOf(told))
    expect(column(view, 'What to look at')[3]).toBe('Sample Dental PC, reception: visitor log')
    expect(column(view, 'Activities')[3]).toBe(visitorEscort.title)
    expect(column(view, 'What to look at')[0]).toBe('')
  })

  test('every objective has its row, also those that nobody covers', () => {
    const view = show('crm', { ...twoFrameworkMatrix, activities: [visitorEscort] })
    expect(view.tables.map(({ title, rows }) => [title, rows.map(([id]) => id)])).toEqual([
      ['Sample rule', ['AC-1[a]', 'AC-1[b]', 'AC-2', 'AC-3', 'DOC-1']],
      ['Trust criteria', ['T1.1', 'T2.1']],
    ])
    expect(column(view, 'Status')).toEqual([
      'open: nobody',
      'open: nobody',
      'open: nobody',
      'settled',
      'open: nobody',
      'open: nobody',
      'open: nobody',
    ])
    expect(column(view, 'Ownership')).toEqual([
      'unassigned',
      'unassigned',
      'unassigned',
      'client',
      'unassigned',
      'unassigned',
      'unassigned',
    ])
  })

  test('what does not apply says so', () => {
    const decisions: Matrix['decisions'] = [
      {
        ref: 'sample:AC-3',
        kind: 'not-applicable',
        by: 'Dana Reyes',
        reason: 'No visitor enters the building',
        date: '2026-02-01',
      },
    ]
    const [, , , row] = show('crm', { ...sampleMatrix, decisions }).tables[0]!.rows
    expect([row?.[2], row?.[6]]).toEqual(['not applicable', expect.stringContaining('not applicable')])
  })

  test('an outside provider’s part is its own, by name', () => {
    const view = show(
      'crm',
      matrixOf({
        ...visitorEscort,
        duties: [dutyWith({ party: 'night-soc', does: 'Watch the door', timing: undefined })],
      }),
    )
    expect(column(view, "Provider's part")[3]).toBe(
      'Night SOC Inc.: Watch the door [nothing shows that it took this on]',
    )
    expect(column(view, 'Ownership')[3]).toBe('provider')
  })

  test.each<readonly [string, Duty, string]>([
    [
      'a provider’s document',
      dutyWith({
        party: 'night-soc',
        basis: { document: 'SOC matrix', version: '4', date: '2026-01-05', place: 'row 12', claim: 'We watch' },
      }),
      ' [rests on SOC matrix, 4, 2026-01-05, row 12: “We watch”]',
    ],
    ['an offering of the MSP', dutyWith({}), ''],
    ['the MSP’s own business', dutyWith({ offering: undefined, own: true }), ''],
    ['nothing that the MSP sells', dutyWith({ offering: undefined }), ' [no offering delivers this]'],
    ['nobody', dutyWith({ party: 'unassigned', offering: undefined }), ''],
  ])('a provider’s duty that rests on %s', (_, duty, rests) => {
    const [cell] = column(show('crm', matrixOf({ ...visitorEscort, duties: [duty] })), "Provider's part").slice(3)
    expect(cell!.replace(/^.*after the notice\)/, '')).toBe(rests)
  })

  test('one framework only, where one is asked for', () => {
    expect(show('crm', twoFrameworkMatrix, { framework: 'trust' }).tables.map(({ title }) => title)).toEqual([
      'Trust criteria',
    ])
  })
})
