// An extract shows what serves one framework; it says so wherever the whole would be taken for granted.
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Subject } from '../rendition/rendition.ts'

/** The framework that an extract is of, as people call it; undefined: this is the whole. */
export function extractOf({ framework, context }: Pick<Subject, 'framework' | 'context'>): string | undefined {
  return framework === undefined ? undefined : (context.frameworks.get(framework)?.title ?? framework)
}

export function openShown({ proof, framework }: Pick<Subject, 'proof' | 'framework'>): readonly ObjectiveCoverage[] {
  return proof.objectives.filter(
    ({ status, target }) => status === 'open' && (framework === undefined || target.framework.id === framework),
  )
}

export function countOpen(number: number): string {
  return number === 1 ? 'one open objective' : `${number} open objectives`
}
