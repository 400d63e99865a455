import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Timing } from '../timing.ts'
import { dutyWith, leaver, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'

describe('the interview sheet', () => {
  test('a row a duty: who answers, who speaks, what to ask, what to examine, which hand-off to test', () => {
    const [table] = show('interview').tables
    expect(table?.rows[0]).toEqual([
      'AC-1',
      'Termination Procedures',
      '[a], [b]',
      'Remove a leaver’s access in the managed systems',
      'Sample Dental PC',
      'Office manager, Sample Dental PC',
      'Tell the service-desk portal who leaves and from when\nTake the latest case and see two times. Start: the decision. Done: at most 4 business hours later.',
      'dated ticket',
      'The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
    ])
    expect(table?.rows[1]?.slice(0, 6)).toEqual(['AC-1', '', '', '', '', 'Service desk, Sample IT LLC'])
    expect(table?.rows[1]?.at(-1)).toBe('')
  })

  test.each<[string, Timing | undefined, string]>([
    ['a cadence', { every: '1 month' }, 'Ask for the last two times it was done, with their dates. Due every month.'],
    [
      'a lead',
      { before: '30 days', event: 'the signature' },
      'Event: the signature. Done: 30 days before it, or sooner.',
    ],
    ['an occasion', { on: 'each visit' }, 'Take the latest case and see it done. Due on each visit.'],
    [
      'a retention',
      { keep: '6 years', from: 'creation' },
      'Ask for the oldest item that must still be there. Kept 6 years from creation.',
    ],
    ['no clock', undefined, 'Ask when it was last done; no time is named.'],
  ])('the question follows %s', (_, timing, question) => {
    const view = show('interview', matrixOf({ ...visitorEscort, duties: [dutyWith({ timing })] }))
    expect(column(view, 'What to ask and see').join('\n')).toContain(question)
  })

  test('a time that a law sets is told with the law, a customary one without', () => {
    const asked = (source: string) =>
      column(
        show('interview', matrixOf({ ...visitorEscort, duties: [dutyWith({ source })] })),
        'What to ask and see',
      ).join(' ')
    expect(asked('45 CFR 164.412(b)')).toContain('The time rests on 45 CFR 164.412(b).')
    expect(asked('customary')).not.toContain('rests on')
  })

  test('evidence comes with its place, the day it was last seen and its digest', () => {
    const evidence = [
      { what: 'log', from: 'door system', keptAt: 'the office', lastSeen: '2026-03-01', sha256: 'a'.repeat(64) },
    ]
    const view = show('interview', matrixOf({ ...visitorEscort, duties: [dutyWith({ evidence })] }))
    expect(column(view, 'Evidence to examine')[2]).toBe(
      `log (from door system; kept at the office; last seen 2026-03-01; SHA-256 ${'a'.repeat(64)})`,
    )
  })

  test('what nobody has taken or covers is a row of its own', () => {
    const loose = { ...visitorEscort, duties: [{ party: 'unassigned', does: 'Keep the log' }] }
    const view = show(
      'interview',
      matrixOf(loose, { ...visitorEscort, id: 'idle', covers: ['sample:DOC-1'], duties: [] }),
    )
    const asked = column(view, 'What to ask and see')
    expect(column(view, 'Id')).toEqual(['AC-1', 'AC-2', 'AC-3', 'DOC-1'])
    expect(asked[0]).toBe('Open, [a], [b]: no activity covers it.')
    expect(asked[2]).toBe(
      'Keep the log\nNobody has taken this. Ask who does it today.\nOpen: nobody has taken: Keep the log.',
    )
    expect(asked[3]).toBe('It has no duty. Ask who does it today.\nOpen: nobody does it.')
  })

  test('what keeps an objective open stands with the first row of what it is about, once', () => {
    const parts = { 'sample:AC-1[b]': ['the office', 'the plant'] }
    const covers = ['sample:AC-1[a]', { ref: 'sample:AC-1[b]', part: 'the office' }]
    const matrix = { ...matrixOf({ ...leaver, covers }), parts, parameters: {} }
    const asked = column(show('interview', matrix), 'What to ask and see')
    expect(asked[0]!.split('\n').slice(2)).toEqual([
      'Open, [a], [b]: {request channel} has no answer yet.',
      'Open, [b]: nobody covers the part "the plant".',
    ])
    expect(asked[1]).not.toContain('Open')
    expect(column(show('interview'), 'What to ask and see').join('\n')).not.toContain('Open')
  })

  test('a decision is asked about, with its reason, its basis and the person who took it', () => {
    const decision: Decision = {
      ref: 'sample:AC-3',
      kind: 'not-applicable',
      by: 'Dana Reyes',
      reason: 'No visitor enters.',
      date: '2026-02-01',
      basis: 'floor plan',
    }
    const decided = (change: Partial<Decision>) =>
      show('interview', { ...sampleMatrix, decisions: [{ ...decision, ...change }] }).tables[0]!.rows.filter(
        ([id]) => id === 'AC-3',
      )
    expect(decided({})).toEqual([
      [
        'AC-3',
        'Escort Visitors',
        '',
        'Not applicable, by decision',
        'Dana Reyes',
        'Dana Reyes',
        'Ask what the decision rests on and whether it still holds.\nNo visitor enters (decided on 2026-02-01 by Dana Reyes).',
        'floor plan',
        '',
      ],
    ])
    expect(decided({ part: 'the plant' }).at(-1)?.[3]).toBe('Not applicable in a scope or part, by decision')
  })
})
