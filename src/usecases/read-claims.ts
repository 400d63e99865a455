// Somebody's document read into claims, by what was confirmed of its layout before.
import { readClaimsFile } from '../core/claims/claims-file.ts'
import type { ClaimsFile } from '../core/claims/claims-file.ts'
import type { Mapping } from '../core/mapping/mapping.ts'
import { claimsOf } from '../documents/sources/claims-of.ts'
import type { ImportAsked } from '../store/imports.ts'
import { knownLayouts } from '../store/layouts.ts'
import type { UseCase } from './context.ts'

/** Understanding the rows holds up everybody else meanwhile; the longest matrix that we have seen has 1,100. */
const most = 5000

export interface GivenDocument {
  readonly name: string
  readonly bytes: Uint8Array
  readonly asked: ImportAsked
}

/** The layouts that a document has are only known once it was read. */
export async function readClaims(ctx: UseCase, given: GivenDocument): Promise<ClaimsFile> {
  const first = await claimsWith(ctx, given, undefined)
  const layouts = first.mapping.tables.map(({ layout }) => layout)
  const told = await ctx.store.read(ctx.actor.tenant, (scope) => knownLayouts(scope, layouts))
  return whole(told === undefined ? first : await claimsWith(ctx, given, told))
}

function claimsWith({ knowledge }: UseCase, { name, bytes, asked }: GivenDocument, told: Mapping | undefined) {
  const { party, side, title, version, date } = asked
  const naming = { party, ...(side !== undefined && { side }) }
  const facts = {
    ...(title !== undefined && { title }),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
  }
  return claimsOf({ bytes, fileName: name, naming, told, facts, most }, knowledge)
}

/** What could not be read again would be lost. */
function whole(file: ClaimsFile): ClaimsFile {
  const read = readClaimsFile(JSON.parse(JSON.stringify(file)))
  if (!read.ok) throw new Error(`claims were made that cannot be read again: ${read.issues[0]?.message}`)
  return read.value
}
