import { describe, expect, test } from 'vitest'
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

  test('without a framework that ends in a report there is nothing to list', () => {
    const view = show('cuec')
    expect(view.tables).toEqual([])
    expect(view.intro.join(' ')).toContain('ends in a report of a service organization')
  })
})
