// Two documents of one party that speak of mostly the same: perhaps two versions of one, which only a person can say.
import type { SourceFacts } from '../claims/claim.ts'
import type { Basis } from '../duty.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import { refsOf } from './standing.ts'
import type { Document } from './newer-version.ts'
import { isNewer } from './version-order.ts'

export interface LikelyVersion {
  readonly party: string
  readonly old: string
  readonly now: string
  /** a person said so */
  readonly said: boolean
  /** how many requirements both speak of */
  readonly common: number
  /** what only the older speaks of, where its claims are at hand */
  readonly dropped: readonly string[]
}

interface Spoken extends Document {
  readonly about: ReadonlySet<string>
  readonly refs: ReadonlySet<Reference>
}

export function likelyVersions(
  matrix: Matrix,
  held: readonly HeldClaim[],
  documents: readonly Document[],
): readonly LikelyVersion[] {
  const spoken = documents.map((document): Spoken => {
    const own = held.filter(({ source, requirement }) => source.sha256 === document.source.sha256 && requirement)
    return { ...document, about: new Set(own.map(aboutOf)), refs: new Set(own.flatMap(({ refs }) => refs)) }
  })
  const between = spoken.flatMap((one, index) => spoken.slice(index + 1).flatMap((other) => pairOf(one, other)))
  return [...between, ...spoken.flatMap((one) => sinceAccepted(one, matrix, spoken))]
}

/** One requirement of one service. */
function aboutOf({ claim }: HeldClaim): string {
  return `${claim.requirement}${claim.service === undefined ? '' : `, ${claim.service}`}`
}

const least = 2
const mostly = 0.6

function pairOf(one: Spoken, other: Spoken): readonly LikelyVersion[] {
  if (one.speaker.key !== other.speaker.key || one.source.sha256 === other.source.sha256) return []
  const [old, now] = inOrder(one, other)
  const common = [...old.about].filter((what) => now.about.has(what)).length
  const said = now.replaces.includes(nameBeside(old.source, now.source))
  if (!said && (common < least || common < mostly * Math.max(old.about.size, now.about.size))) return []
  const dropped = [...old.about].filter((what) => !now.about.has(what))
  const [first, second] = [nameBeside(old.source, now.source), nameBeside(now.source, old.source)]
  return first === second ? [] : [{ party: one.speaker.name, old: first, now: second, said, common, dropped }]
}

function inOrder(one: Spoken, other: Spoken): readonly [Spoken, Spoken] {
  if (one.replaces.includes(nameBeside(other.source, one.source))) return [other, one]
  return isNewer(one.source, other.source) === true ? [other, one] : [one, other]
}

/** By its title, unless the other has the same. */
function nameBeside(source: SourceFacts, other: SourceFacts): string {
  return documentName(source) === documentName(other) ? source.document : documentName(source)
}

/** Against what was accepted from documents of other names that are not at hand. */
function sinceAccepted(now: Spoken, { activities }: Matrix, spoken: readonly Spoken[]): readonly LikelyVersion[] {
  const known = new Set([...spoken.map(({ source }) => documentName(source)), ...now.replaces])
  const rows = activities.flatMap((row) => {
    const duty = row.duties.find(({ basis, party }) => basis?.claim !== undefined && party === now.speaker.id)
    return duty?.basis === undefined || known.has(duty.basis.document) ? [] : [{ row, basis: duty.basis }]
  })
  return [...Map.groupBy(rows, ({ basis }) => basis.document)].flatMap(([old, accepted]) => {
    const common = accepted.filter(({ row }) => [...refsOf(row)].some((ref) => now.refs.has(ref))).length
    if (common < least || common < mostly * accepted.length || isOlder(now, accepted[0]!.basis)) return []
    return [{ party: now.speaker.name, old, now: documentName(now.source), said: false, common, dropped: [] }]
  })
}

function isOlder({ source }: Spoken, { version, date }: Basis): boolean {
  return isNewer(source, { ...(version !== undefined && { version }), ...(date !== undefined && { date }) }) === false
}
