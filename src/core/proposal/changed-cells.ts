// The cells of a sheet that say something else than when it went out: edits where they may be, issues where they are derived.
import type { Subject } from '../rendition/rendition.ts'
import type { SheetColumn, SheetRow } from '../workbook/workbook.ts'
import { hasSameLines, linesIn, saysTheSame } from './cell-text.ts'
import { brokenLines } from './broken-lines.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'
import type { FramedRow } from './framed-row.ts'

/** What every reader of a sheet knows. */
export interface Reading {
  readonly subject: Subject
  /** what a cell of the file holds of a text: one that is too long is cut */
  readonly held: (text: string) => string
}

export interface ChangedCell {
  readonly at: string
  readonly text: string
  readonly column: SheetColumn
}

export interface ChangedRow {
  readonly base: SheetRow
  readonly row: FramedRow
  readonly cells: readonly ChangedCell[]
  /** keys of columns whose cell here was changed and cannot be read */
  readonly unread: ReadonlySet<string>
  readonly problems: readonly Edit[]
}

/** Where a cell cannot be read it is no change but an issue. */
export function changedRows({ sheet, known }: Frame, reading: Reading): readonly ChangedRow[] {
  const editable = sheet.columns.filter((column) => column.editable)
  return known.map(({ base, row }) => {
    const emptied = emptiedRow(editable, base, row)
    if (emptied !== undefined) return { base, row, cells: [], unread: new Set(), problems: [emptied] }
    const looked = editable.map((column) => ({ column, found: look(column, { base, row }, reading) }))
    return {
      base,
      row,
      cells: looked.flatMap(({ column, found }) =>
        found?.kind === 'changed' ? [{ at: found.at, text: found.text, column }] : [],
      ),
      unread: new Set(looked.flatMap(({ column, found }) => (found?.kind === 'issue' ? [column.key] : []))),
      problems: looked.flatMap(({ found }) => (found?.kind === 'issue' ? [found] : [])),
    }
  })
}

function emptiedRow(editable: readonly SheetColumn[], base: SheetRow, row: FramedRow): Edit | undefined {
  if (editable.length < 2) return undefined
  const empty = editable.every(({ key }) => row.cell(key)?.text === '')
  if (!empty || editable.every(({ key }) => (base.cells[key] ?? '') === '')) return undefined
  return issue(
    row.cell(editable[0]!.key)!.at,
    `the cells of row ${row.number} were emptied, and nothing of it was taken; delete the whole row to propose that it goes`,
  )
}

type Looked =
  | { readonly kind: 'changed'; readonly at: string; readonly text: string }
  | (Edit & { readonly kind: 'issue' })

/** Undefined where it says what it said. */
function look(
  column: SheetColumn,
  { base, row }: { readonly base: SheetRow; readonly row: FramedRow },
  { held }: Reading,
): Looked | undefined {
  const cell = row.cell(column.key)
  const before = base.cells[column.key] ?? ''
  const same = column.lines ? hasSameLines : saysTheSame
  if (cell === undefined || same(cell.text, held(before))) return undefined
  const fault = cell.fault ?? (column.lines && brokenLines(linesIn(before), linesIn(cell.text)))
  if (fault !== undefined) return { kind: 'issue', at: cell.at, message: fault }
  if (saysTheSame(held(before), before)) return { kind: 'changed', at: cell.at, text: cell.text }
  const message = 'a cell does not hold the whole of this text, so it cannot be changed here; change it in the matrix'
  return { kind: 'issue', at: cell.at, message }
}

const systematic = 3

/** Derived cells; where most of a column reads otherwise, nobody typed that: it was written by another version, or for another locale. */
export function derivedChanges({ sheet, known }: Frame, { held }: Reading, where: string): readonly Edit[] {
  const editable = sheet.columns.filter((column) => column.editable)
  const whole = known.filter(({ base, row }) => emptiedRow(editable, base, row) === undefined)
  return sheet.columns
    .filter((column) => !column.editable)
    .flatMap(({ key, title }) => {
      const found = whole.flatMap(({ base, row }) => {
        const cell = row.cell(key)
        return cell === undefined || saysTheSame(cell.text, held(base.cells[key] ?? '')) ? [] : [cell]
      })
      if (found.length >= systematic && found.length * 2 > known.length)
        return [
          {
            kind: 'note' as const,
            message: `The column "${title}" of the sheet "${sheet.name}" reads otherwise than it would be written today in most of its rows; it is derived and was not compared.`,
          },
        ]
      return found.map(({ at, text, fault }) =>
        issue(
          at,
          fault ?? (text === '' ? `this cell is derived and was emptied; ${where}` : `this cell is derived; ${where}`),
        ),
      )
    })
}
