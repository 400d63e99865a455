import { describe, expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { dutyWith, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'

const msp = dutyWith({ does: 'Watch the door by camera' })
const client = dutyWith({ party: 'client', offering: undefined, does: 'Walk with each visitor' })
const third = dutyWith({ party: 'night-soc', offering: undefined, does: 'Watch the door at night' })
const paid = { ...client, kind: 'pays' } as const
const loose: Duty = { party: 'unassigned', does: 'Keep the log' }
const handoff = 'The desk calls within 1 hour and the log closes the call the same day.'

function shown(...duties: readonly Duty[]) {
  return answered('msp', ...duties)
}

function answered(accountable: string, ...duties: readonly Duty[]) {
  return show('caiq', matrixOf({ ...visitorEscort, accountable, handoff, duties }))
}

describe('the ownership of a control in the six values', () => {
  test.each([
    ['CSP-owned', [msp]],
    ['CSP-owned', [msp, paid]],
    ['Third-party outsourced', [third]],
    ['Shared CSP and CSC', [msp, client]],
    ['Shared CSP and third-party', [msp, third]],
    ['Shared CSP and CSC', [client, third]],
    ['Shared CSP and CSC', [msp, client, third]],
    ['', [loose]],
    ['', [paid]],
    ['', [msp, loose]],
  ])('%s', (value, duties) => {
    expect(column(shown(...duties), 'SSRM control ownership')[3]).toBe(value)
  })

  test.each([
    ['Shared CSP and CSC', 'client', [msp]],
    ['Shared CSP and CSC', 'client', [msp, third]],
    ['Shared CSP and CSC', 'client', [third]],
    ['CSC-owned', 'client', [client]],
    ['Shared CSP and CSC', 'msp', [client]],
    ['Third-party outsourced', 'msp', [third]],
    ['', 'client', [paid]],
  ])('%s, where the %s answers', (value, accountable, duties) => {
    expect(column(answered(accountable, ...duties), 'SSRM control ownership')[3]).toBe(value)
  })

  test('a client that answers for what others do is told so', () => {
    expect(column(answered('client', msp), 'CSC responsibilities')[3]).toBe(`Answers for: ${visitorEscort.title}`)
    expect(column(answered('client', msp, client), 'CSC responsibilities')[3]).not.toContain('Answers for')
  })

  test('the MSP’s and the third party’s parts describe it, the client’s stand apart', () => {
    const view = shown(msp, client, third)
    expect(column(view, 'CSP implementation description')[3]).toBe(
      [
        'Sample IT LLC: Watch the door by camera (within 24 hours after the notice)',
        'Third party, Night SOC Inc.: Watch the door at night (within 24 hours after the notice)',
        `How the parts meet: ${handoff}`,
      ].join('\n'),
    )
    expect(column(view, 'CSC responsibilities')[3]).toBe('Walk with each visitor (within 24 hours after the notice)')
  })

  test('an empty value says that nobody has taken it', () => {
    expect(column(shown(loose), 'CSP implementation description')[3]).toContain(
      'Nobody has taken the whole of it: nobody has taken: Keep the log.',
    )
    expect(column(shown(loose), 'CSP implementation description')[0]).toContain('no activity covers it')
  })

  test('N/A stands only on a decision, with its reason', () => {
    const decisions: Matrix['decisions'] = [
      {
        ref: 'sample:AC-3',
        kind: 'not-applicable',
        by: 'Dana Reyes',
        reason: 'No visitor enters.',
        date: '2026-02-01',
      },
    ]
    const view = show('caiq', { ...sampleMatrix, decisions })
    expect(view.tables[0]?.rows[3]?.slice(2)).toEqual([
      'N/A',
      'Not applicable: No visitor enters (decided on 2026-02-01 by Dana Reyes).',
      '',
    ])
  })
})
