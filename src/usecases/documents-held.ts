// The documents of an engagement that a review is about, with the draft that they are held against.
import type { EngagementId, ImportId } from '../core/record-id.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { allImportClaims } from '../store/import-parts.ts'
import { importsIn } from '../store/imports.ts'
import type { OpenedImport } from '../store/imports.ts'
import type { Scope } from '../store/scope.ts'
import type { ReviewAsked } from './claims-asked.ts'
import type { FileGiven } from './claims-desk/tasks.ts'
import { heldMatrix } from './held-matrix.ts'

/** Those that are asked for, in the order in which they came; refused where one cannot be worked on. */
export async function chosenImports(
  scope: Scope,
  id: EngagementId,
  { imports: wanted }: Pick<ReviewAsked, 'imports'>,
): Promise<readonly OpenedImport[]> {
  const all = await importsIn(scope, id, ['open', 'corrected', 'accepted'])
  const strange = wanted?.find((one) => !all.some((known) => known.id === one))
  if (strange !== undefined)
    throw new Refusal('not-found', `this engagement has no import ${strange} that is not set aside`)
  const chosen = wanted === undefined ? all : all.filter((one) => wanted.includes(one.id))
  const unread = chosen.find(({ state }) => state === 'corrected')
  if (unread !== undefined)
    throw new Refusal(
      'conflict',
      `the columns of ${unread.name} were corrected after it was read; send the document again, or set it aside`,
    )
  return chosen
}

export interface DocumentsHeld {
  readonly matrix: Matrix
  readonly files: readonly FileGiven[]
}

export async function documentsHeld(
  scope: Scope,
  engagement: EngagementRecord,
  imports: readonly OpenedImport[],
): Promise<DocumentsHeld> {
  const { matrix } = await heldMatrix(scope, engagement)
  const files: FileGiven[] = []
  for (const { id, file, summary } of imports)
    files.push({ head: file, claims: await allImportClaims(scope, id), issues: summary.issues })
  return { matrix, files }
}

export interface SeenDocument {
  readonly id: ImportId
  readonly version: number
  readonly document: string
}

export function seenDocuments(imports: readonly OpenedImport[]): readonly SeenDocument[] {
  return imports.map(({ id, version, name }) => ({ id, version, document: name }))
}
