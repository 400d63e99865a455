// It is known that no revision was ever signed.
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'

export function checkNeverSigned(matrix: Matrix, { signed }: Context): readonly Finding[] {
  if (signed !== null) return []
  const message = `"${matrix.title}" was never signed, so neither side is bound by it. Send it for signature once no objective is open.`
  return [{ code: 'never-signed', severity: 'note', activity: null, at: 'agreement', message }]
}
