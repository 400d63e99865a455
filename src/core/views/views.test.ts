import { describe, expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { show } from '../testing/shown-view.ts'
import { twoFrameworkMatrix } from '../testing/trust-framework.ts'
import { viewNames } from './catalogue.ts'

describe('every view', () => {
  test.each(viewNames)('%s has its name, a title with the matrix’s, and as many cells as columns', (name) => {
    const view = show(name, twoFrameworkMatrix)
    expect(view.name).toBe(name)
    expect(view.title).toContain(sampleMatrix.title)
    for (const { columns, rows } of view.tables) for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  test.each(viewNames)('%s of an empty matrix is no error', (name) => {
    expect(show(name, { ...twoFrameworkMatrix, activities: [] }).name).toBe(name)
  })

  test.each(['srm', 'crm', 'client'] as const)('%s fills in the answers', (name) => {
    const text = JSON.stringify(show(name))
    expect(text).toContain('the service-desk portal')
    expect(text).not.toContain('{request channel}')
    expect(JSON.stringify(show(name, { ...sampleMatrix, parameters: {} }))).toContain('{request channel}')
  })
})

test.each(['srm', 'crm', 'client', 'duties', 'csoc'] as const)('%s fills in every text that it shows', (name) => {
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
    duties: [duty, { ...duty, party: 'msp' }],
  }
  const matrix = {
    ...twoFrameworkMatrix,
    frameworks: twoFrameworkMatrix.frameworks.map((chosen) => ({ ...chosen, assessed: 'client' })),
    parameters: { place: 'the plant' },
    activities: [activity],
  }
  const shown = JSON.stringify(show(name, matrix).tables)
  expect(shown).toContain('Visit the plant')
  expect(shown).not.toContain('{place}')
})
