// Which activities serve an objective, whole or in part, in a scope.
import { coverPart, coverRef } from './activity.ts'
import type { Activity } from './activity.ts'
import type { Reference, ScopeId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'

export interface Covering {
  readonly activity: Activity
  /** undefined: it serves the whole objective */
  readonly part: string | undefined
}

export function coverings(matrix: Pick<Matrix, 'activities'>): ReadonlyMap<Reference, readonly Covering[]> {
  const byReference = new Map<Reference, Covering[]>()
  for (const activity of matrix.activities) {
    for (const cover of activity.covers) {
      const list = byReference.get(coverRef(cover))
      const covering = { activity, part: coverPart(cover) }
      if (list) list.push(covering)
      else byReference.set(coverRef(cover), [covering])
    }
  }
  return byReference
}

/** A scope in which an objective applies, with the parts of it that decisions take out there. */
export interface Place {
  readonly scope: ScopeId
  readonly away: ReadonlySet<string>
}

export function servesIn({ activity, part }: Covering, { scope, away }: Place): boolean {
  return inScope(activity, scope) && !(part !== undefined && away.has(part))
}

export function inScope(activity: Pick<Activity, 'scopes'>, scope: ScopeId): boolean {
  return activity.scopes === undefined || activity.scopes.includes(scope)
}
