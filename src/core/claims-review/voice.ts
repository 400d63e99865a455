// What one document says of one party about one objective, all its rows together.
import type { ClaimOwnership } from '../claims/claim.ts'
import type { Reference } from '../identifiers.ts'
import type { HeldClaim } from './held-claim.ts'

export interface Voice {
  readonly ref: Reference
  readonly claims: readonly HeldClaim[]
  /** "shared" where its rows divide the objective; undefined where it contradicts itself */
  readonly says: ClaimOwnership | undefined
  /** rows about several pieces of work: none of them is about the whole objective */
  readonly inPieces: boolean
}

export function voicesOf(held: readonly HeldClaim[]): ReadonlyMap<Reference, readonly Voice[]> {
  const byReference = new Map<Reference, HeldClaim[]>()
  for (const one of held) if (speaks(one)) for (const ref of one.refs) push(byReference, ref, one)
  return new Map(
    [...byReference].map(([ref, claims]) => [
      ref,
      [...Map.groupBy(claims, voiceKey).values()].map((group) => voiceOf(ref, group)),
    ]),
  )
}

/** Not applicable is a saying too, though it can never be accepted. */
function speaks({ fault, claim }: HeldClaim): boolean {
  return fault === undefined || (fault.kind === 'not-applicable' && claim.ownership === 'not-applicable')
}

function voiceKey({ source, subject, claim }: HeldClaim): string {
  return JSON.stringify([source.sha256, subject.key, claim.service ?? null, claim.translatedFrom ?? null])
}

function push(map: Map<Reference, HeldClaim[]>, ref: Reference, held: HeldClaim): void {
  const list = map.get(ref)
  if (list) list.push(held)
  else map.set(ref, [held])
}

function voiceOf(ref: Reference, claims: readonly HeldClaim[]): Voice {
  const tables = [...Map.groupBy(claims, ({ claim }) => tableOf(claim.at)).values()].map(saidIn)
  const first = tables[0]!.says
  const consistent = first !== undefined && tables.every(({ says }) => agree(says, first))
  return {
    ref,
    claims,
    says: consistent ? (tables.find(({ says }) => says !== 'shared')?.says ?? first) : undefined,
    inPieces: tables.some(({ inPieces }) => inPieces),
  }

  function agree(one: ClaimOwnership | undefined, other: ClaimOwnership): boolean {
    return one === other || (one !== undefined && isSummary(one, other))
  }

  /** A summary that calls the whole requirement shared agrees with rows that divide it among its objectives. */
  function isSummary(one: ClaimOwnership, other: ClaimOwnership): boolean {
    return (one === 'shared' || other === 'shared') && claims.some(dividesRequirement)
  }

  function dividesRequirement({ claim, requirement }: HeldClaim): boolean {
    return requirement !== undefined && claim.objectives.length < requirement.objectives.length
  }
}

interface SaidInTable {
  readonly says: ClaimOwnership | undefined
  readonly inPieces: boolean
}

/** Rows of one table about different pieces of work divide the objective; about the same, they contradict each other. */
function saidIn(claims: readonly HeldClaim[]): SaidInTable {
  const ownerships = new Set(claims.map(({ claim }) => claim.ownership))
  if (ownerships.size === 1) return { says: claims[0]!.claim.ownership, inPieces: false }
  const pieces = Map.groupBy(claims, ({ claim }) => claim.activity ?? '')
  const clash = [...pieces.values()].some((group) => new Set(group.map(({ claim }) => claim.ownership)).size > 1)
  return clash || pieces.has('') ? { says: undefined, inPieces: false } : { says: 'shared', inPieces: true }
}

/** `PaaS CRM!C17`: what stands before the cell. */
function tableOf(at: string): string {
  return at.includes('!') ? at.slice(0, at.lastIndexOf('!')) : ''
}
