// The 96 rows of the published template are covered, with the right citations, and keep their figures.
import { describe, expect, test } from 'vitest'
import { coverRef } from '../src/core/activity.ts'
import { compareWithReference } from './library/reference.ts'
import { starterReference } from './library/reference-facts.ts'
import { frameworks, starterCoverage, template } from './library/shipped.ts'

const byId = new Map(template.activities.map((activity) => [activity.id, activity]))
const activitiesOf = (key: string) => (starterCoverage[key] ?? []).flatMap((id) => byId.get(id) ?? [])
const citedBy = (key: string) => new Set(activitiesOf(key).flatMap(({ covers }) => covers.map(coverRef)))

describe('the starter coverage', () => {
  test('has 96 rows, each with activities that exist, none named twice', () => {
    expect(Object.keys(starterCoverage)).toHaveLength(96)
    const astray = Object.entries(starterCoverage).filter(([key, ids]) => {
      return ids.length === 0 || new Set(ids).size < ids.length || activitiesOf(key).length < ids.length
    })
    expect(astray).toEqual([])
  })

  test.each([
    ['hipaa-02', 'leaver: disabled by the MSP', 'within', '24 hours', 'msp'],
    ['hipaa-02', 'leaver: told by the client', 'within', '4 business hours', 'client'],
    ['hipaa-04', 'access report each quarter', 'every', '3 months', 'msp'],
    ['hipaa-16', 'yearly risk assessment', 'every', '12 months', 'client'],
    ['cmmc-l2-46', 'report of a cyber incident to the DoD', 'within', '72 hours', 'client'],
    ['cmmc-l2-55', 'leaver, under CMMC', 'within', '24 hours', 'msp'],
    ['cmmc-l2-55', 'leaver, under CMMC', 'within', '4 business hours', 'client'],
  ])('%s keeps its figure: %s, %s %s by the %s', (key, _, kind, figure, party) => {
    const timings = activitiesOf(key).flatMap(({ duties }) =>
      duties.filter((duty) => duty.party === party).map(({ timing }) => timing),
    )
    expect(timings).toContainEqual(expect.objectContaining({ [kind]: figure }))
  })

  test('marks a figure as customary where no law sets it', () => {
    const leaver = activitiesOf('hipaa-02').flatMap(({ duties }) => duties)
    const figures = leaver.filter(({ timing }) => timing && 'within' in timing)
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.filter(({ source }) => !source?.startsWith('customary'))).toEqual([])
  })

  test('cites the law where it sets the figure', () => {
    const dod = activitiesOf('cmmc-l2-46').flatMap(({ duties }) => duties)
    const report = dod.filter(({ timing }) => timing && 'within' in timing && timing.within === '72 hours')
    expect(report.map(({ source }) => source)).toContainEqual(expect.stringMatching(/DFARS 252\.204-7012\(c\)/))
  })
})

compareWithReference('the starter rows of the reference', () => {
  const { rows } = starterReference()

  test('are the keys, in their order', () => {
    expect(Object.keys(starterCoverage)).toEqual(rows.map(({ key }) => key))
  })

  test.each(rows.map((row) => [row.key, row] as const))('%s is cited as it should be, whole', (key, row) => {
    const cited = citedBy(key)
    const wanted = row.should_cite.flatMap((id) => objectivesOf(id))
    expect(wanted.length).toBeGreaterThanOrEqual(row.should_cite.length)
    expect(wanted.filter((ref) => !cited.has(ref))).toEqual([])
  })
})

/** Every objective of the requirement that has this id, in whichever framework prints it. */
function objectivesOf(id: string): readonly string[] {
  return [...frameworks.values()].flatMap((framework) =>
    framework.requirements
      .filter((requirement) => requirement.id === id)
      .flatMap(({ objectives }) => objectives.map((objective) => `${framework.id}:${objective.id}`)),
  )
}
