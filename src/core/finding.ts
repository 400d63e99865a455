// A finding is something wrong with a matrix: a stable code, how serious, where, and what to do.
import type { ActivityId } from './identifiers.ts'

export type Severity = 'error' | 'warning' | 'note'

export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** null when it concerns the engagement and not one activity */
  readonly activity: ActivityId | null
  /** where in the document: `activities.leaver-access-removal.duties[1].does` */
  readonly at: string
  readonly message: string
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

export function bySeverity(a: Finding, b: Finding): number {
  return rank[a.severity] - rank[b.severity] || compareText(a.code, b.code) || compareText(a.at, b.at)
}

export function blocks(finding: Finding): boolean {
  return finding.severity === 'error'
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
