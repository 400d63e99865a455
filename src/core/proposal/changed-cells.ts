// The cells of a sheet that say something else than when it went out: edits where they may be, issues where they are derived.
import type { Subject } from '../rendition/rendition.ts'
import type { Sheet, SheetColumn, SheetRow } from '../workbook/workbook.ts'
import type { AnswerSets } from './answers.ts'
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
  readonly answers: AnswerSets
  /** what a cell may say without anybody having changed it: as it went out, and with the answers that came back */
  readonly texts: (sheet: Sheet, row: SheetRow, key: string) => readonly string[]
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
    const looked = editable.map((column) => ({ column, found: look(column, { base, row }, { sheet, reading }) }))
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
  { sheet, reading }: { readonly sheet: Sheet; readonly reading: Reading },
): Looked | undefined {
  const { held } = reading
  const cell = row.cell(column.key)
  const before = base.cells[column.key] ?? ''
  const same = column.lines ? hasSameLines : saysTheSame
  const texts = reading.texts(sheet, base, column.key)
  if (cell === undefined || texts.some((text) => same(cell.text, held(text)))) return undefined
  const fault = cell.fault ?? (column.lines && brokenIn(texts, cell.text))
  if (fault !== undefined) return { kind: 'issue', at: cell.at, message: fault }
  if (saysTheSame(held(before), before)) return { kind: 'changed', at: cell.at, text: cell.text }
  const message = 'a cell does not hold the whole of this text, so it cannot be changed here; change it in the matrix'
  return { kind: 'issue', at: cell.at, message }
}
function brokenIn(texts: readonly string[], text: string): string | undefined {
  return texts.map((before) => brokenLines(linesIn(before), linesIn(text))).find((fault) => fault !== undefined)
}

const systematic = 3

/** Where one changes what a derived cell says: of the whole sheet, or by the key of its column. */
export type Advice = string | Readonly<Record<string, string>>

const inTheMatrix = 'change it in the matrix'

/** Derived cells; where most of a column reads otherwise, nobody typed that: it was written by another version, or for another locale. */
export function derivedChanges({ sheet, known }: Frame, { held, texts }: Reading, advice: Advice): readonly Edit[] {
  const editable = sheet.columns.filter((column) => column.editable)
  const whole = known.filter(({ base, row }) => emptiedRow(editable, base, row) === undefined)
  return sheet.columns
    .filter((column) => !column.editable)
    .flatMap(({ key, title }) => {
      const found = whole.flatMap(({ base, row }) => {
        const cell = row.cell(key)
        const said = texts(sheet, base, key)
        return cell === undefined || said.some((before) => saysTheSame(cell.text, held(before))) ? [] : [cell]
      })
      if (found.length >= systematic && found.length * 2 > known.length)
        return [
          {
            kind: 'note' as const,
            message: `The column "${title}" of the sheet "${sheet.name}" reads otherwise than it would be written today in most of its rows; it is derived and was not compared.`,
          },
        ]
      const where = typeof advice === 'string' ? advice : (advice[key] ?? inTheMatrix)
      return found.map(({ at, text, fault }) =>
        issue(
          at,
          fault ?? (text === '' ? `this cell is derived and was emptied; ${where}` : `this cell is derived; ${where}`),
        ),
      )
    })
}
