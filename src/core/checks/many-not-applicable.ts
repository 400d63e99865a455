// So much of a framework is decided away that an assessor will ask what is left.
import type { Context } from '../context.ts'
import { decisionFor } from '../decision-standing.ts'
import type { Finding } from '../finding.ts'
import { targetsInScope } from '../in-scope.ts'
import type { Target } from '../in-scope.ts'
import type { Matrix } from '../matrix.ts'

/** A quarter of a framework is worth a question; most of it cannot be right. */
const [many, most] = [1 / 4, 1 / 2]
const fewest = 10

export function checkManyNotApplicable(matrix: Matrix, context: Context): readonly Finding[] {
  if (!matrix.decisions.some(({ kind }) => kind === 'not-applicable')) return []
  const byFramework = Map.groupBy(targetsInScope(matrix, context), ({ framework }) => framework)
  return [...byFramework].flatMap(([{ title, nouns }, objectives]) => {
    const away = objectives.filter((target) => isAway(target, matrix)).length
    const share = away / objectives.length
    if (away < fewest || share <= many) return []
    const message = `${away} of ${objectives.length} ${nouns.objectives} of ${title} are decided not applicable. Look at each decision again: a requirement that is not met is open, not inapplicable.`
    return [
      {
        code: 'many-not-applicable',
        severity: share > most ? 'error' : 'warning',
        activity: null,
        at: 'decisions',
        message,
      },
    ]
  })
}

function isAway(target: Target, { scopes, decisions }: Matrix): boolean {
  return scopes.every(
    ({ id: scope }) => decisionFor(target, decisions, { kind: 'not-applicable', scope }) !== undefined,
  )
}
