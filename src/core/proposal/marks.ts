// What people put on cells instead of into them: comments, and lines through the text. Neither is read, and both are told.
import { brief } from '../brief.ts'
import { sayList } from '../naming.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { plain } from './cell-text.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import { address } from './framed-row.ts'
import type { RawComment, RawRow, RawSheet } from './raw-workbook.ts'

/** @param sheets those that are the workbook's, as they came back */
export function marksOn(
  sheets: readonly RawSheet[],
  { sheets: ours }: Workbook,
  held: (text: string) => string,
): readonly Edit[] {
  const notes = new Set(ours.map(({ note }) => plain(held(note))))
  return sheets.flatMap(({ name, rows, comments = [] }) => [
    ...comments.flatMap((comment) => commentOn(name, comment, notes)),
    ...struckOn(name, rows),
  ])
}

// What Excel writes for older programs over the comment itself.
const preface = /^\[Threaded comment\].*?Comment:/

/** The sheet's own note is no comment of theirs. */
function commentOn(sheet: string, { letter, row, text }: RawComment, notes: ReadonlySet<string>): readonly Edit[] {
  const words = plain(plain(text).replace(preface, ''))
  if (words === '' || notes.has(words)) return []
  const message = `it has a comment, and comments are not read: "${brief(words, 200)}". Write into the cell what is to change`
  return [issue(address(sheet, letter, row), message)]
}

const mostRows = 20

/** Where most of a sheet is struck through it was formatted so, and one issue says it. */
function struckOn(sheet: string, rows: readonly RawRow[]): readonly Edit[] {
  const issues = rows.flatMap((row) => struckIn(sheet, row))
  if (issues.length <= mostRows) return issues
  const message = `text is struck through in ${issues.length} rows of this sheet, and was read as if it were not; delete the words, or the whole rows to propose that they go`
  return [issue(sheet, message)]
}

function struckIn(sheet: string, { number, cells }: RawRow): readonly Edit[] {
  const letters = [...cells].flatMap(([letter, { struck, text }]) => (struck && plain(text) !== '' ? [letter] : []))
  const [first] = letters
  if (first === undefined) return []
  const which =
    letters.length === 1
      ? 'text in it is struck through'
      : `text is struck through in ${sayList(letters.map((letter) => `${letter}${number}`))}`
  const message = `${which}, and was read as if it were not; delete the words, or the whole row to propose that it goes`
  return [issue(address(sheet, first, number), message)]
}
