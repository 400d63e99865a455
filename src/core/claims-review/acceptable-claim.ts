// A claim that may be accepted, and what a person says when accepting.
import type { Activity } from '../activity.ts'
import type { Requirement } from '../framework.ts'
import type { PartyId, ScopeId } from '../identifiers.ts'
import type { CalendarDate } from '../text.ts'
import type { HeldClaim } from './held-claim.ts'
import type { Speaker } from './speaker.ts'

/** Without a fault, of a party that has an id. */
export interface AcceptableClaim extends HeldClaim {
  readonly requirement: Requirement
  readonly speaker: Speaker & { readonly id: PartyId }
}

export function isAcceptable(held: HeldClaim): held is AcceptableClaim {
  return (
    held.fault === undefined && held.requirement !== undefined && strangerIn(held) === undefined && held.refs.length > 0
  )
}

/** Who speaks, or of whom it speaks, where that is no party of the matrix. */
export function strangerIn({ speaker, subject }: HeldClaim): Speaker | undefined {
  return [speaker, subject].find(({ id }) => id === null)
}

export interface Acceptance {
  readonly reason: string
  readonly by?: string
  readonly date: CalendarDate
  /** who answers for a row where the matrix names nobody yet */
  readonly accountable?: PartyId
  /** where the document applies; undefined: everywhere */
  readonly scopesOf: (held: HeldClaim) => readonly ScopeId[] | undefined
  /** claims whose document divides the objective among several: none of them is the whole */
  readonly inPieces: ReadonlySet<string>
  /** rows that went out of the matrix: the claims about the same objectives take their place */
  readonly instead?: readonly Activity[]
}
