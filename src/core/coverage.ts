// The gap proof: for each objective, scope by scope, whether it is settled, decided away, or open and why.
import { accountableParties, coverRef } from './activity.ts'
import type { Activity } from './activity.ts'
import type { Context } from './context.ts'
import { coverings, servesIn } from './covering.ts'
import type { Covering, Place } from './covering.ts'
import { decisionFor, partsDecidedAway } from './decision-standing.ts'
import { activityGaps, reasons } from './gap.ts'
import type { Gap, Reason } from './gap.ts'
import type { ActivityId, Reference } from './identifiers.ts'
import { targetsInScope } from './in-scope.ts'
import type { Target } from './in-scope.ts'
import type { Matrix } from './matrix.ts'

export interface ObjectiveCoverage {
  readonly target: Target
  readonly status: 'settled' | 'not-applicable' | 'open'
  readonly reasons: readonly Reason[]
  readonly gaps: readonly Gap[]
  /** the scopes in which it applies */
  readonly where: readonly Place[]
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
  return prove(targetsInScope(matrix, context), { matrix, activities: matrix.activities }, context)
}

/**
 * Of some objectives only; each stands in the whole proof as it stands here.
 * @param matrix with every activity that serves one of them, at least
 */
export function coverageOf(about: ReadonlySet<Reference>, matrix: Matrix, context: Context): Coverage {
  const targets = targetsInScope(matrix, context).filter(({ ref }) => about.has(ref))
  return prove(targets, { matrix, activities: matrix.activities }, context)
}

/** Those that serve one of the objectives. */
export function servingAny(about: ReadonlySet<Reference>, activities: readonly Activity[]): readonly Activity[] {
  return activities.filter(({ covers }) => covers.some((cover) => about.has(coverRef(cover))))
}

function prove(
  targets: readonly Target[],
  { matrix, activities }: Pick<Proof, 'matrix'> & Pick<Matrix, 'activities'>,
  context: Context,
): Coverage {
  const proof = {
    matrix,
    context,
    byReference: coverings({ activities }),
    gapsOf: new Map(activities.map((activity) => [activity.id, activityGaps(activity, matrix, context)])),
  }
  return {
    objectives: targets.map((target) => proveOne(target, proof)),
    answersConsidered: context.disputed !== undefined,
  }
}

function proveOne(target: Target, proof: Proof): ObjectiveCoverage {
  const where = placesOf(target, proof)
  if (where.length === 0) return { target, status: 'not-applicable', reasons: [], gaps: [], where, away: [] }
  const contradiction = proof.context.contradicted?.get(target.ref)
  const gaps = [
    ...where.flatMap((place) => gapsAt(target, place, proof)),
    ...(contradiction === undefined ? [] : [{ reason: 'contradicted' as const, message: contradiction }]),
  ]
  const found = new Set(gaps.map(({ reason }) => reason))
  return {
    target,
    status: gaps.length === 0 ? 'settled' : 'open',
    reasons: reasons.filter((reason) => found.has(reason)),
    gaps,
    where,
    away: awayEverywhere(where),
  }
}

function awayEverywhere(where: readonly Place[]): readonly string[] {
  const [first, ...others] = where
  return [...(first?.away ?? [])].filter((part) => others.every(({ away }) => away.has(part)))
}

/** Without the scopes in which a decision takes out the whole of it, or decisions take out each of its declared parts. */
function placesOf(target: Target, proof: Proof): readonly Place[] {
  const { scopes, decisions } = proof.matrix
  return scopes
    .filter(({ id }) => decisionFor(target, decisions, { kind: 'not-applicable', scope: id }) === undefined)
    .map(({ id }) => ({ scope: id, away: partsDecidedAway(target, decisions, id) }))
    .filter(({ away }) => away.size === 0 || !declaredParts(target, proof)?.every((part) => away.has(part)))
}

function declaredParts({ ref }: Target, { matrix, context }: Proof): readonly string[] | undefined {
  return matrix.parts?.[ref] ?? context.parts?.[ref]
}

function gapsAt(target: Target, place: Place, proof: Proof): readonly Gap[] {
  const { scope, away } = place
  const serving = (proof.byReference.get(target.ref) ?? []).filter((covering) => servesIn(covering, place))
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
