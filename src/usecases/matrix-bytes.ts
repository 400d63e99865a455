// The matrix as bytes, made once for each version.
import type { EngagementId } from '../core/record-id.ts'
import type { UseCase } from './context.ts'
import { made } from './made-bytes.ts'
import type { MadeAnswer } from './made-bytes.ts'

export function matrixBytes(ctx: UseCase, id: EngagementId): Promise<MadeAnswer> {
  return made(ctx, id, { name: 'matrix', make: ({ matrix }) => matrix, depends: '' })
}
