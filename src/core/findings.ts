// Everything that is wrong with a matrix, the gravest first.
import { checks } from './checks/catalogue.ts'
import type { Context } from './context.ts'
import { bySeverity } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Matrix } from './matrix.ts'

export function findings(matrix: Matrix, context: Context): readonly Finding[] {
  return checks.flatMap(({ run }) => run(matrix, context)).toSorted(bySeverity)
}
