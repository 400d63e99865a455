// A claim held against a matrix: whose it is there, which of the matrix's objectives it speaks of, and its identity.
import type { Claim, SourceFacts } from '../claims/claim.ts'
import type { ClaimsFile } from '../claims/claims-file.ts'
import type { Context } from '../context.ts'
import type { Requirement } from '../framework.ts'
import { frameworkIndex } from '../framework-lookup.ts'
import { refer } from '../identifiers.ts'
import type { Reference } from '../identifiers.ts'
import { targetsInScope } from '../in-scope.ts'
import type { Matrix } from '../matrix.ts'
import { faultOf, supersededBy } from './claim-fault.ts'
import type { ClaimFault } from './claim-fault.ts'
import { speakerNamed } from './speaker.ts'
import type { NamedParties, Speaker } from './speaker.ts'

export interface HeldClaim {
  /** the document by its digest, the requirement, the service and the place: the same claim wherever it is met */
  readonly id: string
  readonly claim: Claim
  readonly source: SourceFacts
  /** whose document it is */
  readonly speaker: Speaker
  /** the provider that the claim is about: mostly the speaker itself */
  readonly subject: Speaker
  /** names of older versions of its document, as a person said */
  readonly replaces: readonly string[]
  /** its objectives that the matrix is assessed on */
  readonly refs: readonly Reference[]
  readonly requirement?: Requirement
  /** why it cannot be accepted as it is, whatever else is said */
  readonly fault?: ClaimFault
}

export interface Ground {
  readonly matrix: Matrix
  readonly context: Context
  readonly said: NamedParties
  readonly newer?: readonly NewerVersion[]
}

/** A person said that one document is the newer version of another. */
export interface NewerVersion {
  /** the older by its names */
  readonly old: readonly string[]
  /** the older one's digest, where its claims are at hand */
  readonly oldSha256?: string
  readonly nowSha256: string
  readonly now: string
}

export function replacedBy({ sha256 }: Pick<SourceFacts, 'sha256'>, newer: Ground['newer']): readonly string[] {
  return (newer ?? []).filter(({ nowSha256 }) => nowSha256 === sha256).flatMap(({ old }) => old)
}

/** Claims in the order of the files; one that stands twice at its place is held once. */
export function holdClaims(files: readonly ClaimsFile[], ground: Ground): readonly HeldClaim[] {
  const assessed = new Set(targetsInScope(ground.matrix, ground.context).map(({ ref }) => ref))
  const held = new Map<string, HeldClaim>()
  for (const { claims, source, party } of files) {
    const speaker = speakerNamed(party, ground.matrix, ground.said)
    for (const claim of claims) {
      const made = hold(claim, { source, speaker, assessed, ground })
      const key = JSON.stringify([made.id, claim])
      if (!held.has(key)) held.set(key, made)
    }
  }
  return [...held.values()]
}

interface Beside {
  readonly source: SourceFacts
  readonly speaker: Speaker
  readonly assessed: ReadonlySet<Reference>
  readonly ground: Ground
}

function hold(claim: Claim, { source, speaker, assessed, ground }: Beside): HeldClaim {
  const { framework, requirement: named } = claim
  const index = framework === null ? undefined : ground.context.frameworks.get(framework)
  const requirement = index && named !== null ? frameworkIndex(index).requirements.get(named) : undefined
  const known = new Set(requirement?.objectives.map(({ id }) => id))
  const refs =
    framework === null
      ? []
      : [...new Set(claim.objectives.filter((id) => known.has(id)).map((id) => refer(framework, id)))]
  const within = refs.filter((ref) => assessed.has(ref))
  const later = ground.newer?.find(({ oldSha256 }) => oldSha256 === source.sha256)
  const fault = later
    ? supersededBy(later.now)
    : faultOf(claim, { requirement, known, assessed: within.length, matrix: ground.matrix })
  return {
    id: identityOf(claim, source, requirement),
    claim,
    source,
    speaker,
    subject: speakerNamed(claim.party, ground.matrix, ground.said),
    replaces: replacedBy(source, ground.newer),
    refs: within,
    ...(requirement && { requirement }),
    ...(fault && { fault }),
  }
}

function identityOf(claim: Claim, source: SourceFacts, requirement: Requirement | undefined): string {
  const whole = requirement !== undefined && claim.objectives.length === requirement.objectives.length
  const what = whole ? claim.requirement : claim.objectives.join(', ')
  const service = claim.service === undefined ? '' : `, ${claim.service}`
  return `sha256:${source.sha256} ${claim.framework ?? 'none'}:${what} at ${claim.at}${service}`
}

/** "Contoso CRM", by its title where it has one. */
export function documentName({ title, document }: Pick<SourceFacts, 'title' | 'document'>): string {
  return title ?? document
}

/** "Contoso CRM, version 3, 2026-01-05, at PaaS CRM!C17" */
export function sayPlaceOf({ source, claim }: Pick<HeldClaim, 'source' | 'claim'>): string {
  const version = source.version === undefined ? '' : `, version ${source.version}`
  const date = source.date === undefined ? '' : `, ${source.saved ? 'file saved ' : ''}${source.date}`
  return `${documentName(source)}${version}${date}, at ${claim.at}`
}
