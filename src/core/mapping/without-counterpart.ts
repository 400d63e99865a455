// Ids of another framework from which the published mapping leads nowhere: one issue for all of them, by place.
import type { Recognised } from '../claims/requirement-words.ts'
import type { Issue } from '../issue.ts'

export interface Without {
  readonly at: string
  readonly id: string
}

export function withoutOf(is: Recognised): readonly string[] | undefined {
  return is.kind === 'unknown' ? is.without : undefined
}

/** Each id once, where it first stands. */
export function withoutIssue(found: readonly Without[]): readonly Issue[] {
  const first = new Map(found.toReversed().map(({ at, id }) => [id, at] as const))
  const ids = [...new Map(found.map(({ id }) => [id, first.get(id)!] as const))]
  const [one] = ids
  if (one === undefined) return []
  const tables = new Set(found.map(({ at }) => at.slice(0, at.lastIndexOf('!'))))
  const near = (at: string): string => (tables.size === 1 ? at.slice(at.lastIndexOf('!') + 1) : at)
  const list = ids.map(([id, at]) => `${id} (${near(at)})`).join(', ')
  const message =
    ids.length === 1
      ? `${one[0]} has no counterpart in NIST SP 800-171 Rev. 2 by the published mapping, so nothing is claimed of it`
      : `${ids.length} ids have no counterpart in NIST SP 800-171 Rev. 2 by the published mapping, so nothing is claimed of them: ${list}`
  return [{ at: one[1], message }]
}
