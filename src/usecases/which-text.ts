// Which text of an engagement is meant: its draft, or one of its revisions.
import { z } from 'zod'
import type { Matrix } from '../core/matrix.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'
import { heldMatrix } from './held-matrix.ts'
import { revisionMatrix } from './read-revisions.ts'

/** As an address or a query writes it: `draft` or a number. */
export const WhichText = z
  .union([z.literal('draft'), z.coerce.number().int().min(1).max(1_000_000)], {
    error: 'say the number of a revision, such as 1, or draft',
  })
  .meta({ description: 'the number of a revision, or `draft`', example: 'draft' })
export type WhichText = z.infer<typeof WhichText>

/** The caller has asked the policy. */
export async function matrixOf(scope: Scope, engagement: EngagementRecord, which: WhichText): Promise<Matrix> {
  return which === 'draft' ? (await heldMatrix(scope, engagement)).matrix : revisionMatrix(scope, engagement.id, which)
}
