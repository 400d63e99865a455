import { expect, test } from 'vitest'
import type { RawRow, RawSheet } from './raw-workbook.ts'
import { activities, base, read, workbook } from './testing/returned-sample.ts'
import { rawOf, withRaw } from './testing/returned-workbook.ts'

function struck(sheet: RawSheet, ...letters: readonly string[]): RawSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.number === 2
        ? {
            ...row,
            cells: new Map(
              [...row.cells].map(([letter, cell]) => [
                letter,
                letters.includes(letter) ? { ...cell, struck: true } : cell,
              ]),
            ),
          }
        : row,
    ),
  }
}

const threaded =
  '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment.\n\nComment:\n    Not us!'

test.each<readonly [string, (sheet: RawSheet) => RawSheet, string, string]>([
  [
    'a comment',
    (sheet) => ({ ...sheet, comments: [{ letter: 'E', row: 2, text: 'We never\nagreed to this' }] }),
    'Activities!E2',
    'it has a comment, and comments are not read: "We never agreed to this"',
  ],
  [
    'a comment in Excel’s own form',
    (sheet) => ({ ...sheet, comments: [{ letter: 'E', row: 40, text: threaded }] }),
    'Activities!E40',
    'not read: "Not us!"',
  ],
  ['a text struck through', (sheet) => struck(sheet, 'E'), 'Activities!E2', 'text in it is struck through'],
  ['a row struck through', (sheet) => struck(sheet, 'C', 'D', 'Z'), 'Activities!C2', 'struck through in C2 and D2'],
])('%s: told by its address, and nothing else of it is taken', (_, edit, at, message) => {
  const { matrix, issues } = read(withRaw(rawOf(workbook), activities, edit))
  expect(matrix).toEqual(base)
  expect(issues).toEqual([{ at, message: expect.stringContaining(message) as string }])
})

test('of a sheet that is struck through as a whole one issue is made', () => {
  const raw = withRaw(rawOf(workbook), activities, (sheet) => ({
    ...sheet,
    rows: [
      ...sheet.rows,
      ...Array.from({ length: 21 }, (_, index): RawRow => ({
        number: index + 10,
        cells: new Map([['Z', { text: 'x', kind: 'text', struck: true }]]),
      })),
    ],
  }))
  const struckThrough = read(raw).issues.filter(({ message }) => message.includes('struck through'))
  expect(struckThrough).toEqual([{ at: activities, message: expect.stringContaining('in 21 rows') as string }])
})

test('a sheet’s own note is nobody’s comment', () => {
  const { note } = workbook.sheets.find(({ name }) => name === activities)!
  const raw = withRaw(rawOf(workbook), activities, (sheet) => ({
    ...sheet,
    comments: [{ letter: 'B', row: 1, text: `${note}\n` }],
  }))
  expect(read(raw).issues).toEqual([])
})
