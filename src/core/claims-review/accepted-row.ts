// The row that an accepted claim makes: the speaker's duty on its document, and what it leaves as a duty that somebody must take.
import type { Activity, Cover } from '../activity.ts'
import { brief } from '../brief.ts'
import { unassigned } from '../duty.ts'
import type { Basis, Duty, Evidence } from '../duty.ts'
import { isNamed } from '../evidence-name.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { wordingKey } from '../wording-key.ts'
import type { AcceptableClaim, Acceptance } from './acceptable-claim.ts'
import { plainWords } from './claim-words.ts'
import { leftWords, othersWords, ownWords } from './duty-words.ts'
import { documentName, sayPlaceOf } from './held-claim.ts'
import { keptTaken, replacedBy } from './replacement.ts'
import { answeringFor, ownRowsServing } from './standing.ts'
import { dayOf } from './version-order.ts'
import { speaksOfItself } from './who-does.ts'

/** The same for the same claim on every machine. */
export function rowId({ id, requirement }: Pick<AcceptableClaim, 'id' | 'requirement'>): string {
  const slug = requirement.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return `claim-${slug.replaceAll(/^-|-$/g, '')}-${wordingKey({ title: id, duties: [] })}`
}

export function dutiesOf(held: AcceptableClaim): readonly Duty[] {
  const { claim } = held
  const left = leftTo(held, leftWords(held))
  if (speaksOfItself(held)) return [ownDuty(held), ...left]
  if (claim.ownership === 'client' || claim.ownership === 'msp') return leftTo(held, othersWords(held))
  const { customerMust: _, ...said } = claim
  return [...leftTo(held, othersWords({ ...held, claim: said })), ...left]
}

/** A provider's document is what an assessor picks up; the MSP's and the client's own pages prove nothing of their own work. */
function ownDuty(held: AcceptableClaim): Duty {
  const evidence = shownBy(held)
  return {
    party: held.speaker.id,
    kind: 'does',
    does: ownWords(held),
    ...(evidence.length > 0 && { evidence }),
    basis: basisOf(held),
  }
}

/** Its page, for a provider; and what the row itself names. */
export function shownBy(held: AcceptableClaim): readonly Evidence[] {
  const { claim, speaker } = held
  const named = claim.evidence === undefined ? [] : [{ what: brief(plainWords(claim.evidence), 500) }].filter(isNamed)
  return [...(speaker.kind === 'provider' ? [evidenceOf(held)] : []), ...named]
}

export function basisOf({ id, source, claim }: AcceptableClaim): Basis {
  return {
    claim: id,
    document: documentName(source),
    ...(source.version !== undefined && { version: source.version }),
    ...(dayOf(source) !== undefined && { date: dayOf(source) }),
    place: claim.at,
  }
}

function evidenceOf(held: AcceptableClaim): Evidence {
  return { what: sayPlaceOf(held), from: held.speaker.name, sha256: held.source.sha256 }
}

function leftTo(held: AcceptableClaim, does: string | undefined): readonly Duty[] {
  return does === undefined ? [] : [{ party: unassigned, kind: 'does', does, source: sayPlaceOf(held) }]
}

/** It serves an objective whole where no other row does and the claim is about all of it; else a part of its own, which fills no declared part. */
export function rowOf(
  held: AcceptableClaim,
  refs: readonly Reference[],
  ground: { readonly matrix: Matrix; readonly how: Acceptance },
): Activity {
  const { matrix, how } = ground
  const served = refs.flatMap((ref) => ownRowsServing(ref, matrix))
  const accountable = answeringFor(refs, matrix) ?? how.accountable
  const replaced = replacedBy(held, how.instead)
  const scopes = how.scopesOf(held)
  return {
    id: rowId(held),
    title: titleOf(held),
    topic: served[0]?.topic ?? 'accepted-claims',
    covers: refs.map((ref): Cover => (isWhole(held, ref, ground) ? ref : { ref, part: partOf(held) })),
    ...(accountable !== undefined && { accountable }),
    duties: keptTaken(dutiesOf(held), replaced),
    ...(scopes && { scopes }),
    reviewed: reviewedBy(how, replaced),
  }
}

export function reviewedBy(
  { by, reason, date }: Acceptance,
  replaced: readonly Activity[],
): NonNullable<Activity['reviewed']> {
  const said = by === undefined ? `accepted: ${reason}` : `${by}: ${reason}`
  return { by: [said, ...replaced.map((row) => `in the place of ${sayAcceptedRow(row)}`)].join('; '), date }
}

/** "claim-pe-l2-3-10-1-…, accepted from Cloud CRM, version 3, at PaaS CRM!C17" */
export function sayAcceptedRow({ id, duties }: Activity): string {
  const basis = duties.find(({ basis: rests }) => rests?.claim !== undefined)?.basis
  if (basis === undefined) {
    const source = duties.find((duty) => duty.source !== undefined)?.source
    return source === undefined ? id : `${id}, accepted from ${source}`
  }
  const version = basis.version === undefined ? '' : `version ${basis.version}`
  const place = basis.place === undefined ? '' : `at ${basis.place}`
  return `${id}, accepted from ${[basis.document, version, basis.date, place].filter(Boolean).join(', ')}`
}

function isWhole(
  held: AcceptableClaim,
  ref: Reference,
  { matrix, how }: { readonly matrix: Matrix; readonly how: Acceptance },
): boolean {
  return (
    held.claim.translatedFrom === undefined && !how.inPieces.has(held.id) && ownRowsServing(ref, matrix).length === 0
  )
}

function partOf({ claim, source }: AcceptableClaim): string {
  return `${documentName(source)} at ${claim.at}${claim.service === undefined ? '' : `, ${claim.service}`}`
}

function titleOf(held: AcceptableClaim): string {
  const { claim, speaker, requirement } = held
  const service = claim.service === undefined ? '' : `, ${claim.service}`
  const what = brief(plainWords(claim.activity ?? requirement.title), 100)
  return speaksOfItself(held)
    ? `What ${speaker.name} does: ${what} (${requirement.id}${plainWords(service)})`
    : `What ${speaker.name} leaves to others: ${what} (${requirement.id}${plainWords(service)})`
}
