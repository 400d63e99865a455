// The gap proof: for each objective, scope by scope, whether it is settled, decided away, or open and why.
import { accountableParties } from './activity.ts'
import type { Context } from './context.ts'
import { coverings, inScope } from './covering.ts'
import type { Covering } from './covering.ts'
import { decisionFor, partsDecidedAway } from './decision-standing.ts'
import { activityGaps, reasons } from './gap.ts'
import type { Gap, Reason } from './gap.ts'
import type { ActivityId, Reference, ScopeId } from './identifiers.ts'
import { targetsInScope } from './in-scope.ts'
import type { Target } from './in-scope.ts'
import type { Matrix } from './matrix.ts'

export interface ObjectiveCoverage {
  readonly target: Target
  readonly status: 'settled' | 'not-applicable' | 'open'
  readonly reasons: readonly Reason[]
  readonly gaps: readonly Gap[]
  /** its parts that decisions take out wherever it applies */
  readonly away: readonly string[]
}

export interface Coverage {
  readonly objectives: readonly ObjectiveCoverage[]
  /** false: no answers were known, so no dispute could be */
  readonly answersConsidered: boolean
}

interface Proof {
  readonly matrix: Matrix
  readonly context: Context
  readonly byReference: ReadonlyMap<Reference, readonly Covering[]>
  readonly gapsOf: ReadonlyMap<ActivityId, readonly Gap[]>
}

export function coverage(matrix: Matrix, context: Context): Coverage {
  const proof = {
    matrix,
    context,
    byReference: coverings(matrix),
    gapsOf: new Map(matrix.activities.map((activity) => [activity.id, activityGaps(activity, matrix, context)])),
  }
  return {
    objectives: targetsInScope(matrix, context).map((target) => prove(target, proof)),
    answersConsidered: context.disputed !== undefined,
  }
}

function prove(target: Target, proof: Proof): ObjectiveCoverage {
  const { scopes } = proof.matrix
  const applicable = scopes.filter(({ id }) => !isAway(target, id, proof))
  if (applicable.length === 0) return { target, status: 'not-applicable', reasons: [], gaps: [], away: [] }
  const contradiction = proof.context.contradicted?.get(target.ref)
  const gaps = [
    ...applicable.flatMap(({ id }) => gapsInScope(target, id, proof)),
    ...(contradiction === undefined ? [] : [{ reason: 'contradicted' as const, message: contradiction }]),
  ]
  const found = new Set(gaps.map(({ reason }) => reason))
  return {
    target,
    status: gaps.length === 0 ? 'settled' : 'open',
    reasons: reasons.filter((reason) => found.has(reason)),
    gaps,
    away: partsAwayIn(target, applicable, proof),
  }
}

function partsAwayIn(target: Target, scopes: Matrix['scopes'], { matrix }: Proof): readonly string[] {
  const [first = new Set<string>(), ...others] = scopes.map(({ id }) => partsDecidedAway(target, matrix.decisions, id))
  return [...first].filter((part) => others.every((away) => away.has(part)))
}

/** By a decision on the whole of it, or on each of its declared parts. */
function isAway(target: Target, scope: ScopeId, proof: Proof): boolean {
  const { decisions } = proof.matrix
  if (decisionFor(target, decisions, { kind: 'not-applicable', scope }) !== undefined) return true
  const away = partsDecidedAway(target, decisions, scope)
  return away.size > 0 && (declaredParts(target, proof)?.every((part) => away.has(part)) ?? false)
}

function declaredParts({ ref }: Target, { matrix, context }: Proof): readonly string[] | undefined {
  return matrix.parts?.[ref] ?? context.parts?.[ref]
}

function gapsInScope(target: Target, scope: ScopeId, proof: Proof): readonly Gap[] {
  const away = partsDecidedAway(target, proof.matrix.decisions, scope)
  const serving = (proof.byReference.get(target.ref) ?? []).filter(
    ({ activity, part }) => inScope(activity, scope) && !(part !== undefined && away.has(part)),
  )
  if (serving.length === 0) return [{ reason: 'nobody', message: 'no activity covers it', scope }]
  const activities = new Set(serving.map(({ activity }) => activity.id))
  const own = [...activities].flatMap((id) => proof.gapsOf.get(id)!)
  return [...wholeness(target, { serving, away }, proof), ...rivals(serving), ...own].map((gap) => ({ ...gap, scope }))
}

/** The activities together must serve the whole objective: one serves it whole, or each declared part is taken. */
function wholeness(
  target: Target,
  { serving, away }: { readonly serving: readonly Covering[]; readonly away: ReadonlySet<string> },
  proof: Proof,
): readonly Gap[] {
  if (serving.some(({ part }) => part === undefined)) return []
  const declared = declaredParts(target, proof)
  if (!declared)
    return [
      { reason: 'part-missing', message: 'it is covered in parts, but nobody declared which parts make the whole' },
    ]
  return declared
    .filter((wanted) => !away.has(wanted) && !serving.some(({ part }) => part === wanted))
    .map((wanted) => ({ reason: 'part-missing', message: `nobody covers the part "${wanted}"` }))
}

/** Two hold it: the same whole, or the same part, with different accountable parties. */
function rivals(serving: readonly Covering[]): readonly Gap[] {
  if (serving.length < 2) return []
  const byPart = Map.groupBy(serving, ({ part }) => part)
  return [...byPart].flatMap(([part, rows]) => {
    const parties = new Set(rows.flatMap(({ activity }) => accountableParties(activity)))
    if (parties.size < 2) return []
    const what = part === undefined ? 'the whole of it' : `the part "${part}"`
    return [
      {
        reason: 'two-hold-it',
        message: `${[...parties].join(' and ')} each answer for ${what} (${rows.map(({ activity }) => activity.id).join(', ')})`,
      },
    ]
  })
}
