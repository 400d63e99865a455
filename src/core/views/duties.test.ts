import { describe, expect, test } from 'vitest'
import { dutyWith, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'

describe('one party’s list', () => {
  test('the client’s holds only what the client does, a row an activity', () => {
    const view = show('client')
    expect(column(view, 'You')).toEqual([
      'office manager: Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      'system owners: Mark each account on the list as kept, changed or removed, and sign it (within 5 business days after the list arrives)',
      'reception: Enter each visitor in the log and walk with them until they leave (on each visit)',
      'managing partner: Approve each policy by signature and publish it to the workforce (every 12 months)',
    ])
    expect(view.tables[0]?.rows[0]?.slice(2)).toEqual([
      'dated ticket',
      'The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
      'AC-1[a], AC-1[b]',
    ])
    expect(JSON.stringify(view)).not.toContain('Disable the person’s accounts')
  })

  test('where the client has no part, it has no row', () => {
    expect(show('client', matrixOf({ ...visitorEscort, duties: [dutyWith({})] })).tables).toEqual([])
  })

  test('two duties of the client in one activity share its row, evidence named once', () => {
    const [escort] = visitorEscort.duties
    const matrix = matrixOf({
      ...visitorEscort,
      duties: [escort!, { ...escort!, role: undefined, does: 'Collect the badge' }],
    })
    const view = show('client', matrix)
    expect(column(view, 'You')).toEqual([
      'reception: Enter each visitor in the log and walk with them until they leave (on each visit)\nCollect the badge (on each visit)',
    ])
    expect(column(view, 'Proof to keep')).toEqual(['visitor log'])
  })

  test.each<readonly [string, string | undefined, readonly string[]]>([
    [
      'the MSP, unless another is named',
      undefined,
      [
        'Disable the person’s accounts and end their sessions',
        'Send the client a list of every account with its groups and last sign-in',
      ],
    ],
    [
      'the client',
      'client',
      [
        'Tell the service-desk portal who leaves and from when',
        'Mark each account on the list as kept, changed or removed, and sign it',
        'Enter each visitor in the log and walk with them until they leave',
        'Approve each policy by signature and publish it to the workforce',
      ],
    ],
    ['a SOC without a duty', 'night-soc', []],
  ])('duties of %s', (_, party, duties) => {
    expect(column(show('duties', sampleMatrix, { party }), 'Duty')).toEqual(duties)
  })

  test('with citations, and what is paid for', () => {
    const matrix = matrixOf({
      ...visitorEscort,
      covers: [{ ref: 'sample:AC-3', part: 'the office' }],
      duties: [dutyWith({ kind: 'pays', does: 'Badges' })],
    })
    const view = show('duties', matrix, { party: 'msp' })
    expect([column(view, 'Duty'), column(view, 'Citations')]).toEqual([['Pay: Badges'], ['AC-3 (the office)']])
  })

  test('with how the activity stands, so that nobody plans what is open as settled', () => {
    const loose = { ...visitorEscort, duties: [...visitorEscort.duties, dutyWith({ party: 'unassigned' })] }
    expect(column(show('duties', matrixOf(loose), { party: 'client' }), 'Status')).toEqual(['1 of 1 open'])
    expect(new Set(column(show('duties'), 'Status'))).toEqual(new Set(['settled']))
  })

  test('evidence with where it comes from', () => {
    const duty = dutyWith({ evidence: [{ what: 'export', from: 'the directory' }, { what: 'ticket' }] })
    expect(column(show('duties', matrixOf({ ...visitorEscort, duties: [duty] })), 'Evidence')).toEqual([
      'export (the directory); ticket',
    ])
  })
})
