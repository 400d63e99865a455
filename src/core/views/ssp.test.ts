import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Duty } from '../duty.ts'
import { dutyWith, leaver, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'
import { twoFrameworkMatrix } from '../testing/trust-framework.ts'

describe('the statements for a system security plan', () => {
  test('a statement a requirement: the work, who answers, who is to do what and when, how the parts meet, what shows it', () => {
    expect(column(show('ssp'), 'Statement')[0]).toBe(
      [
        'The work is to remove a leaver’s access in the managed systems (for [a] and [b]).',
        'Sample Dental PC (the client) is accountable for it.',
        'Within 4 business hours after the decision, the client’s office manager is to tell the service-desk portal who leaves and from when.',
        'Within 24 hours after the client’s notice, the service desk of Sample IT LLC (the MSP) is to disable the person’s accounts and end their sessions.',
        'The parts meet as follows. The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
        'Evidence to be held by the client: dated ticket.',
        'By the MSP: closed ticket listing each account with the time disabled.',
      ].join(' '),
    )
  })

  test('several pieces of work are counted, and a party is introduced once', () => {
    const second = {
      ...visitorEscort,
      id: 'watch',
      title: 'Watch the door',
      covers: ['sample:AC-3'],
      accountable: 'client',
    }
    const text = column(show('ssp', matrixOf(visitorEscort, second)), 'Statement')[2]!
    const [one, two] = text.split('\n')
    expect(one).toContain('The first of two pieces of work is to escort visitors')
    expect(two).toContain('The second is to watch the door. The client is accountable for it.')
    expect(text.match(/Sample Dental PC/g)).toHaveLength(1)
  })

  test('what is open stands in brackets with the work that it concerns', () => {
    const loose: Duty = { party: 'unassigned', does: 'Keep the log' }
    const text = column(
      show('ssp', matrixOf({ ...visitorEscort, duties: [...visitorEscort.duties, loose] })),
      'Statement',
    )
    expect(text[2]).toContain('Evidence to be held by the client: visitor log. [Open: nobody has taken: Keep the log.]')
    expect(text[0]).toBe('[Open: no activity covers it.]')
    expect(text.join(' ')).not.toContain('Nobody yet is to')
  })

  test('a time that a law sets is cited, a customary one is not', () => {
    const cited = (source: string) =>
      column(show('ssp', matrixOf({ ...visitorEscort, duties: [dutyWith({ source })] })), 'Statement')[2]
    expect(cited('45 CFR 164.412(b)')).toContain('Within 24 hours after the notice (45 CFR 164.412(b)), ')
    expect(cited('customary')).toContain('Within 24 hours after the notice, ')
  })

  test.each<[Partial<Decision>, string]>([
    [{ ref: 'sample:AC-1' }, 'This does not apply. No keys exist. Decided on 2026-02-01 by Dana Reyes.'],
    [{ ref: 'sample:AC-1[b]' }, 'This does not apply as to [b]. No keys exist. Decided on 2026-02-01 by Dana Reyes.'],
    [
      { ref: 'sample:AC-1', scope: 'managed', basis: 'walk record' },
      'This does not apply in “Systems that the MSP manages”. No keys exist. Decided on 2026-02-01 by Dana Reyes. The decision rests on walk record.',
    ],
    [
      { ref: 'sample:AC-1', kind: 'addressable-alternative' },
      'An alternative takes the place of this addressable specification. No keys exist.',
    ],
    [{ ref: 'sample:AC-1', kind: 'accepted-risk' }, 'A risk that is left here was accepted. No keys exist.'],
    [{ ref: 'sample:AC-1', kind: 'partial-case' }, 'The requirement is held to be met in part. No keys exist.'],
  ])('a decision is told with its reason, its day and who took it: %o', (change, told) => {
    const decision = {
      kind: 'not-applicable',
      by: 'Dana Reyes',
      reason: 'No keys exist.',
      date: '2026-02-01',
      ref: 'sample:AC-1',
    } as const
    const matrix = { ...sampleMatrix, decisions: [{ ...decision, ...change }] }
    expect(column(show('ssp', matrix), 'Statement')[0]).toContain(told)
  })

  test('a decision without a reason is not told', () => {
    const matrix = { ...sampleMatrix, decisions: [{ ref: 'sample:AC-1', kind: 'not-applicable' as const }] }
    expect(column(show('ssp', matrix), 'Statement')[0]).not.toContain('does not apply')
  })

  test('no statement says that anything is done', () => {
    for (const statement of column(show('ssp', matrixOf({ ...leaver, handoff: undefined })), 'Statement'))
      expect(statement).not.toMatch(/\b(implemented|in place|is done|performs|ensures)\b/)
  })
})

test.each(['objectives', 'interview', 'ssp', 'caiq'] as const)('%s fills in every text that it shows', (name) => {
  const duty: Duty = {
    party: 'client',
    does: 'Visit {place}',
    role: 'guard of {place}',
    timing: { on: 'opening {place}' },
    evidence: [{ what: 'log of {place}', from: '{place}' }],
  }
  const activity = {
    ...visitorEscort,
    covers: ['sample:AC-3', 'trust:T1.1'],
    title: 'Watch {place}',
    handoff: 'The key of {place} changes hands the same day',
    duties: [duty, { ...duty, party: 'msp', does: 'Lock {place}' }],
  }
  const matrix = { ...twoFrameworkMatrix, parameters: { place: 'the plant' }, activities: [activity] }
  const shown = JSON.stringify(show(name, matrix).tables)
  expect(shown).toContain('the plant')
  expect(shown).not.toContain('{place}')
})
