// An answer under a misspelt name: the real question stays open. An answer that nothing asks for any more is no fault.
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { nearest } from '../nearest.ts'
import { asksOf, isAnswered } from '../placeholder.ts'

export function checkUnaskedParameter(matrix: Matrix, context: Pick<Context, 'clocks'>): readonly Finding[] {
  const byLaw = new Set((context.clocks ?? []).map(({ agency }) => agency))
  const asked = new Set(matrix.activities.flatMap(asksOf))
  const unanswered = [...asked].filter((name) => !isAnswered(matrix.parameters, name))
  return Object.keys(matrix.parameters).flatMap((name) => {
    const meant = asked.has(name) || byLaw.has(name) ? undefined : nearest(name, unanswered)
    if (meant === undefined) return []
    const message = `No activity asks for "${name}", and "${meant}" has no answer: correct the name.`
    return [{ code: 'unasked-parameter', severity: 'warning', activity: null, at: `parameters.${name}`, message }]
  })
}
