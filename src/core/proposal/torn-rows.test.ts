import { expect, test } from 'vitest'
import type { SheetRow, Workbook } from '../workbook/workbook.ts'
import { all, lacking, set, withRows, withSheet } from './testing/returned-workbook.ts'
import { activities, base, duties, leaverRow, readBook, workbook } from './testing/returned-sample.ts'

test.each(['title', 'citations'])('where the column %s was sorted alone, nothing on its sheet is read', (key) => {
  const { matrix, issues } = readBook((book) =>
    withRows(book, activities, (rows) =>
      rows.map((row, index) => ({
        ...row,
        cells: { ...row.cells, [key]: rows[(index + 1) % rows.length]!.cells[key]! },
      })),
    ),
  )
  expect(matrix).toEqual(base)
  expect(issues).toEqual([{ at: activities, message: expect.stringContaining('rows were torn apart') as string }])
})

/** The texts of the rows in another order; the hidden ids stay where they were. */
function withoutIds(name: string, order: (cells: readonly SheetRow['cells'][]) => readonly SheetRow['cells'][]) {
  return (book: Workbook): Workbook =>
    withRows(book, name, (rows) => {
      const ordered = order(rows.map(({ cells }) => cells))
      return rows.map(({ id }, index) => ({ id, cells: ordered[index]! }))
    })
}

test.each<readonly [string, string, (book: Workbook) => Workbook]>([
  ['sorted', activities, withoutIds(activities, (cells) => cells.toReversed())],
  ['shifted by one, the last falling out', duties, withoutIds(duties, (cells) => [{}, ...cells.slice(0, -1)])],
  [
    'sorted where a derived column was deleted',
    activities,
    all(
      withoutIds(activities, (cells) => cells.toReversed()),
      (book) =>
        withSheet(book, activities, (sheet) => ({
          ...sheet,
          columns: sheet.columns.filter(({ key }) => key !== 'topic'),
        })),
    ),
  ],
  ['two changed places', 'Questions', withoutIds('Questions', ([first, second]) => [second!, first!])],
])(
  'rows %s without the column of their ids, and edited: nothing on that sheet is read, and they are named',
  (...row) => {
    const [, name, edit] = row
    const edited = set(name, [leaverRow, 'handoff'], 'By telephone.')
    const { matrix, issues } = readBook(all(edited, edit))
    expect(matrix).toEqual(base)
    expect(issues).toEqual([
      { at: name, message: expect.stringMatching(/the rows [23].* without the hidden column A/) as string },
    ])
  },
)

test('derived cells that were typed alike are told one by one, and the rest of the sheet is read', () => {
  const [first, second, third] = workbook.sheets.find(({ name }) => name === duties)!.rows
  const typed = [second!, third!].map(
    ({ id }) =>
      (book: Workbook) =>
        withRows(book, duties, (rows) =>
          rows.map((row) =>
            row.id === id
              ? {
                  ...row,
                  cells: {
                    ...row.cells,
                    ...lacking(first!.cells, 'party', 'does', 'kind', 'when', 'source', 'role', 'evidence'),
                  },
                }
              : row,
          ),
        ),
  )
  const { changes, issues } = readBook(all(...typed, set(activities, [leaverRow, 'title'], 'Another title')))
  expect(changes).toHaveLength(1)
  expect(issues.map(({ message }) => message)).toContainEqual(expect.stringContaining('this cell is derived'))
})

test('a column that was sorted alone is known where others of its cells were edited besides', () => {
  const { matrix, issues } = readBook((book) =>
    withRows(book, activities, (rows) =>
      rows.map((row, index) => ({
        ...row,
        cells: { ...row.cells, title: index === 3 ? 'Another title' : rows[(index + 1) % 3]!.cells['title']! },
      })),
    ),
  )
  expect(matrix).toEqual(base)
  expect(issues).toEqual([{ at: activities, message: expect.stringContaining('rows were torn apart') as string }])
})
