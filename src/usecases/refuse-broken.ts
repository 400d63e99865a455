// A whole text that is proposed for a draft must be a matrix that holds together.
import type { Context } from '../core/context.ts'
import { readDocument } from '../core/matrix-document.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'

export function refuseBroken(matrix: Matrix, knowledge: Context): void {
  const read = readDocument(matrix, knowledge)
  if (!read.ok) throw new Refusal('invalid', 'these changes make no matrix that holds together', read.issues)
}
