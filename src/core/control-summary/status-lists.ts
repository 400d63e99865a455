// Check lists that say how far a requirement is in place, and name no party: NIST's plan for CUI has them.
import type { SourceTable } from '../claims/source-document.ts'
import { boxMeaning } from './box-meaning.ts'
import { boxesIn } from './check-list.ts'

/** Longer cells hold more than a check list and the requirement above it. */
const longest = 4000

export function hasStatusLists(tables: readonly SourceTable[]): boolean {
  return tables.some(({ rows }) =>
    rows.some(({ cells }) => [...cells.values()].some(({ text }) => text.length <= longest && isStatusList(text))),
  )
}

function isStatusList(text: string): boolean {
  const boxes = boxesIn(text)
  return boxes.length > 1 && boxes.every(({ label }) => boxMeaning(label)?.is === 'status')
}
