// What accepting one claim alone would do to the objectives that it speaks of.
import type { Context } from '../context.ts'
import { coverage } from '../coverage.ts'
import type { PartyId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { acceptClaims } from './acceptance.ts'
import type { AcceptableClaim, Acceptance } from './acceptable-claim.ts'
import { refsOf } from './standing.ts'

export interface Effect {
  readonly settles: readonly Reference[]
  /** settled as soon as a party is named that answers */
  readonly settlesOnceAnswered: readonly Reference[]
  readonly opens: readonly Reference[]
}

export function effectOf(
  held: AcceptableClaim,
  how: Acceptance,
  ground: { readonly matrix: Matrix; readonly context: Context },
): Effect {
  const near = nearby(held, ground.matrix)
  const context = onlyAbout(held, ground.context)
  const before = openIn(near, context)
  const after = openIn(acceptClaims(near, [held], how).matrix, context)
  const answering = how.accountable ?? anybody(near)
  const answered = openIn(acceptClaims(near, [held], { ...how, accountable: answering }).matrix, context)
  const mine = held.refs.filter((ref) => before.has(ref))
  return {
    settles: mine.filter((ref) => !after.has(ref)),
    settlesOnceAnswered: mine.filter((ref) => after.has(ref) && !answered.has(ref)),
    opens: held.refs.filter((ref) => !before.has(ref) && after.has(ref)),
  }
}

function anybody({ parties }: Matrix): PartyId {
  return parties[0]!.id
}

/** The rows that serve the same objectives: whatever else there is does not bear on them. */
function nearby({ refs }: AcceptableClaim, matrix: Matrix): Matrix {
  const wanted = new Set(refs)
  return { ...matrix, activities: matrix.activities.filter((row) => [...refsOf(row)].some((ref) => wanted.has(ref))) }
}

function onlyAbout({ claim, requirement }: AcceptableClaim, context: Context): Context {
  const framework = context.frameworks.get(claim.framework!)!
  return { ...context, frameworks: new Map([[framework.id, { ...framework, requirements: [requirement] }]]) }
}

function openIn(matrix: Matrix, context: Context): ReadonlySet<Reference> {
  const { objectives } = coverage(matrix, context)
  return new Set(objectives.flatMap(({ target, status }) => (status === 'open' ? [target.ref] : [])))
}
