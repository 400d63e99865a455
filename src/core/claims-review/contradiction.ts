// Where documents contradict themselves, each other or the matrix; and where two parties claim all of it.
import type { Reference } from '../identifiers.ts'
import { sayList } from '../naming.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import type { Voice } from './voice.ts'
import { deniesItself, doesAllOf, isOfUnnamedProvider, speaksOfItself } from './who-does.ts'

export type ContradictionKind = 'own-document' | 'between-documents' | 'two-claim-it' | 'matrix'

export interface Contradiction {
  readonly kind: ContradictionKind
  readonly refs: readonly Reference[]
  /** one for each side at least */
  readonly claims: readonly HeldClaim[]
  readonly message: string
}

/** Those of one kind that lie between the same rows are one, about several objectives. */
export function contradictionsOf(voices: ReadonlyMap<Reference, readonly Voice[]>): readonly Contradiction[] {
  return joined([...voices.values()].flatMap(contradictionsAt))
}

function contradictionsAt(voices: readonly Voice[]): readonly Contradiction[] {
  const between = [...betweenVersions(voices), ...betweenParties(voices)]
  return [
    ...voices.flatMap((voice) => (voice.says === undefined ? [withinDocument(voice)] : [])),
    ...between.filter((one, index) => !between.slice(0, index).some((earlier) => sameSides(one, earlier))),
  ]
}

function sameSides(one: Contradiction, other: Contradiction): boolean {
  const others = new Set(other.claims)
  return one.claims.every((claim) => others.has(claim))
}

function withinDocument({ ref, claims }: Voice): Contradiction {
  const name = documentName(claims[0]!.source)
  return {
    kind: 'own-document',
    refs: [ref],
    claims,
    message: `"${name}" contradicts itself: ${sayList(saidWhere(claims))}`,
  }
}

/** Beyond this each saying is named once, with some of its places. */
const mostPlaces = 12

function saidWhere(claims: readonly HeldClaim[]): readonly string[] {
  const each = [...new Set(claims.map(({ claim }) => `${claim.ownership} at ${claim.at}`))]
  if (each.length <= mostPlaces) return each
  const sayings = Map.groupBy(claims, ({ claim }) => claim.ownership)
  return [...sayings].map(([ownership, group]) => `${ownership} (${placesOf(group)})`)
}

/** Two documents about one party, or two versions of one. */
function betweenVersions(voices: readonly Voice[]): readonly Contradiction[] {
  const about = Map.groupBy(voices, ({ claims: [first] }) =>
    JSON.stringify([first!.subject.key, first!.claim.service ?? null, first!.claim.translatedFrom ?? null]),
  )
  return [...about.values()].flatMap((group) => {
    const sayings = Map.groupBy(group, ({ says }) => says)
    sayings.delete(undefined)
    return sayings.size < 2 ? [] : [sidesOf('between-documents', [...sayings.values()].flat())]
  })
}

/** What is translated from another framework's control is never the whole of an objective. */
function betweenParties(voices: readonly Voice[]): readonly Contradiction[] {
  const direct = voices.filter(
    ({ claims, says }) => says !== undefined && claims[0]!.claim.translatedFrom === undefined,
  )
  const all = Map.groupBy(direct, allBy)
  all.delete(undefined)
  const rivals = [...all.values()].flat()
  const found: Contradiction[] = []
  const speakers = new Set(rivals.map(({ claims: [first] }) => first!.speaker.key))
  if (all.size > 1 && speakers.size > 1) {
    const own = rivals.every(({ claims }) => claims.every(speaksOfItself))
    found.push(sidesOf(own ? 'two-claim-it' : 'between-documents', rivals))
  }
  for (const voice of direct.filter(({ claims }) => claims.every(deniesItself))) {
    const [{ subject, speaker }] = voice.claims as readonly [HeldClaim]
    const affirming = direct.filter(
      ({ says, claims: [other] }) =>
        other!.speaker.key !== speaker.key &&
        (allBy({ claims: [other!], says, inPieces: false, ref: voice.ref }) === subject.key ||
          (says === 'shared' && other!.subject.key === subject.key)),
    )
    if (affirming.length > 0) found.push(sidesOf('between-documents', [voice, ...affirming]))
  }
  for (const voice of direct.filter(
    ({ says, claims }) => says === 'not-applicable' && claims[0]!.speaker.kind !== 'provider',
  )) {
    const others = direct.filter(
      ({ says, claims: [first] }) => says !== 'not-applicable' && first!.speaker.key !== voice.claims[0]!.speaker.key,
    )
    if (others.length > 0) found.push(sidesOf('between-documents', [voice, ...others]))
  }
  return found
}

/** The party that does all of the objective, by this document's word. */
export function allBy({ claims, inPieces, says }: Voice): string | undefined {
  return inPieces || says === 'shared' || says === undefined ? undefined : doesAllOf(claims[0]!)
}

function sidesOf(kind: ContradictionKind, voices: readonly Voice[]): Contradiction {
  const claims = voices.flatMap((voice) => voice.claims)
  const sayings = Map.groupBy(claims, (held) => `${documentName(held.source)} says ${sayWho(held)}`)
  const said = [...sayings].map(([saying, group]) => `${saying} (${placesOf(group)})`)
  return { kind, refs: [voices[0]!.ref], claims, message: sayList(said) }
}

/** "PaaS CRM!C17, PaaS CRM!C44 and 7 more" */
export function placesOf(claims: readonly HeldClaim[]): string {
  return sayList([...new Set(claims.map(({ claim }) => claim.at))], 4)
}

/** "Contoso does all of it" */
export function sayWho(held: HeldClaim): string {
  const { claim, subject, speaker } = held
  switch (claim.ownership) {
    case 'provider':
      return isOfUnnamedProvider(held) ? 'a provider that it does not name does it' : `${subject.name} does all of it`
    case 'shared':
      return `${subject.name} shares it with ${subject.kind === 'client' ? 'others' : 'its customer'}`
    case 'msp':
      return 'the MSP does all of it'
    case 'client':
      return speaker.kind === 'provider'
        ? `${speaker.name} leaves all of it to its customer`
        : 'the client does all of it'
    case 'not-applicable':
      return 'it does not apply'
    default:
      return 'nothing clear'
  }
}

function joined(found: readonly Contradiction[]): readonly Contradiction[] {
  const groups = Map.groupBy(found, ({ kind, claims, message }) =>
    JSON.stringify([kind, message, claims.map(({ id }) => id)]),
  )
  return [...groups.values()].map((group) => ({ ...group[0]!, refs: [...new Set(group.flatMap(({ refs }) => refs))] }))
}
