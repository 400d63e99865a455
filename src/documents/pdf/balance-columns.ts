// Columns give width to one another while that makes the table shorter: a column that is nearly empty does not keep its share.

export interface Balance {
  /** points, of all columns, as asked for */
  readonly widths: readonly number[]
  readonly least: readonly number[]
  readonly padding: number
  /** row by row, cell by cell: the width of each line in points */
  readonly rows: readonly (readonly (readonly number[])[])[]
}

/** How far a column may go from the share that was asked for it. */
const narrowest = 0.3
const widest = 2.5
const steps = [48, 24, 12, 6]
/** More rows say no more about a table. */
const sample = 150
/** Lines are not filled to their end. */
const ragged = 1.06

export function balanced(balance: Balance): readonly number[] {
  const every = Math.max(1, Math.floor(balance.rows.length / sample))
  const rows = balance.rows.filter((_, index) => index % every === 0)
  const widths = [...balance.widths]
  for (const step of steps) while (improved(widths, step, { ...balance, rows }));
  return widths
}

/** Changes `widths`; false when no exchange of this size makes the table shorter. */
function improved(widths: number[], step: number, balance: Balance): boolean {
  let best = { height: heightOf(widths, balance), from: -1, to: -1 }
  for (const from of widths.keys()) {
    if (!mayBe(from, (widths[from] ?? 0) - step, balance)) continue
    for (const to of widths.keys()) {
      if (to === from || !mayBe(to, (widths[to] ?? 0) + step, balance)) continue
      const height = heightOf(exchanged(widths, { from, to, step }), balance)
      if (height < best.height) best = { height, from, to }
    }
  }
  if (best.from < 0) return false
  widths.splice(0, widths.length, ...exchanged(widths, { from: best.from, to: best.to, step }))
  return true
}

function mayBe(column: number, width: number, { widths, least }: Balance): boolean {
  const asked = widths[column] ?? 0
  return width >= (least[column] ?? 0) && width >= asked * narrowest && width <= asked * widest
}

interface Exchange {
  readonly from: number
  readonly to: number
  readonly step: number
}

function exchanged(widths: readonly number[], { from, to, step }: Exchange): readonly number[] {
  return widths.map((width, column) => width + (column === to ? step : 0) - (column === from ? step : 0))
}

function heightOf(widths: readonly number[], { rows, padding }: Balance): number {
  let height = 0
  for (const cells of rows) {
    let tallest = 1
    for (const [column, lines] of cells.entries()) {
      const room = (widths[column] ?? 0) - padding
      let count = 0
      for (const line of lines) count += Math.max(1, Math.ceil((line * ragged) / room))
      tallest = Math.max(tallest, count)
    }
    height += tallest
  }
  return height
}
