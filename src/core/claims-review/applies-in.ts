// Where a document applies: the scopes that a person named, else those in which its party delivers something.
import type { ScopeId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { HeldClaim } from './held-claim.ts'

/** Undefined: in every scope. "unknown": several scopes, and nothing says in which. */
export function appliesIn(
  { speaker }: Pick<HeldClaim, 'speaker'>,
  { scopes, offerings }: Pick<Matrix, 'scopes' | 'offerings'>,
  said: readonly ScopeId[],
): readonly ScopeId[] | undefined | 'unknown' {
  if (said.length > 0) return scopes.every(({ id }) => said.includes(id)) ? undefined : said
  if (scopes.length === 1 || speaker.kind !== 'provider') return undefined
  const sold = offerings.filter(({ by }) => by === speaker.id)
  if (sold.length === 0) return 'unknown'
  if (sold.some((offering) => offering.scopes === undefined)) return undefined
  const delivered = new Set(sold.flatMap((offering) => offering.scopes ?? []))
  return scopes.map(({ id }) => id).filter((id) => delivered.has(id))
}
