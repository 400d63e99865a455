// A check looks for one kind of fault in a matrix.
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'

export type Rule = (matrix: Matrix, context: Context) => readonly Finding[]

export interface Check {
  /** stable: people filter by it and write it in exceptions */
  readonly code: string
  readonly run: Rule
}
