// What people say of documents when they are reviewed: who is meant by a name, which is newer, where they apply, who answers.
import type { ClaimsFile } from '../claims/claims-file.ts'
import type { Context } from '../context.ts'
import { PartyId } from '../identifiers.ts'
import type { ScopeId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayList } from '../naming.ts'
import { Refusal } from '../refusal.ts'
import { suggest } from '../schema-issues.ts'
import type { OptionName } from '../views/projected.ts'
import { appliesIn } from './applies-in.ts'
import type { HeldClaim } from './held-claim.ts'
import { newerVersion } from './newer-named.ts'
import type { NewerNamed } from './newer-named.ts'
import type { ReviewGround } from './review.ts'
import { nameKey } from './speaker.ts'
import type { NamedParties } from './speaker.ts'

export interface Said {
  /** a new id adds a provider */
  readonly parties: readonly { readonly name: string; readonly id: string }[]
  readonly newer: readonly NewerNamed[]
  /** "all": everywhere */
  readonly scopes: readonly string[]
  readonly accountable?: string
}

export interface Against {
  readonly matrix: Matrix
  readonly context: Context
  readonly files: readonly ClaimsFile[]
  /** how whoever says it writes an option */
  readonly say: OptionName
}

export function groundOf({ matrix, context, files, say }: Against, { accountable, ...told }: Said): ReviewGround {
  const said = saidParties(told.parties, { matrix, files, say })
  const scopes = saidScopes(told.scopes, matrix, say)
  const newer = told.newer.map((named) => newerVersion(named, { matrix, files, say }))
  const parties = [...matrix.parties.map(({ id }) => id), ...said.values()]
  if (accountable !== undefined && !parties.includes(accountable))
    throw new Refusal(
      'invalid',
      `${say('accountable')}: there is no party "${accountable}"; ${suggest(accountable, parties)}`,
    )
  return {
    matrix,
    context,
    said,
    newer,
    scopesOf: (held) => knownScopes(held, matrix, scopes),
    ...(accountable !== undefined && { accountable }),
  }
}

export function saidParties(named: Said['parties'], { matrix, files, say }: Omit<Against, 'context'>): NamedParties {
  const names = [...new Set(files.flatMap(({ party, claims }) => [party, ...claims.map((claim) => claim.party)]))]
  return new Map(
    named.map(({ name, id }) => {
      if (!names.some((known) => nameKey(known) === nameKey(name)))
        throw new Refusal('invalid', `${say('party')}: no claims file is by "${name}"; ${suggest(name, names)}`)
      return [nameKey(name), partyId(id, matrix, say)] as const
    }),
  )
}

function partyId(text: string, { parties }: Matrix, say: OptionName): string {
  const id = PartyId.safeParse(text)
  if (!id.success) throw new Refusal('invalid', `${say('party')}: "${text}": ${id.error.issues[0]!.message}`)
  if (['unassigned', 'msp', 'client'].includes(text) && !parties.some((party) => party.id === text))
    throw new Refusal('invalid', `${say('party')}: "${text}" cannot be the id of a new provider; choose another`)
  return id.data
}

function saidScopes(said: readonly string[], { scopes }: Matrix, say: OptionName): readonly ScopeId[] {
  const known = scopes.map(({ id }) => id)
  const stranger = said.find((id) => id !== 'all' && !known.includes(id))
  if (stranger !== undefined)
    throw new Refusal(
      'invalid',
      `${say('scope')}: there is no scope "${stranger}"; ${suggest(stranger, [...known, 'all'])}`,
    )
  return said.includes('all') ? known : said
}

function knownScopes(held: HeldClaim, matrix: Matrix, said: readonly ScopeId[]): readonly ScopeId[] | undefined {
  const where = appliesIn(held, matrix, said)
  return where === 'unknown' ? undefined : where
}

/** A cloud's promise must not turn another site's rows green: where there are several scopes, somebody says which. */
export function refuseUnknownScopes(
  claims: readonly HeldClaim[],
  { matrix, say }: Pick<Against, 'matrix' | 'say'>,
  { scopes }: Pick<Said, 'scopes'>,
): void {
  const said = saidScopes(scopes, matrix, say)
  const unknown = claims.find((held) => appliesIn(held, matrix, said) === 'unknown')
  if (unknown === undefined) return
  throw new Refusal(
    'invalid',
    `this matrix has several scopes, and nothing says where ${unknown.speaker.name} delivers. Say it with ${say('scope')} ID (repeat it), or ${say('scope')} all: ${sayList(matrix.scopes.map(({ id, title }) => `${id} (${title})`))}`,
  )
}
