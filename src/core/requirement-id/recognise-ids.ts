// What a cell in a column of ids names: exactly that, or why it cannot be told.
import type { Recognised } from '../claims/requirement-words.ts'
import type { Framework } from '../framework.ts'
import type { FrameworkId } from '../identifiers.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import { damage } from './changed-by-spreadsheet.ts'
import { dictionaryOf } from './dictionary.ts'
import { plainText } from './plain-text.ts'
import { unhinted } from './scheme.ts'
import type { ColumnScheme } from './scheme.ts'
import { weigh } from './weigh.ts'
import { writtenCell } from './written-cell.ts'
import type { CellLine } from './written-cell.ts'

/** `column` is what `schemeOf` or `columnOf` says of the column; without it, bare numbers are NIST SP 800-171's. */
export function recogniseIds(
  cell: Pick<RawCell, 'text' | 'kind'>,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
  column: ColumnScheme = unhinted,
): Recognised {
  const dictionary = dictionaryOf(frameworks)
  const { visible, plain } = plainText(cell.text)
  const damaged = damage(cell, plain, dictionary)
  if (damaged !== undefined) return { kind: 'damaged', message: damaged }
  if (cell.kind !== 'text') return { kind: 'none' }
  const lines = writtenCell(plain, dictionary)
  if (lines.length === 0) return { kind: 'none' }
  return weigh(lines, { dictionary, column: withCriteria(lines, column), visible, plain })
}

/** `CC6.1, A1.2`: what stands beside a criterion of SOC 2 is one too. */
function withCriteria(lines: readonly CellLine[], column: ColumnScheme): ColumnScheme {
  const some = lines.some(({ ids }) => ids.some(({ reading }) => reading.form === 'soc2'))
  return some ? { ...column, lettered: 'soc2' } : column
}
