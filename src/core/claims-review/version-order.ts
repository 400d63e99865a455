// Which of two documents is the newer: by what a person said, by their dates, else by their version numbers.
import type { SourceFacts } from '../claims/claim.ts'

type Dated = Pick<SourceFacts, 'version' | 'date' | 'saved'>

/** Undefined where nobody can tell. */
export function isNewer(one: Dated, other: Dated): boolean | undefined {
  const [day, otherDay] = [dayOf(one), dayOf(other)]
  if (day !== undefined && otherDay !== undefined && day !== otherDay) return day > otherDay
  const order = compareVersions(one.version, other.version)
  return order === undefined || order === 0 ? undefined : order > 0
}

/** The day that a document gives itself; when somebody last saved its file says nothing of its version. */
export function dayOf({ date, saved }: Dated): SourceFacts['date'] {
  return saved ? undefined : date
}

/** Plain numbers with points, and no others: "3.1" before "3.10". */
function compareVersions(one = '', other = ''): number | undefined {
  const [a, b] = [numbersIn(one), numbersIn(other)]
  if (a === undefined || b === undefined) return undefined
  const differs = Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) - (b[at] ?? 0))
  return differs.find((difference) => difference !== 0) ?? 0
}

function numbersIn(version: string): readonly number[] | undefined {
  const [, numbers] = /^\s*v?(\d{1,6}(?:\.\d{1,6}){0,4})\s*$/i.exec(version) ?? []
  return numbers?.split('.').map(Number)
}
