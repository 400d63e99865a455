// A document's own summary ("Inherited: 51") held against its rows.
import type { Claim, ClaimOwnership } from '../claims/claim.ts'
import type { SourceTable } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import type { FoundTable } from './found-tables.ts'
import { place } from './grid.ts'
import { ownershipIn } from './ownership-words.ts'
import type { TableReading } from './read-table.ts'

interface Counted {
  readonly ownership: ClaimOwnership
  readonly count: number
  readonly at: string
}

/** Only where at least two of the words for who does it stand beside a count. */
export function summaryIssues(
  tables: readonly SourceTable[],
  read: readonly (Pick<FoundTable, 'grid' | 'region'> & Pick<TableReading, 'unclaimed'>)[],
  claims: readonly Claim[],
): readonly Issue[] {
  const rowsRead = new Map(tables.map(({ name }) => [name, new Set<number>()]))
  for (const { grid, region } of read)
    for (const row of region.body) rowsRead.get(grid.table.name)?.add(grid.rows[row]!.number)
  const counted = tables.flatMap((table) => countsIn(table, rowsRead))
  if (new Set(counted.map(({ ownership }) => ownership)).size < 2) return []
  const rows = Map.groupBy(claims, ({ at }) => at)
  return counted.flatMap(({ ownership, count, at }) => {
    const own = [...rows.values()].filter(([claim]) => claim!.ownership === ownership).length
    const unclaimed = read.flatMap((table) => table.unclaimed).filter((each) => each === ownership).length
    if (count >= own && count <= own + unclaimed) return []
    const besides = unclaimed === 0 ? '' : `, and ${unclaimed} more whose id was not read`
    return [{ at, message: `the summary counts ${count} as ${ownership}; the rows give ${own}${besides}` }]
  })
}

function countsIn(table: SourceTable, rowsRead: ReadonlyMap<string, ReadonlySet<number>>): readonly Counted[] {
  return table.rows.flatMap(({ number, cells }) => {
    if (rowsRead.get(table.name)?.has(number)) return []
    const texts = [...cells].map(([column, { text }]) => ({ column, text: text.trim() }))
    const [label, value, ...more] = texts
    if (label === undefined || value === undefined || more.length > 1 || !/^\d{1,4}$/.test(value.text)) return []
    const owned = ownershipIn(label.text.replace(/:$/, ''), { party: '' })
    if (owned === undefined || owned.ownership === 'unclear') return []
    return [{ ownership: owned.ownership, count: Number(value.text), at: place(table, `${value.column}${number}`) }]
  })
}
