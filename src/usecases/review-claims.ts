// What the documents of an engagement say, held against its draft: what they settle, contradict, and leave to others.
import { z } from 'zod'
import { authorizeIn } from '../core/access/authorize.ts'
import { reviewJson } from '../core/claims-review/review-json.ts'
import { review } from '../core/claims-review/review.ts'
import { groundOf } from '../core/claims-review/said.ts'
import type { Said } from '../core/claims-review/said.ts'
import type { Matrix } from '../core/matrix.ts'
import { ImportId } from '../core/record-id.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { Title } from '../core/text.ts'
import { findEngagement } from '../store/engagements.ts'
import { wholeImports } from '../store/imports.ts'
import type { WholeImport } from '../store/imports.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { asField } from './export-file.ts'
import { withFieldWords } from './field-words.ts'
import { heldMatrix } from './held-matrix.ts'

export const ReviewAsked = z.strictObject({
  imports: z
    .array(ImportId)
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'only these; missing: all that are not set aside' }),
  parties: z
    .array(z.strictObject({ name: Title, id: Title }))
    .default([])
    .meta({ description: 'which party a document’s name means; a new id adds a provider' }),
  newer: z
    .array(z.strictObject({ old: Title, now: Title }))
    .default([])
    .meta({ description: 'which document, by title or file name, is the newer version of which' }),
  scopes: z.array(Title).default([]).meta({ description: 'where the documents apply; "all": everywhere' }),
  accountable: Title.optional().meta({ description: 'who answers for rows for which the matrix names nobody' }),
})
export type ReviewAsked = z.infer<typeof ReviewAsked>

export interface Reviewed {
  /** of the draft that it was held against */
  readonly version: number
  readonly imports: readonly { readonly id: ImportId; readonly version: number; readonly document: string }[]
  /** as `demarc claims review --json` tells it */
  readonly review: unknown
}

export function reviewClaims(ctx: UseCase, id: EngagementId, asked: ReviewAsked): Promise<Reviewed> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'claims.read', engagement)
    const imports = await chosenImports(scope, id, asked)
    const { matrix } = await heldMatrix(scope, engagement)
    const against = againstOf(ctx, matrix, imports)
    const ground = groundOf(against, saidOf(asked))
    return {
      version: engagement.version,
      imports: imports.map(({ id: one, version, name }) => ({ id: one, version, document: name })),
      review: withFieldWords(reviewJson(review(against.files, ground), ground) as { readonly left: unknown }, 'left'),
    }
  })
}

export interface ClaimsLists extends Omit<Reviewed, 'review'> {
  /** objectives that the draft gives to nobody, and that no document helps */
  readonly nobodys: unknown
  /** objectives that two parties' documents claim */
  readonly twoClaimIt: unknown
  /** of documents with each other or with themselves */
  readonly contradictions: unknown
  /** of documents with the draft */
  readonly againstMatrix: unknown
}

/** The lists over all documents of an engagement that somebody has to work through. */
export async function readClaimsLists(ctx: UseCase, id: EngagementId): Promise<ClaimsLists> {
  const { version, imports, review: found } = await reviewClaims(ctx, id, ReviewAsked.parse({}))
  const { nobodys, twoClaimIt, contradictions, againstMatrix } = found as ClaimsLists
  return { version, imports, nobodys, twoClaimIt, contradictions, againstMatrix }
}

/** Those that are asked for, in the order in which they came; refused where one cannot be worked on. */
export async function chosenImports(
  scope: Scope,
  id: EngagementId,
  { imports: wanted }: Pick<ReviewAsked, 'imports'>,
): Promise<readonly WholeImport[]> {
  const all = await wholeImports(scope, id, ['open', 'corrected', 'accepted'])
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

export function againstOf({ knowledge }: UseCase, matrix: Matrix, imports: readonly WholeImport[]) {
  return { matrix, context: knowledge, files: imports.map(({ file }) => file), say: asField }
}

export function saidOf({ parties, newer, scopes, accountable }: ReviewAsked): Said {
  return { parties, newer, scopes, ...(accountable !== undefined && { accountable }) }
}
