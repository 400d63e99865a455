// A matrix that was composed for another edition of a framework than the one it is proven against.
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'

export function checkOtherEdition(matrix: Matrix, context: Pick<Context, 'frameworks'>): readonly Finding[] {
  return matrix.frameworks.flatMap(({ id, edition }, index) => {
    const known = context.frameworks.get(id)
    if (!known || edition === undefined || edition === known.edition) return []
    const message = `This matrix is for ${known.title}, ${edition}; it is proven here against ${known.edition}. Compare the two, then state the edition that you mean.`
    return [{ code: 'other-edition', severity: 'warning', activity: null, at: `frameworks[${index}].edition`, message }]
  })
}
