// A view of a matrix under the made-up frameworks, and its cells by column.
import { coverage } from '../coverage.ts'
import type { Matrix } from '../matrix.ts'
import { views } from '../views/catalogue.ts'
import type { ViewName } from '../views/catalogue.ts'
import type { Projection, View } from '../views/view.ts'
import { sampleMatrix } from './sample-matrix.ts'
import { twoFrameworks } from './trust-framework.ts'

export function show(name: ViewName, matrix: Matrix = sampleMatrix, choice: Partial<Projection> = {}): View {
  return views[name]({ matrix, context: twoFrameworks, proof: coverage(matrix, twoFrameworks), ...choice })
}

export function column(view: View, name: string): readonly string[] {
  return view.tables.flatMap(({ columns, rows }) => rows.map((row) => row[columns.indexOf(name)] ?? 'no such column'))
}
