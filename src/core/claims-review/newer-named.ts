// Which document is the newer version of which, by title or by the name of its file.
import type { SourceFacts } from '../claims/claim.ts'
import type { ClaimsFile } from '../claims/claims-file.ts'
import { documentName } from './held-claim.ts'
import type { NewerVersion } from './held-claim.ts'
import type { Matrix } from '../matrix.ts'
import { Refusal } from '../refusal.ts'
import type { OptionName } from '../views/projected.ts'
import { suggest } from '../schema-issues.ts'
import { isNewer } from './version-order.ts'

interface Documents {
  readonly matrix: Matrix
  readonly files: readonly ClaimsFile[]
  readonly say: OptionName
}

export interface NewerNamed {
  readonly old: string
  readonly now: string
}

export function newerVersion({ old, now }: NewerNamed, documents: Documents): NewerVersion {
  const { files, say } = documents
  const newFile = only(now, files, say)
  const oldFile = olderFile(old, newFile, documents)
  const { source, party } = newFile
  if (oldFile !== undefined && oldFile.party !== party)
    throw new Refusal(
      'invalid',
      `${say('newer')} "${old}=${now}": the two documents are of ${oldFile.party} and ${party}`,
    )
  refuseReversed(`${say('newer')} "${old}=${now}"`, {
    olds: oldFile === undefined ? basesOf(old, documents) : [oldFile.source],
    now: source,
  })
  return {
    old: [old, ...(oldFile === undefined ? [] : [documentName(oldFile.source), oldFile.source.document])],
    ...(oldFile !== undefined && { oldSha256: oldFile.source.sha256 }),
    nowSha256: source.sha256,
    now: documentName(source),
  }
}

type Facts = Pick<SourceFacts, 'version' | 'date' | 'saved'>

/** By the dates that the documents give themselves, else by their version numbers. */
function refuseReversed(asked: string, { olds, now }: { readonly olds: readonly Facts[]; readonly now: Facts }): void {
  const newer = olds.find((old) => isNewer(old, now) === true)
  if (newer === undefined) return
  throw new Refusal(
    'invalid',
    `${asked}: by what the documents say of themselves it is the other way round (${sayVersion(newer)} is newer than ${sayVersion(now)})`,
  )
}

function sayVersion({ version, date }: Facts): string {
  const said = [...(version === undefined ? [] : [`version ${version}`]), ...(date === undefined ? [] : [date])]
  return said.join(' of ')
}

function basesOf(name: string, { matrix }: Documents): readonly Facts[] {
  return matrix.activities.flatMap(({ duties }) =>
    duties.flatMap(({ basis }) => (basis?.claim !== undefined && basis.document === name ? [basis] : [])),
  )
}

/** Undefined where its claims are not at hand, and some were accepted before. */
function olderFile(name: string, newFile: ClaimsFile, { matrix, files, say }: Documents): ClaimsFile | undefined {
  const older = files.filter((file) => isNamed(file, name) && file !== newFile)
  if (older.length > 0) return only(name, older, say)
  const accepted = new Set(
    matrix.activities.flatMap(({ duties }) => duties.flatMap(({ basis }) => (basis?.claim ? [basis.document] : []))),
  )
  if (accepted.has(name)) return undefined
  throw new Refusal(
    'invalid',
    `${say('newer')}: nothing was accepted from "${name}", and no claims file is of it; ${suggest(name, [...accepted, ...namesOf(files)])}`,
  )
}

function only(name: string, files: readonly ClaimsFile[], say: OptionName): ClaimsFile {
  const [file, second] = files.filter((one) => isNamed(one, name))
  if (file === undefined)
    throw new Refusal('invalid', `${say('newer')}: no claims file is of "${name}"; ${suggest(name, namesOf(files))}`)
  if (second !== undefined)
    throw new Refusal('invalid', `${say('newer')}: two documents are named "${name}"; use the names of their files`)
  return file
}

export function isNamed({ source }: ClaimsFile, name: string): boolean {
  return source.title === name || source.document === name
}

function namesOf(files: readonly ClaimsFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ source }) => [documentName(source), source.document]))]
}
