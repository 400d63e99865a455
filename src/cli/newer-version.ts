// --newer OLD=NEW: which document is the newer version of which, by title or by the name of its file.
import type { SourceFacts } from '../core/claims/claim.ts'
import type { ClaimsFile } from '../core/claims/claims-file.ts'
import { documentName } from '../core/claims-review/held-claim.ts'
import type { NewerVersion } from '../core/claims-review/held-claim.ts'
import { isNewer } from '../core/claims-review/version-order.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'

interface Documents {
  readonly matrix: Matrix
  readonly files: readonly ClaimsFile[]
}

export function newerVersion(pair: string, { matrix, files }: Documents): NewerVersion {
  const [old, now] = namesIn(pair, files)
  const newFile = only(now, files)
  const oldFile = olderFile(old, newFile, { matrix, files })
  const { source, party } = newFile
  if (oldFile !== undefined && oldFile.party !== party)
    throw new Refusal('invalid', `--newer "${pair}": the two documents are of ${oldFile.party} and ${party}`)
  refuseReversed(pair, oldFile === undefined ? basesOf(old, matrix) : [oldFile.source], source)
  return {
    old: [old, ...(oldFile === undefined ? [] : [documentName(oldFile.source), oldFile.source.document])],
    ...(oldFile !== undefined && { oldSha256: oldFile.source.sha256 }),
    nowSha256: source.sha256,
    now: documentName(source),
  }
}

type Facts = Pick<SourceFacts, 'version' | 'date' | 'saved'>

/** By the dates that the documents give themselves, else by their version numbers. */
function refuseReversed(pair: string, olds: readonly Facts[], now: Facts): void {
  const newer = olds.find((old) => isNewer(old, now) === true)
  if (newer === undefined) return
  throw new Refusal(
    'invalid',
    `--newer "${pair}": by what the documents say of themselves it is the other way round (${sayVersion(newer)} is newer than ${sayVersion(now)})`,
  )
}

function sayVersion({ version, date }: Facts): string {
  const said = [...(version === undefined ? [] : [`version ${version}`]), ...(date === undefined ? [] : [date])]
  return said.join(' of ')
}

function basesOf(name: string, { activities }: Matrix): readonly Facts[] {
  return activities.flatMap(({ duties }) =>
    duties.flatMap(({ basis }) => (basis?.claim !== undefined && basis.document === name ? [basis] : [])),
  )
}

/** A name may hold "=": where it is to be cut, the names that are known say. */
function namesIn(pair: string, files: readonly ClaimsFile[]): readonly [string, string] {
  const cuts = [...pair.matchAll(/=/g)].map(({ index }) => [pair.slice(0, index).trim(), pair.slice(index + 1).trim()])
  const [old = '', now = ''] = cuts.find(([, name]) => files.some((file) => isNamed(file, name!))) ?? cuts.at(-1) ?? []
  if (old !== '' && now !== '') return [old, now]
  throw new Refusal('invalid', `--newer "${pair}": write OLD=NEW, the titles or file names of the two documents`)
}

/** Undefined where its claims are not at hand, and some were accepted before. */
function olderFile(name: string, newFile: ClaimsFile, { matrix, files }: Documents): ClaimsFile | undefined {
  const older = files.filter((file) => isNamed(file, name) && file !== newFile)
  if (older.length > 0) return only(name, older)
  const accepted = new Set(
    matrix.activities.flatMap(({ duties }) => duties.flatMap(({ basis }) => (basis?.claim ? [basis.document] : []))),
  )
  if (accepted.has(name)) return undefined
  throw new Refusal(
    'invalid',
    `--newer: nothing was accepted from "${name}", and no claims file is of it; ${suggest(name, [...accepted, ...namesOf(files)])}`,
  )
}

function only(name: string, files: readonly ClaimsFile[]): ClaimsFile {
  const [file, second] = files.filter((one) => isNamed(one, name))
  if (file === undefined)
    throw new Refusal('invalid', `--newer: no claims file is of "${name}"; ${suggest(name, namesOf(files))}`)
  if (second !== undefined)
    throw new Refusal('invalid', `--newer: two documents are named "${name}"; use the names of their files`)
  return file
}

function isNamed({ source }: ClaimsFile, name: string): boolean {
  return source.title === name || source.document === name
}

function namesOf(files: readonly ClaimsFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ source }) => [documentName(source), source.document]))]
}
