// Where a document contradicts the matrix: another party acts there, the party that denies it acts, or it was decided not to apply.
import type { Context } from '../context.ts'
import { coverage } from '../coverage.ts'
import { isPerformed } from '../duty.ts'
import type { PartyId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayList, sayParty } from '../naming.ts'
import { isAcceptable } from './acceptable-claim.ts'
import { acceptedRow } from './acceptance.ts'
import { allBy, placesOf, sayWho } from './contradiction.ts'
import type { Contradiction } from './contradiction.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import { rowsServing } from './standing.ts'
import type { Voice } from './voice.ts'
import { deniesItself } from './who-does.ts'

/** One for what a document says of a requirement, however many rows say it. */
export function matrixContradictions(
  voices: ReadonlyMap<Reference, readonly Voice[]>,
  matrix: Matrix,
  context: Context,
): readonly Contradiction[] {
  const away = decidedAway(matrix, context)
  const against = [...voices.values()].flat().flatMap((voice) => {
    const gives = isAccepted(voice, matrix) ? undefined : againstMatrix(voice, matrix, away)
    return gives === undefined ? [] : [{ voice, gives }]
  })
  const groups = Map.groupBy(against, ({ voice: { claims, says } }) => {
    const [{ claim, source, subject }] = claims as readonly [HeldClaim]
    return JSON.stringify([source.sha256, claim.framework, claim.requirement, subject.key, says])
  })
  return [...groups.values()].map((group) => contradictionOf(group, matrix))
}

interface Against {
  readonly voice: Voice
  readonly gives: Acting | 'decided'
}

function contradictionOf(group: readonly Against[], matrix: Matrix): Contradiction {
  const claims = [...new Set(group.flatMap(({ voice }) => voice.claims))]
  const first = claims[0]!
  const acting = new Map(group.flatMap(({ gives }) => (gives === 'decided' ? [] : [...gives])))
  const why =
    acting.size === 0
      ? 'in the matrix it was decided that it does not apply'
      : `the matrix gives it to ${sayList([...acting].map(([party, title]) => `${sayParty(matrix, party)} ("${title}")`))}`
  return {
    kind: 'matrix',
    refs: [...new Set(group.map(({ voice }) => voice.ref))],
    claims,
    message: `${documentName(first.source)} says ${sayWho(first)} (${placesOf(claims)}); ${why}`,
  }
}

function decidedAway(matrix: Matrix, context: Context): ReadonlySet<Reference> {
  const { objectives } = coverage({ ...matrix, activities: [] }, context)
  return new Set(objectives.flatMap(({ target, status }) => (status === 'not-applicable' ? [target.ref] : [])))
}

function isAccepted({ claims }: Voice, matrix: Matrix): boolean {
  return claims.some((held) => isAcceptable(held) && acceptedRow(matrix, held) !== undefined)
}

function againstMatrix(voice: Voice, matrix: Matrix, away: ReadonlySet<Reference>): Against['gives'] | undefined {
  const { ref, claims, says } = voice
  if (says === undefined || says === 'not-applicable') return undefined
  if (away.has(ref)) return says === 'client' ? undefined : 'decided'
  const [{ claim, subject, source }] = claims as readonly [HeldClaim]
  const acting = actingFor(ref, matrix, source.sha256)
  if (claims.every(deniesItself) && subject.id !== null && acting.has(subject.id)) return acting
  const all = claim.translatedFrom === undefined ? allBy(voice) : undefined
  return all === undefined || acting.size === 0 || acting.has(all) ? undefined : acting
}

type Acting = ReadonlyMap<PartyId, string>

/** Each acting party with the title of the first row in which it acts, apart from what this very document brought. */
function actingFor(ref: Reference, matrix: Matrix, sha256: string): Acting {
  const acting = new Map<PartyId, string>()
  for (const { title, duties } of rowsServing(ref, matrix))
    for (const duty of duties) {
      const own = duty.basis?.claim?.startsWith(`sha256:${sha256} `) ?? false
      if (isPerformed(duty) && !own && !acting.has(duty.party)) acting.set(duty.party, title)
    }
  return acting
}
