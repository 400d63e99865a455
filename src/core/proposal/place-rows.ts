// The rows of a sheet that came back, told apart by their hidden ids: known, new, gone, copied.
import { brief } from '../brief.ts'
import { sayList } from '../naming.ts'
import type { Sheet, SheetRow } from '../workbook/workbook.ts'
import { plain, saysTheSame } from './cell-text.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import { address, framedRow } from './framed-row.ts'
import type { FramedRow, Framing } from './framed-row.ts'
import type { RawRow } from './raw-workbook.ts'

export interface PlacedRows {
  /** rows that went out and are still there */
  readonly known: readonly { readonly base: SheetRow; readonly row: FramedRow }[]
  /** rows that went out and are not there any more */
  readonly gone: readonly SheetRow[]
  /** rows without an id */
  readonly fresh: readonly FramedRow[]
  readonly problems: readonly Edit[]
}

interface Returned {
  readonly framing: Framing
  /** letter of the column of row ids */
  readonly id: string
  readonly held: (text: string) => string
}

/** Which row is which; of rows that bear the same id, the one that says what went out. */
export function placeRows(sheet: Sheet, rows: readonly RawRow[], { framing, id, held }: Returned): PlacedRows {
  const bases = new Map(sheet.rows.map((row) => [plain(row.id), row]))
  const named = Map.groupBy(
    rows.map((raw): Named => ({ name: plain(raw.cells.get(id)?.text ?? ''), row: framedRow(raw, framing) })),
    ({ name }) => name,
  )
  const fresh = (named.get('') ?? []).flatMap(({ row }) => (isWritten(row, framing) ? [row] : []))
  const at = ({ number }: FramedRow): string => address(sheet.name, id, number)
  const known: { base: SheetRow; row: FramedRow }[] = []
  const problems: Edit[] = []
  for (const [name, group] of named) {
    if (name === '') continue
    const base = bases.get(name)
    const [first, ...others] = group.map(({ row }) => row)
    if (base === undefined) {
      const message = `"${brief(name)}" is no row of this workbook; clear this hidden cell to add a new row`
      problems.push(...group.map(({ row }) => issue(at(row), message)))
    } else if (others.length === 0) known.push({ base, row: first! })
    else {
      const own = group.map(({ row }) => row).find((row) => isUnedited(row, base, { framing, held }))
      if (own !== undefined) known.push({ base, row: own })
      problems.push(...copies([first!, ...others], own, at))
    }
  }
  const place = new Map(rows.map(({ number }, index) => [number, index]))
  return {
    known: known.toSorted((a, b) => place.get(a.row.number)! - place.get(b.row.number)!),
    fresh,
    gone: sheet.rows.filter((row) => !named.has(plain(row.id))),
    problems,
  }
}

interface Named {
  readonly name: string
  readonly row: FramedRow
}

function isWritten(row: FramedRow, { columns }: Framing): boolean {
  return [...columns.keys()].some((key) => row.cell(key)!.text !== '')
}

function isUnedited(
  row: FramedRow,
  base: SheetRow,
  { framing: { columns }, held }: Pick<Returned, 'framing' | 'held'>,
): boolean {
  return [...columns.keys()].every((key) => saysTheSame(row.cell(key)!.text, held(base.cells[key] ?? '')))
}

function copies(
  rows: readonly FramedRow[],
  own: FramedRow | undefined,
  at: (row: FramedRow) => string,
): readonly Edit[] {
  if (own === undefined) {
    const numbers = sayList(rows.map(({ number }) => String(number)))
    const message = `the rows ${numbers} bear the same id, and none says what went out, so none was read; clear the hidden id cell of those that are copies`
    return [issue(at(rows[0]!), message)]
  }
  return rows
    .filter((row) => row !== own)
    .map((row) =>
      issue(
        at(row),
        `row ${row.number} repeats the id of row ${own.number}; clear the hidden id cell to add a new row`,
      ),
    )
}
