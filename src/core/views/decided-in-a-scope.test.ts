import { describe, expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import type { Decision } from '../decision.ts'
import { exhibitOf } from '../exhibit/exhibit-of.ts'
import type { Matrix } from '../matrix.ts'
import { dutyWith, matrixOf, visitorEscort } from '../testing/sample-matrix.ts'
import { subjectOf } from '../testing/sample-rendition.ts'
import { column, show } from '../testing/shown-view.ts'
import { workbookOf } from '../workbook/workbook-of.ts'
import type { ViewName } from './catalogue.ts'

const scopes = [
  { id: 'managed', title: 'Systems that the MSP manages' },
  { id: 'plant', title: 'The plant' },
]
const office: Activity = {
  ...visitorEscort,
  scopes: ['managed'],
  accountable: 'msp',
  duties: [dutyWith({ does: 'Watch the door by camera' })],
}
const plant: Activity = {
  ...visitorEscort,
  id: 'plant-escort',
  title: 'Walk with visitors through the plant',
  scopes: ['plant'],
  duties: [dutyWith({ party: 'client', offering: undefined, role: 'foreman', does: 'Walk beside each visitor' })],
}
const away: Decision = {
  ref: 'sample:AC-3',
  scope: 'plant',
  kind: 'not-applicable',
  by: 'Dana Reyes',
  reason: 'No visitor enters the plant.',
  date: '2026-02-01',
}

function matrixWith(...decisions: readonly Decision[]): Matrix {
  return { ...matrixOf(office, plant), scopes, decisions }
}

const decided = matrixWith(away)
const byParts = {
  ...matrixWith({ ...away, part: 'the yard' }),
  parts: { 'sample:AC-3': ['the yard', 'the hall'] },
  activities: [
    { ...office, scopes: undefined, covers: [{ ref: 'sample:AC-3', part: 'the hall' }] },
    { ...office, id: 'yard', scopes: undefined, covers: [{ ref: 'sample:AC-3', part: 'the yard' }] },
    { ...plant, covers: [{ ref: 'sample:AC-3', part: 'the yard' }] },
  ],
} satisfies Matrix

describe('a decision that takes an objective out in one scope', () => {
  test.each<ViewName>(['crm', 'client', 'caiq', 'objectives'])(
    'what was to be done there is nobody’s part: %s',
    (name) => {
      expect(JSON.stringify(show(name, matrixWith()).tables)).toMatch(/Walk beside each visitor|foreman/)
      expect(JSON.stringify(show(name, decided).tables)).not.toMatch(/Walk beside each visitor|foreman/)
    },
  )

  test('the customer responsibility matrix says where it does not apply, and whose the rest is', () => {
    const cells = show('crm', decided).tables[0]!.rows[3]!
    expect([cells[2], cells[5], cells[6]]).toEqual([
      'msp',
      'Sample IT LLC',
      'settled\nnot applicable, by decision: in “The plant”',
    ])
    expect(show('crm', byParts).tables[0]!.rows[3]![6]).toContain(
      'not applicable, by decision: the yard, in “The plant”',
    )
  })

  test('a row of that scope stands as not applicable, and is no duty of anybody', () => {
    expect(column(show('srm', matrixWith()), 'Status')).toEqual(['settled', 'settled'])
    expect(column(show('srm', decided), 'Status')).toEqual(['settled', 'not applicable, by decision'])
    expect(column(show('srm', byParts), 'Status')).toEqual(['settled', 'settled', 'not applicable, by decision'])
    expect(show('duties', decided, { party: 'client' }).tables).toEqual([])
  })

  test('the interview sheet and the list of decisions name the scope', () => {
    const view = show('interview', decided)
    expect(column(view, 'What to ask and see').join()).toContain('In “The plant”: No visitor enters the plant (decided')
    expect(column(show('interview', byParts), 'What to ask and see').join()).toContain(
      'For the part “the yard”, in “The plant”: No visitor',
    )
    const listed = view.preface.find(({ title }) => title === 'Decisions')!
    expect(listed.rows[0]![listed.columns.indexOf('Scope')]).toBe('The plant')
  })

  test('a row of both scopes stands', () => {
    const both = { ...decided, activities: [{ ...office, scopes: undefined }] }
    expect(column(show('srm', both), 'Status')).toEqual(['settled'])
  })

  test('decisions about each declared part in it take the whole of it out there', () => {
    const parts = { 'sample:AC-3': ['the yard', 'the hall'] }
    const decisions = ['the yard', 'the hall'].map((part) => ({ ...away, part }))
    const matrix = { ...matrixWith(...decisions), parts }
    expect(column(show('srm', matrix), 'Status')).toEqual(['settled', 'not applicable, by decision'])
    expect(show('crm', matrix).tables[0]!.rows[3]![6]).toBe('settled\nnot applicable, by decision: in “The plant”')
  })

  test('the workbook and the exhibit say the same', () => {
    const { sheets } = workbookOf(subjectOf(decided))
    const rows = sheets[0]!.rows.map(({ cells }) => cells).filter(({ id }) => id === 'AC-3')
    expect(rows.map(({ ownership, why, 'party:client': part = '' }) => [ownership, why, part])).toEqual([
      ['MSP', 'not applicable, by decision: in “The plant”', ''],
    ])
    const exhibit = exhibitOf(subjectOf(decided)).sections
    const printed = JSON.stringify(exhibit.filter(({ heading }) => heading.startsWith('Sample rule')))
    expect(printed).toContain('not applicable, by decision: in “The plant”')
    expect(printed).toContain('Sample IT LLC')
    expect(printed).not.toContain('Sample Dental PC')
  })
})
