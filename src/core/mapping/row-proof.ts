// What shows that the work of one row is done, by the cells under its headings of evidence.
import { visibleText } from '../text.ts'
import type { Grid } from './grid.ts'
import type { ColumnMapping } from './mapping.ts'
import { isPlaceholder, saysNothing } from './marks.ts'

export function proofIn(grid: Grid, row: number, columns: readonly ColumnMapping[]): { readonly evidence?: string } {
  const texts = columns
    .filter(({ is }) => is === 'evidence')
    .map(({ column }) => visibleText(grid.cell(row, column)?.text ?? ''))
    .filter((text) => text !== '' && !isPlaceholder(text) && !saysNothing(text))
  return texts.length === 0 ? {} : { evidence: texts.join('; ') }
}
