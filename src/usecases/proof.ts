// The gap proof of a matrix, made once for each value of it.
import type { Context } from '../core/context.ts'
import { coverage } from '../core/coverage.ts'
import type { Coverage } from '../core/coverage.ts'
import type { Matrix } from '../core/matrix.ts'

const proofs = new WeakMap<Matrix, { readonly context: Context; readonly proof: Coverage }>()

export function proofOf(matrix: Matrix, context: Context): Coverage {
  const known = proofs.get(matrix)
  if (known?.context === context) return known.proof
  const proof = coverage(matrix, context)
  proofs.set(matrix, { context, proof })
  return proof
}
