// What the claims commands are given: the matrix, claims files, who is meant by a name, and where a document applies.
import type { ClaimsFile } from '../core/claims/claims-file.ts'
import { readClaimsFile } from '../core/claims/claims-file.ts'
import { appliesIn } from '../core/claims-review/applies-in.ts'
import type { HeldClaim } from '../core/claims-review/held-claim.ts'
import { hear } from '../core/claims-review/hearing.ts'
import { contradictedBy } from '../core/claims-review/review.ts'
import type { ReviewGround } from '../core/claims-review/review.ts'
import { nameKey, speakerNamed } from '../core/claims-review/speaker.ts'
import type { NamedParties } from '../core/claims-review/speaker.ts'
import type { Context } from '../core/context.ts'
import { PartyId } from '../core/identifiers.ts'
import type { ScopeId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { sayList } from '../core/naming.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { claimsLimit, readValue } from '../documents/read-value.ts'
import type { Given } from './command.ts'
import { readBytes } from './files.ts'
import { newerVersion } from './newer-version.ts'

export async function readClaims(file: string): Promise<ClaimsFile> {
  const value = await readValue(readBytes(file), claimsLimit)
  if (!value.ok) throw new Refusal('invalid', `${file} cannot be read`, value.issues)
  const claims = readClaimsFile(value.value)
  if (!claims.ok) throw new Refusal('invalid', `${file} is no claims file that Demarc can work on`, claims.issues)
  return claims.value
}

export interface Against {
  readonly matrix: Matrix
  readonly context: Context
  readonly files: readonly ClaimsFile[]
}

export function groundOf({ matrix, context, files }: Against, given: Given): ReviewGround {
  const said = saidParties(given.texts('party'), { matrix, files })
  const scopes = saidScopes(given.texts('scope'), matrix)
  const accountable = given.text('accountable')
  const newer = given.texts('newer').map((pair) => newerVersion(pair, { matrix, files }))
  const parties = [...matrix.parties.map(({ id }) => id), ...said.values()]
  if (accountable !== undefined && !parties.includes(accountable))
    throw new Refusal('invalid', `--accountable: there is no party "${accountable}"; ${suggest(accountable, parties)}`)
  return {
    matrix,
    context,
    said,
    newer,
    scopesOf: (held) => knownScopes(held, matrix, scopes),
    ...(accountable !== undefined && { accountable }),
  }
}

function saidParties(pairs: readonly string[], { matrix, files }: Omit<Against, 'context'>): NamedParties {
  const names = [...new Set(files.flatMap(({ party, claims }) => [party, ...claims.map((claim) => claim.party)]))]
  return new Map(
    pairs.map((pair) => {
      const equals = pair.lastIndexOf('=')
      const name = pair.slice(0, Math.max(equals, 0)).trim()
      if (name === '')
        throw new Refusal('invalid', `--party "${pair}": write NAME=ID, the name as the claims file has it`)
      if (!names.some((known) => nameKey(known) === nameKey(name)))
        throw new Refusal('invalid', `--party: no claims file is by "${name}"; ${suggest(name, names)}`)
      return [nameKey(name), partyId(pair.slice(equals + 1).trim(), matrix)] as const
    }),
  )
}

function partyId(text: string, { parties }: Matrix): string {
  const id = PartyId.safeParse(text)
  if (!id.success) throw new Refusal('invalid', `--party: "${text}": ${id.error.issues[0]!.message}`)
  if (['unassigned', 'msp', 'client'].includes(text) && !parties.some((party) => party.id === text))
    throw new Refusal('invalid', `--party: "${text}" cannot be the id of a new provider; choose another`)
  return id.data
}

function saidScopes(said: readonly string[], { scopes }: Matrix): readonly ScopeId[] {
  const known = scopes.map(({ id }) => id)
  const stranger = said.find((id) => id !== 'all' && !known.includes(id))
  if (stranger !== undefined)
    throw new Refusal('invalid', `--scope: there is no scope "${stranger}"; ${suggest(stranger, [...known, 'all'])}`)
  return said.includes('all') ? known : said
}

function knownScopes(held: HeldClaim, matrix: Matrix, said: readonly ScopeId[]): readonly ScopeId[] | undefined {
  const where = appliesIn(held, matrix, said)
  return where === 'unknown' ? undefined : where
}

/** A cloud's promise must not turn another site's rows green: where there are several scopes, somebody says which. */
export function refuseUnknownScopes(claims: readonly HeldClaim[], matrix: Matrix, given: Given): void {
  const said = saidScopes(given.texts('scope'), matrix)
  const unknown = claims.find((held) => appliesIn(held, matrix, said) === 'unknown')
  if (unknown === undefined) return
  throw new Refusal(
    'invalid',
    `this matrix has several scopes, and nothing says where ${unknown.speaker.name} delivers. Say it with --scope ID (repeat it), or --scope all: ${sayList(matrix.scopes.map(({ id, title }) => `${id} (${title})`))}`,
  )
}

/** Objectives about which documents contradict themselves or each other, for the gap proof. */
export async function contradictedIn(
  given: Given,
  matrix: Matrix,
  context: Context,
): Promise<Pick<Context, 'contradicted'>> {
  const claims = given.texts('claims')
  const pairs = given.texts('party')
  if (claims.length === 0 && pairs.length > 0) throw new Refusal('invalid', '--party goes with --claims')
  if (claims.length === 0) return {}
  const files = await Promise.all(claims.map(readClaims))
  const said = saidParties(pairs, { matrix, files })
  const stranger = files.find(({ party }) => speakerNamed(party, matrix, said).id === null)
  if (stranger !== undefined)
    throw new Refusal(
      'invalid',
      `no party of this matrix is called "${stranger.party}", so what its document contradicts cannot be told: say which party it is with --party "${stranger.party}=ID" (a new id for one that the matrix does not have)`,
    )
  const { contradictions } = hear(files, { matrix, context, said })
  return { contradicted: contradictedBy(contradictions, matrix) }
}
