// What the claims commands are given: the matrix, claims files, who is meant by a name, and where a document applies.
import type { ClaimsFile } from '../core/claims/claims-file.ts'
import { readClaimsFile } from '../core/claims/claims-file.ts'
import { isNamed } from '../core/claims-review/newer-named.ts'
import type { NewerNamed } from '../core/claims-review/newer-named.ts'
import { saidParties } from '../core/claims-review/said.ts'
import type { Said } from '../core/claims-review/said.ts'
import { hear } from '../core/claims-review/hearing.ts'
import { contradictedBy } from '../core/claims-review/review.ts'
import { speakerNamed } from '../core/claims-review/speaker.ts'
import type { Context } from '../core/context.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { claimsLimit, readValue } from '../documents/read-value.ts'
import type { Given } from './command.ts'
import { readBytes } from './files.ts'
import { asOption } from './options.ts'

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

export function saidIn(given: Given, { files }: Pick<Against, 'files'>): Said {
  const accountable = given.text('accountable')
  return {
    parties: namedIn(given.texts('party')),
    newer: given.texts('newer').map((pair) => newerIn(pair, files)),
    scopes: given.texts('scope'),
    ...(accountable !== undefined && { accountable }),
  }
}

function namedIn(pairs: readonly string[]): Said['parties'] {
  return pairs.map((pair) => {
    const equals = pair.lastIndexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).trim()
    if (name === '')
      throw new Refusal('invalid', `--party "${pair}": write NAME=ID, the name as the claims file has it`)
    return { name, id: pair.slice(equals + 1).trim() }
  })
}

/** A name may hold "=": where it is to be cut, the names that are known say. */
function newerIn(pair: string, files: readonly ClaimsFile[]): NewerNamed {
  const cuts = [...pair.matchAll(/=/g)].map(({ index }) => [pair.slice(0, index).trim(), pair.slice(index + 1).trim()])
  const [old = '', now = ''] = cuts.find(([, name]) => files.some((file) => isNamed(file, name!))) ?? cuts.at(-1) ?? []
  if (old !== '' && now !== '') return { old, now }
  throw new Refusal('invalid', `--newer "${pair}": write OLD=NEW, the titles or file names of the two documents`)
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
  const said = saidParties(namedIn(pairs), { matrix, files, say: asOption })
  const stranger = files.find(({ party }) => speakerNamed(party, matrix, said).id === null)
  if (stranger !== undefined)
    throw new Refusal(
      'invalid',
      `no party of this matrix is called "${stranger.party}", so what its document contradicts cannot be told: say which party it is with --party "${stranger.party}=ID" (a new id for one that the matrix does not have)`,
    )
  const { contradictions } = hear(files, { matrix, context, said })
  return { contradicted: contradictedBy(contradictions, matrix) }
}
