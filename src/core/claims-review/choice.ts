// Which claims are taken: those that were asked for and may be; and why each of the others is left.
import type { Matrix } from '../matrix.ts'
import { nearest } from '../nearest.ts'
import { sayList } from '../naming.ts'
import { Refusal } from '../refusal.ts'
import type { Activity } from '../activity.ts'
import { dutiesOf, sayAcceptedRow } from './accepted-row.ts'
import { isAcceptable, strangerIn } from './acceptable-claim.ts'
import { acceptedBefore, acceptedRow } from './acceptance.ts'
import type { AcceptableClaim } from './acceptable-claim.ts'
import { chosenAgainst, sayingOf } from './chosen-side.ts'
import type { FaultKind } from './claim-fault.ts'
import type { Contradiction } from './contradiction.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'

export interface Wanted {
  /** requirements or objectives, as published or with their framework; empty: all */
  readonly only: readonly string[]
  /** places, `PaaS CRM!C17` or `file.xlsx:PaaS CRM!C17`: the claims that a person chose by name */
  readonly at: readonly string[]
}

export interface Left {
  readonly held: HeldClaim
  readonly kind: FaultKind | 'unknown-party' | 'contradicted' | 'other-side-chosen' | 'earlier-version'
  readonly message: string
}

export interface Choice {
  readonly take: readonly AcceptableClaim[]
  readonly left: readonly Left[]
}

export interface ChoiceGround {
  readonly matrix: Matrix
  readonly contradictions: readonly Contradiction[]
}

export function choose(held: readonly HeldClaim[], wanted: Wanted, ground: ChoiceGround): Choice {
  const places = new Set(wanted.at)
  const asked = held.filter((one) => isAsked(one, wanted.only, places))
  refuseUnknown(held, wanted)
  const named = wanted.at.length > 0
  const left = leftOf(asked, ground, named)
  const out = new Set(left.map(({ held: one }) => one))
  const take = asked.filter(isAcceptable).filter((one) => !out.has(one))
  if (named) refuseRivals(take, ground)
  return { take, left }
}

/** Everything that stands in the way; of claims chosen by name, contradictions of which no side was chosen and earlier versions do not. */
export function leftOf(
  held: readonly HeldClaim[],
  { matrix, contradictions }: ChoiceGround,
  named: boolean,
): readonly Left[] {
  const against = new Map<HeldClaim, Contradiction[]>()
  for (const contradiction of contradictions)
    for (const claim of contradiction.claims) against.set(claim, [...(against.get(claim) ?? []), contradiction])
  return held.flatMap((one): readonly Left[] => {
    if (one.fault) return [{ held: one, ...one.fault }]
    if (!isAcceptable(one)) return [{ held: one, kind: 'unknown-party', message: sayUnknown(one, matrix) }]
    if (acceptedRow(matrix, one)) return []
    const mine = against.get(one) ?? []
    const chosen = mine.flatMap((each) => chosenAgainst(one, each, matrix) ?? [])[0]
    if (chosen) return [{ held: one, kind: 'other-side-chosen', message: sayChosen(one, chosen) }]
    if (named) return []
    const [contradiction] = mine
    if (contradiction) return [{ held: one, kind: 'contradicted', message: sayContradicted(contradiction) }]
    const earlier = earlierOf(one, matrix)
    return earlier === undefined ? [] : [{ held: one, kind: 'earlier-version', message: earlier }]
  })
}

function sayUnknown(held: HeldClaim, { parties }: Matrix): string {
  const { name } = strangerIn(held) ?? held.speaker
  const where = held.speaker.name === name ? '' : ` (${held.source.document}, at ${held.claim.at})`
  const known = parties.map(({ id, legalName }) => `${id} (${legalName})`)
  return `${name}${where} is no party of the matrix. Say which it is with --party "${name}=ID": one of ${sayList(known)}, or a new id to add it as a provider`
}

function sayContradicted({ message }: Contradiction): string {
  return `${message}. Ask which holds, then choose it by its place: --at PLACE`
}

function sayChosen({ claim }: HeldClaim, row: Activity): string {
  return `the other side was chosen: ${sayAcceptedRow(row)}. To put this one in its place: --at "${claim.at}" --instead ${row.id}`
}

function earlierOf(held: AcceptableClaim, matrix: Matrix): string | undefined {
  const name = documentName(held.source)
  const versions = new Set([name, ...held.replaces])
  const rows = acceptedBefore(matrix, held).filter(({ duties }) =>
    duties.some(({ basis }) => basis !== undefined && versions.has(basis.document)),
  )
  const words = dutiesOf(held).map(({ does }) => does)
  if (rows.length === 0 || rows.some(({ duties }) => words.every((does) => duties.some((duty) => duty.does === does))))
    return undefined
  return `an earlier version of "${name}" was accepted with other words (${sayList(rows.map(({ id }) => id))}). Compare them; to put this one in its place: --at "${held.claim.at}" --instead ${rows[0]!.id}`
}

function isAsked(held: HeldClaim, only: Wanted['only'], places: ReadonlySet<string>): boolean {
  return (
    (only.length === 0 || only.some((wish) => names(held.claim, wish))) &&
    (places.size === 0 || placesFor(held).some((place) => places.has(place)))
  )
}

/** It may be named by its place alone, or with its file. */
function placesFor({ claim, source }: HeldClaim): readonly string[] {
  return [claim.at, `${source.document}:${claim.at}`]
}

function names({ framework, requirement, objectives }: HeldClaim['claim'], wish: string): boolean {
  if (requirement === null) return false
  return [requirement, ...objectives].some((id) => id === wish || `${framework}:${id}` === wish)
}

function refuseUnknown(held: readonly HeldClaim[], { only, at }: Wanted): void {
  const strange = only.find((wish) => !held.some(({ claim }) => names(claim, wish)))
  if (strange !== undefined)
    throw new Refusal(
      'not-found',
      `no claim speaks of "${strange}"${like(
        strange,
        held.map(({ claim }) => claim.requirement ?? ''),
      )}`,
    )
  refuseHalves(held, only)
  const wished = new Map(at.map((wish) => [wish, [] as HeldClaim[]]))
  for (const one of held) for (const place of placesFor(one)) wished.get(place)?.push(one)
  for (const [wish, found] of wished) {
    if (found.length === 0)
      throw new Refusal(
        'not-found',
        `no claim stands at "${wish}"${like(
          wish,
          held.map(({ claim }) => claim.at),
        )}`,
      )
    const files = [...new Set(found.map(({ source }) => source.document))]
    const documents = new Set(found.map(({ source }) => source.sha256))
    if (documents.size > 1)
      throw new Refusal(
        'invalid',
        `"${wish}" stands in ${documents.size} documents; name the file too: --at "${files[0]}:${wish}"`,
      )
  }
}

/** A document that speaks of the whole requirement is not taken for one objective of it: its duty says all of it. */
function refuseHalves(held: readonly HeldClaim[], only: readonly string[]): void {
  for (const { claim } of held) {
    const { framework, requirement, objectives, at } = claim
    const said = (id: string): boolean => only.includes(id) || only.includes(`${framework}:${id}`)
    if (requirement === null || said(requirement)) continue
    const asked = objectives.filter(said)
    if (asked.length === 0 || asked.length === objectives.length) continue
    throw new Refusal(
      'invalid',
      `the claim at ${at} speaks of all of ${requirement}, not of ${sayList(asked)} alone; accept it whole: --only ${requirement}`,
    )
  }
}

function like(word: string, known: readonly string[]): string {
  const near = nearest(word, new Set(known))
  return near === undefined || near === '' ? '; demarc claims review lists every claim' : `; did you mean "${near}"?`
}

/** To choose both sides of a contradiction is to choose neither. */
function refuseRivals(take: readonly AcceptableClaim[], { contradictions }: ChoiceGround): void {
  const chosen = new Set<HeldClaim>(take)
  for (const { claims, message } of contradictions) {
    const sides = claims.filter((claim) => chosen.has(claim))
    const said = new Set(sides.map(sayingOf))
    if (said.size > 1)
      throw new Refusal(
        'conflict',
        `${message}: choose one of them, not ${said.size}`,
        sides.map(({ claim }) => ({ at: claim.at, message: claim.ownership })),
      )
  }
}
