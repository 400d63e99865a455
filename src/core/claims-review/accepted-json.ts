// What became of claims that were to be accepted, as other programs read it.
import type { Activity } from '../activity.ts'
import type { Coverage } from '../coverage.ts'
import { tally } from '../coverage-summary.ts'
import { unassigned } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { nearest } from '../nearest.ts'
import type { Party } from '../party.ts'
import type { Accepted } from './acceptance.ts'
import type { Left } from './choice.ts'
import { leftJson } from './review-json.ts'

export interface Added {
  readonly party: Party
  /** one that it had, and whose id or name is nearly the same */
  readonly near?: Party
}

export function addedParties(before: Matrix, after: Matrix): readonly Added[] {
  const known = before.parties
  return after.parties
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map((party) => {
      const id = nearest(party.id, new Set(known.map((one) => one.id)))
      const name = nearest(party.legalName, new Set(known.map((one) => one.legalName)))
      const near = known.find((one) => one.id === id || one.legalName === name)
      return { party, ...(near && { near }) }
    })
}

export interface Proofs {
  readonly before: Coverage
  readonly after: Coverage
  /** rows that went out for claims that took their place */
  readonly replaced: readonly Activity[]
  /** parties that the matrix did not have */
  readonly added: readonly Added[]
}

export function acceptedJson({ outcomes }: Accepted, left: readonly Left[], proofs: Proofs): object {
  const { before, after, replaced, added } = proofs
  return {
    accepted: outcomes.map(({ held, outcome, row }) => ({
      at: held.claim.at,
      requirement: held.claim.requirement,
      party: held.speaker.id,
      outcome,
      activity: row?.id ?? null,
    })),
    left: left.map(leftJson),
    residue: residueIn(outcomes),
    replaced: replaced.map(({ id }) => id),
    addedParties: added.map(({ party, near }) => ({ id: party.id, name: party.legalName, near: near?.id ?? null })),
    openBefore: tally(before.objectives).open,
    openAfter: tally(after.objectives).open,
  }
}

/** Duties of the new rows that nobody has taken yet. */
export function residueIn(
  outcomes: Accepted['outcomes'],
): readonly { readonly activity: string; readonly does: string }[] {
  return outcomes
    .filter(({ outcome }) => outcome === 'added' || outcome === 'joined')
    .flatMap(({ row }) =>
      row!.duties.filter(({ party }) => party === unassigned).map(({ does }) => ({ activity: row!.id, does })),
    )
}
