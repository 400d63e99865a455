// Where a document contradicts the matrix: another party acts there, the party that denies it acts, or it was decided not to apply.
import type { Context } from '../context.ts'
import { coverage } from '../coverage.ts'
import { isPerformed } from '../duty.ts'
import type { PartyId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayList, sayParty } from '../naming.ts'
import { isAcceptable } from './acceptable-claim.ts'
import { acceptedRow } from './acceptance.ts'
import { allBy, joined, sayWho } from './contradiction.ts'
import type { Contradiction } from './contradiction.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import { rowsServing } from './standing.ts'
import type { Voice } from './voice.ts'
import { deniesItself } from './who-does.ts'

export function matrixContradictions(
  voices: ReadonlyMap<Reference, readonly Voice[]>,
  matrix: Matrix,
  context: Context,
): readonly Contradiction[] {
  const away = new Set(
    coverage({ ...matrix, activities: [] }, context)
      .objectives.filter(({ status }) => status === 'not-applicable')
      .map(({ target }) => target.ref),
  )
  return joined(
    [...voices.values()].flat().flatMap((voice) => {
      const why = isAccepted(voice, matrix) ? undefined : againstMatrix(voice, matrix, away)
      if (why === undefined) return []
      const [first] = voice.claims as readonly [HeldClaim]
      const message = `${documentName(first.source)} says ${sayWho(first)} (${first.claim.at}); ${why}`
      return [{ kind: 'matrix' as const, refs: [voice.ref], claims: voice.claims, message }]
    }),
  )
}

function isAccepted({ claims }: Voice, matrix: Matrix): boolean {
  return claims.some((held) => isAcceptable(held) && acceptedRow(matrix, held) !== undefined)
}

function againstMatrix(voice: Voice, matrix: Matrix, away: ReadonlySet<Reference>): string | undefined {
  const { ref, claims, says } = voice
  if (says === undefined || says === 'not-applicable') return undefined
  if (away.has(ref)) return says === 'client' ? undefined : 'in the matrix it was decided that it does not apply'
  const acting = actingFor(ref, matrix)
  const [{ claim, subject }] = claims as readonly [HeldClaim]
  if (claims.every(deniesItself) && subject.id !== null && acting.has(subject.id))
    return `the matrix gives it to ${said(acting, matrix)}`
  const all = claim.translatedFrom === undefined ? allBy(voice) : undefined
  if (all === undefined || acting.size === 0 || acting.has(all)) return undefined
  return `the matrix gives it to ${said(acting, matrix)}`
}

type Acting = ReadonlyMap<PartyId, string>

/** Each acting party with the title of the first row in which it acts. */
function actingFor(ref: Reference, matrix: Matrix): Acting {
  const acting = new Map<PartyId, string>()
  for (const { title, duties } of rowsServing(ref, matrix))
    for (const duty of duties) if (isPerformed(duty) && !acting.has(duty.party)) acting.set(duty.party, title)
  return acting
}

function said(acting: Acting, matrix: Matrix): string {
  return sayList([...acting].map(([party, title]) => `${sayParty(matrix, party)} ("${title}")`))
}
