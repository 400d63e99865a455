// The history of one activity: every version, who made it and when, and what it changed in the one before.
import type { Activity } from '../activity.ts'
import { compare } from '../compare.ts'
import type { Change } from '../compare.ts'
import type { Matrix } from '../matrix.ts'

export interface PastRow {
  readonly activity: Activity
  readonly version: number
  readonly changedAt: string
  readonly changedBy: string
  readonly ended?: { readonly how: 'changed' | 'removed' | 'recomposed'; readonly at: string; readonly by: string }
}

export interface HistoryEntry {
  readonly what: 'added' | 'changed' | 'removed' | 'restored'
  readonly at: string
  readonly by: string
  /** that it made, or ended */
  readonly version: number
  /** reallocation first; of what was changed or restored otherwise than it was */
  readonly changes: readonly Pick<Change, 'kind' | 'before' | 'after'>[]
  /** composing again no longer asked for it */
  readonly recomposed?: true
}

/** @param rows every version, the oldest first, the one that stands last; the newest entry comes first */
export function rowHistory(rows: readonly PastRow[], matrix: Matrix): readonly HistoryEntry[] {
  const entries = rows.flatMap((row, index): readonly HistoryEntry[] => {
    const before = rows[index - 1]
    const { version, changedAt: at, changedBy: by, ended } = row
    const gone = ended !== undefined && ended.how !== 'changed'
    return [
      {
        what: madeBy(before),
        at,
        by,
        version,
        changes: before === undefined ? [] : between(before.activity, row.activity, matrix),
      },
      ...(gone
        ? [
            {
              what: 'removed' as const,
              at: ended.at,
              by: ended.by,
              version,
              changes: [],
              ...(ended.how === 'recomposed' && { recomposed: true as const }),
            },
          ]
        : []),
    ]
  })
  return entries.toReversed()
}

function madeBy(before: PastRow | undefined): HistoryEntry['what'] {
  if (before === undefined) return 'added'
  return before.ended?.how === 'changed' ? 'changed' : 'restored'
}

function between(before: Activity, after: Activity, matrix: Matrix): HistoryEntry['changes'] {
  return compare({ ...matrix, activities: [before] }, { ...matrix, activities: [after] }).map(
    ({ kind, before: was, after: is }) => ({ kind, before: was, after: is }),
  )
}
