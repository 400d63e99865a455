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

/** For one claim after the other: what stands around their objectives is looked up once. */
export function effectsIn(how: Acceptance, ground: EffectGround): (held: AcceptableClaim) => Effect {
  const around = new Map<string, Around>()
  return (held) => {
    const key = [held.claim.framework, held.requirement.id, ...held.refs].join(' ')
    const known = around.get(key) ?? aroundOf(held, ground)
    around.set(key, known)
    return effectOf(held, how, known)
  }
}

interface EffectGround {
  readonly matrix: Matrix
  readonly context: Context
}

interface Around {
  readonly near: Matrix
  readonly context: Context
  readonly before: ReadonlySet<Reference>
}

function aroundOf(held: AcceptableClaim, { matrix, context: whole }: EffectGround): Around {
  const near = nearby(held, matrix)
  const context = onlyAbout(held, whole)
  return { near, context, before: openIn(near, context) }
}

function effectOf(held: AcceptableClaim, how: Acceptance, { near, context, before }: Around): Effect {
  const after = openIn(acceptClaims(near, [held], how).matrix, context)
  const mine = held.refs.filter((ref) => before.has(ref))
  const waiting = mine.filter((ref) => after.has(ref))
  return {
    settles: mine.filter((ref) => !after.has(ref)),
    settlesOnceAnswered: how.accountable === undefined ? settledOnceAnswered(waiting) : [],
    opens: held.refs.filter((ref) => !before.has(ref) && after.has(ref)),
  }

  function settledOnceAnswered(refs: readonly Reference[]): readonly Reference[] {
    if (refs.length === 0) return []
    const answered = openIn(acceptClaims(near, [held], { ...how, accountable: anybody(near) }).matrix, context)
    return refs.filter((ref) => !answered.has(ref))
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
