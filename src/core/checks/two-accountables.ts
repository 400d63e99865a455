// Two parties answer for the same thing: within one activity, or in two that serve the same objective in the same scope.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { coverings } from '../covering.ts'
import type { Covering } from '../covering.ts'
import type { Finding } from '../finding.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayList, sayParty, sayTitle } from '../naming.ts'

interface Rivalry {
  readonly earlier: Activity
  readonly later: Activity
  readonly refs: Reference[]
}

export function checkTwoAccountables(matrix: Matrix): readonly Finding[] {
  return [...withinOne(matrix), ...rivalries(matrix).map((rivalry) => betweenTwo(rivalry, matrix))]
}

function withinOne(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => {
    const named = accountableParties(activity)
    if (named.length < 2) return []
    const parties = sayList(named.map((party) => sayParty(matrix, party)))
    return [
      found(
        activity,
        `${sayTitle(activity)}: ${parties} are both named accountable. Name the one that answers; the others keep their duties.`,
      ),
    ]
  })
}

function betweenTwo({ earlier, later, refs }: Rivalry, matrix: Matrix): Finding {
  const [one, other] = [earlier, later].map((activity) => sayParty(matrix, accountableParties(activity)[0]!))
  return found(
    later,
    `${sayTitle(later)} and ${sayTitle(earlier)} both serve ${sayList(refs, 4)}, and ${other} answers in the one, ${one} in the other. Let one party answer for both, or give each activity its own part.`,
  )
}

function found(activity: Activity, message: string): Finding {
  return {
    code: 'two-accountables',
    severity: 'error',
    activity: activity.id,
    at: `activities.${activity.id}.accountable`,
    message,
  }
}

function rivalries(matrix: Matrix): readonly Rivalry[] {
  const byPair = new Map<string, Rivalry>()
  for (const [ref, serving] of coverings(matrix)) {
    if (serving.length < 2 || !differ(serving)) continue
    for (const rows of Map.groupBy(serving, ({ part }) => part).values()) collect(ref, rows, byPair)
  }
  return [...byPair.values()]
}

/** Each activity against the first earlier one that another party answers for. */
function collect(ref: Reference, rows: readonly Covering[], byPair: Map<string, Rivalry>): void {
  for (const [index, { activity: later }] of rows.entries()) {
    const rival = rows
      .slice(0, index)
      .find(({ activity }) => differ([{ activity }, { activity: later }]) && meet(activity, later))
    if (!rival) continue
    const key = `${rival.activity.id} ${later.id}`
    const known = byPair.get(key)
    if (known) known.refs.push(ref)
    else byPair.set(key, { earlier: rival.activity, later, refs: [ref] })
  }
}

function differ(serving: readonly Pick<Covering, 'activity'>[]): boolean {
  let first: string | undefined
  for (const { activity } of serving) {
    const [party] = accountableParties(activity)
    if (party === undefined) continue
    first ??= party
    if (party !== first) return true
  }
  return false
}

function meet(a: Activity, b: Activity): boolean {
  return a.scopes === undefined || b.scopes === undefined || a.scopes.some((scope) => b.scopes!.includes(scope))
}
