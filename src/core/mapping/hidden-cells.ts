// Rows and columns that a document hides: what only they say is perhaps of an old version, and stays unclear.
import type { SourceTable } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import type { Grid } from './grid.ts'
import { allocating } from './mapping.ts'
import { evidenceIn } from './row-evidence.ts'
import type { Columns } from './row-evidence.ts'
import { verdictOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** What the row says with all its columns, as far as those that are shown say the same. */
export function shownVerdict(grid: Grid, row: number, { columns, reading }: Columns): Verdict | undefined {
  const whole = verdictOf(evidenceIn(grid, row, { columns, reading }))
  if (whole === undefined || whole.ownership === 'unclear') return whole
  const { hiddenColumns, filtered } = grid.table
  if (grid.rows[row]!.hidden && filtered !== true) return unclear(whole, [])
  const shown = columns.filter(({ column, is }) => !allocating.has(is) || !hiddenColumns.includes(column))
  if (shown.length === columns.length) return whole
  if (verdictOf(evidenceIn(grid, row, { columns: shown, reading }))?.ownership === whole.ownership) return whole
  const message = 'a hidden column says this, or a part of it; show it, or take it away, and import again'
  return unclear(whole, [{ at: whole.at, message }])
}

function unclear({ at, text, customerMust, issues }: Verdict, more: readonly Issue[]): Verdict {
  return {
    ownership: 'unclear',
    at,
    text,
    ...(customerMust !== undefined && { customerMust }),
    issues: [...issues, ...more],
  }
}

export function hiddenIssues({ name, rows, hiddenColumns, filtered }: SourceTable): readonly Issue[] {
  const hidden = rows.flatMap((row) => (row.hidden ? [row.number] : []))
  const what = filtered
    ? 'the sheet has a filter, so they were read like the others'
    : 'what they say stays unclear: show them and import again if it counts, else delete them'
  return [
    ...(hidden.length === 0 ? [] : [{ at: name, message: `rows are hidden (${spans(hidden)}); ${what}` }]),
    ...(hiddenColumns.length === 0
      ? []
      : [
          {
            at: name,
            message: `its columns ${hiddenColumns.join(', ')} are hidden; what they say was read, and counts for nothing that the others do not say too`,
          },
        ]),
  ]
}

const named = 25

/** 5–9, 12 */
function spans(numbers: readonly number[]): string {
  const found: [first: number, last: number][] = []
  for (const number of numbers) {
    const open = found.at(-1)
    if (open?.[1] === number - 1) open[1] = number
    else found.push([number, number])
  }
  const some = found.slice(0, named).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
  return `${some.join(', ')}${found.length > named ? ` and ${found.length - named} more places` : ''}`
}
