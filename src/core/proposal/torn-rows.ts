// Rows torn apart: what was sorted or moved without the cells beside it says of a row what belongs to another.
import { sayList } from '../naming.ts'
import type { SheetColumn } from '../workbook/workbook.ts'
import { plain } from './cell-text.ts'
import type { Reading } from './changed-cells.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'

const leastRows = 2
const leastCells = 3

/** Nobody types the texts of several rows into each other. */
export function tornRows(frame: Frame, held: Reading['held']): Edit | undefined {
  return withoutTheirIds(frame, held) ?? columnsAlone(frame, held)
}

/** A row as it went out and as it is now, in the texts of some columns. */
interface Told {
  readonly number: number
  readonly before: string
  readonly after: string
}

/** The hidden ids stayed behind: derived cells, which nobody writes, say whose row it is. */
function withoutTheirIds(frame: Frame, held: Reading['held']): Edit | undefined {
  const { sheet, known } = frame
  const derived = sheet.columns.filter((column) => !column.editable && tells(frame, column, held))
  const signed = known.map(({ base, row }): Told => {
    const texts = (textOf: (key: string) => string): string =>
      JSON.stringify(derived.map(({ key }) => plain(textOf(key))))
    return {
      number: row.number,
      before: texts((key) => held(base.cells[key] ?? '')),
      after: texts((key) => row.cell(key)!.text),
    }
  })
  const gone = frame.gone.map(({ cells }) => JSON.stringify(derived.map(({ key }) => plain(held(cells[key] ?? '')))))
  const moved = movedAmong(signed, [...signed.map(({ before }) => before), ...gone])
  if (moved.length < leastRows) return undefined
  const rows = sayList(moved.map(({ number }) => String(number)))
  return issue(
    sheet.name,
    `the rows ${rows} were sorted or moved without the hidden column A, which says which row is which: their cells belong to other rows now. Nothing on this sheet was read; undo that, or copy the edits into a new export, and sort whole rows`,
  )
}

/** Where most of a column reads as no row of it read, another version or locale wrote it, and it tells nothing of whose row it is. */
function tells({ sheet, known }: Frame, { key }: SheetColumn, held: Reading['held']): boolean {
  const texts = new Set(sheet.rows.map(({ cells }) => plain(held(cells[key] ?? ''))))
  const present = known.flatMap(({ row }) => row.cell(key) ?? [])
  return present.length > 0 && present.filter(({ text }) => !texts.has(plain(text))).length * 2 <= present.length
}

/** Of the rows that say what another said, those that came by it in a move: it stands no more often than it did. */
function movedAmong(rows: readonly Told[], before: readonly string[]): readonly Told[] {
  const then = Map.groupBy(before, (text) => text)
  const now = Map.groupBy(rows, ({ after }) => after)
  return rows.filter(
    (row) =>
      row.before !== row.after && (then.get(row.after)?.length ?? 0) >= now.get(row.after)!.length && says(row.after),
  )
}

function says(signature: string): boolean {
  return /[^[\]",]/.test(signature)
}

/** A column that was sorted while the others stayed, whatever was typed besides. */
function columnsAlone({ sheet, known }: Frame, held: Reading['held']): Edit | undefined {
  const torn = sheet.columns.filter(({ key }) => {
    const differing = known.flatMap(({ base, row }): Told[] => {
      const [before, after] = [plain(held(base.cells[key] ?? '')), plain(row.cell(key)?.text ?? '')]
      return before === after ? [] : [{ number: row.number, before, after }]
    })
    const moved = movedAmong(
      differing,
      differing.map(({ before }) => before),
    )
    const distinct = new Set(moved.map(({ after }) => after)).size
    return distinct >= leastCells && distinct * 2 >= moved.length && moved.length * 2 >= differing.length
  })
  if (torn.length === 0) return undefined
  const titles = torn.map(({ title }) => `"${title}"`).join(', ')
  return issue(
    sheet.name,
    `rows were torn apart: the cells of ${titles} stand in other rows than the cells beside them, as when a column is sorted alone. Nothing on this sheet was read; undo that, and sort whole rows`,
  )
}
