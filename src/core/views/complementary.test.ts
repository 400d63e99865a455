import { describe, expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import type { Matrix } from '../matrix.ts'
import { dutyWith, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'
import { twoFrameworkMatrix } from '../testing/trust-framework.ts'

describe('complementary controls follow from whose report it is', () => {
  const watch = {
    ...visitorEscort,
    covers: ['trust:T1.1', 'sample:AC-3'],
    duties: [
      dutyWith({ does: 'Run it' }),
      dutyWith({ party: 'client', does: 'Use it' }),
      dutyWith({ party: 'night-soc', does: 'Watch it' }),
      dutyWith({ party: 'unassigned', does: 'Lose it' }),
    ],
  }
  const reported = (assessed: string): Matrix => ({
    ...twoFrameworkMatrix,
    frameworks: [{ id: 'trust', assessed }],
    activities: [watch, { ...watch, id: 'b', covers: ['sample:AC-3'] }],
  })

  test.each<readonly [string, string, 'cuec' | 'csoc', readonly string[]]>([
    ['the MSP’s report: its users are the client', 'msp', 'cuec', ['Use it']],
    ['the MSP’s report: it relies on the SOC', 'msp', 'csoc', ['Watch it']],
    ['the client’s report: no user takes part', 'client', 'cuec', []],
    ['the client’s report: it relies on MSP and SOC', 'client', 'csoc', ['Run it', 'Watch it']],
    ['the SOC’s report: its users are MSP and client', 'night-soc', 'cuec', ['Run it', 'Use it']],
    ['the SOC’s report: it relies on nobody here', 'night-soc', 'csoc', []],
  ])('%s', (_, assessed, name, controls) => {
    const view = show(name, reported(assessed))
    expect(column(view, 'Control').map((text) => text.split(' (', 1)[0])).toEqual(controls)
    expect(new Set(column(view, 'Criteria'))).toEqual(new Set(controls.length > 0 ? ['T1.1'] : []))
    expect(view.intro.join(' ').includes('so this list is empty')).toBe(controls.length === 0)
  })

  test('another provider serves the reporting one, as does a second MSP: neither is its user', () => {
    const reporting = reported('night-soc')
    const matrix: Matrix = {
      ...reporting,
      parties: [...reporting.parties, { id: 'vault', kind: 'provider', legalName: 'Vault Inc.' }],
      activities: [{ ...watch, duties: [dutyWith({ party: 'vault', does: 'Keep it' })] }],
    }
    expect(column(show('cuec', matrix), 'Whose')).toEqual([])
    expect(column(show('csoc', matrix), 'Whose')).toEqual(['Vault Inc.'])
  })

  describe('what is no control of the report is left out', () => {
    const used = (...activities: readonly Activity[]): Matrix => ({ ...reported('msp'), activities })
    const away = { kind: 'not-applicable', by: 'Dana Reyes', reason: 'There is no door.', date: '2026-02-01' } as const
    const acting = { ...watch, accountable: 'msp', duties: watch.duties.slice(0, 2) }
    test.each<readonly [string, Matrix, readonly string[]]>([
      ['both act', used(acting), ['Use it']],
      ['the user acts alone', used({ ...acting, duties: [dutyWith({ party: 'client', does: 'Use it' })] }), []],
      [
        'the reporting party only pays',
        used({ ...acting, duties: [dutyWith({ kind: 'pays' }), dutyWith({ party: 'client', does: 'Use it' })] }),
        [],
      ],
      [
        'the user only pays',
        used({ ...acting, duties: [dutyWith({}), dutyWith({ party: 'client', kind: 'pays', does: 'Badges' })] }),
        [],
      ],
      ['a decision took it out', { ...used(acting), decisions: [{ ...away, ref: 'trust:T1.1' }] }, []],
      ['its category is not reported on', used({ ...acting, covers: ['trust:T3.1'] }), []],
    ])('%s', (_, matrix, controls) => {
      expect(column(show('cuec', matrix), 'Control').map((text) => text.split(' (', 1)[0])).toEqual(controls)
    })

    test('a criterion that a decision took out is not cited beside one that applies', () => {
      const matrix = {
        ...used({ ...acting, covers: ['trust:T1.1', 'trust:T2.1'] }),
        frameworks: [{ id: 'trust', assessed: 'msp', categories: ['availability'] }],
        decisions: [{ ...away, ref: 'trust:T2.1' }],
      }
      expect(column(show('cuec', matrix), 'Criteria')).toEqual(['T1.1'])
    })

    test('an open control says so, and why', () => {
      const handoff = 'The desk calls within 1 hour and the log closes the call the same day.'
      const settled = used({
        ...acting,
        handoff,
        duties: [dutyWith({}), dutyWith({ party: 'client', offering: undefined, does: 'Walk with each visitor' })],
      })
      expect(column(show('cuec', settled), 'Status')).toEqual(['settled'])
      expect(column(show('cuec', used(watch)), 'Status')).toEqual([
        expect.stringMatching(/^open: T1\.1 \(.*untaken.*\)$/),
      ])
    })
  })

  test('an empty list says why in sentences, and holds no table', () => {
    const matrix = {
      ...reported('client'),
      parties: twoFrameworkMatrix.parties.map((party) => ({ ...party, legalName: 'Sample, Inc.' })),
    }
    const { intro, tables } = show('cuec', matrix)
    expect(intro).toEqual([
      'Whose report: Sample, Inc. Its users are not parties to this engagement, so this list is empty.',
    ])
    expect(tables).toEqual([])
  })

  test('without a framework that ends in a report there is nothing to list', () => {
    const view = show('cuec')
    expect(view.tables).toEqual([])
    expect(view.intro.join(' ')).toContain('ends in a report of a service organization')
  })
})
