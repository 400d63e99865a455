// Which column says what the rows of a table are about, where the headings leave it open.
import type { Content } from './content.ts'
import { allocating } from './mapping.ts'
import type { ColumnMapping } from './mapping.ts'

interface Filled {
  readonly texts: readonly string[]
  readonly cells: readonly string[]
  readonly content: Content
}

const subjects: ReadonlySet<string> = new Set(['requirement', 'objective', 'activity'])
const distinctShare = 0.8

/** No heading says what the rows are about: the column before all that allocate, where each cell is a text of its own. */
export function subjectIn(mapped: readonly ColumnMapping[], columns: readonly Filled[]): readonly ColumnMapping[] {
  if (mapped.some(({ is }) => subjects.has(is))) return mapped
  const others = (index: number): boolean =>
    mapped.some(({ is, of }, at) => at > index && allocating.has(is) && (of !== undefined || is === 'ownership'))
  const found = mapped.findIndex(({ is }, index) => {
    const { content, cells, texts } = columns[index]!
    const filled = cells.filter((text) => text.trim() !== '')
    const open = is === 'unknown' || is === 'ignored' || (is === 'ownership' && content === 'words')
    return (
      open &&
      content === 'words' &&
      texts.length > 0 &&
      others(index) &&
      filled.length > 0 &&
      filled.every((text) => /\p{L}{2}/u.test(text)) &&
      new Set(filled).size >= distinctShare * filled.length
    )
  })
  if (found === -1 || mapped.slice(0, found).some(({ is }) => allocating.has(is))) return mapped
  return mapped.map((column, index) =>
    index === found
      ? {
          ...column,
          is: 'activity',
          because: 'its cells are texts of their own, and no other column says what the rows are about',
        }
      : column,
  )
}

/** The first column of words for what the row is about names it; the others tell more. */
export function oneActivity(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const first = columns.find(({ is }) => is === 'activity')
  return columns.map((column) => (column.is === 'activity' && column !== first ? { ...column, is: 'notes' } : column))
}
