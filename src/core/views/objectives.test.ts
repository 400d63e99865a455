import { expect, test } from 'vitest'
import { dutyWith, matrixOf, visitorEscort } from '../testing/sample-matrix.ts'
import { column, show } from '../testing/shown-view.ts'

test('a row an objective, with the two columns of the template and the reason for them', () => {
  const view = show('objectives')
  expect(view.tables.map(({ title, rows }) => [title, rows.map(([id]) => id)])).toEqual([
    ['Sample rule: Access Control (AC)', ['AC-1[a]', 'AC-1[b]', 'AC-2', 'AC-3']],
    ['Sample rule: Documentation (DOC)', ['DOC-1']],
  ])
  expect(column(view, 'Inherited')).toEqual(['Partial', 'Partial', 'Partial', 'None', 'None'])
  expect(column(view, 'ESP name').slice(2, 4)).toEqual(['Sample IT LLC', ''])
  expect(column(view, 'Why')[3]).toBe('Sample Dental PC does it and answers for it.')
})

test('artifacts and speakers are lists as the template takes them: once each, parted by semicolons', () => {
  const evidence = [{ what: 'visitor log; both volumes' }, { what: 'n/a' }]
  const duty = dutyWith({ party: 'client', offering: undefined, role: 'reception', evidence })
  const told = { ...visitorEscort, duties: [duty, { ...duty, does: 'Lock the door', interviewee: 'office manager' }] }
  const view = show('objectives', matrixOf(told))
  expect(column(view, 'Artifacts named')[3]).toBe('visitor log, both volumes')
  expect(column(view, 'Who can speak')[3]).toBe('Sample Dental PC, reception; Sample Dental PC, office manager')
})

test('the rule stands above the sheet', () => {
  expect(show('objectives').intro.join(' ')).toContain('An open objective is None')
})
