// A document read into claims: understood by what was told of its columns, and packed as it will be kept.
import { readClaimsFile } from '../../core/claims/claims-file.ts'
import type { ClaimsFile } from '../../core/claims/claims-file.ts'
import type { Context } from '../../core/context.ts'
import { claimsOf } from '../../documents/sources/claims-of.ts'
import { packed } from './packed-list.ts'
import type { PackedClaims, ReadGiven, ReadTold } from './tasks.ts'

export async function readWork(given: ReadGiven, knowledge: Context): Promise<ReadTold> {
  const { name, bytes, asked, told, most } = given
  const { party, side, title, version, date } = asked
  const naming = { party, ...(side !== undefined && { side }) }
  const facts = {
    ...(title !== undefined && { title }),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
  }
  const file = await claimsOf({ bytes, fileName: name, naming, told, facts, most }, knowledge)
  return { ...packedClaims(whole(file)), layouts: file.mapping.tables.map(({ layout }) => layout) }
}

function packedClaims({ claims, issues, ...head }: ClaimsFile): PackedClaims {
  return { head, claims: packed(claims, ({ ownership }) => ownership), issues: packed(issues, () => undefined) }
}

/** What could not be read again would be lost. */
function whole(file: ClaimsFile): ClaimsFile {
  const read = readClaimsFile(JSON.parse(JSON.stringify(file)))
  if (!read.ok) throw new Error(`claims were made that cannot be read again: ${read.issues[0]?.message}`)
  return read.value
}
