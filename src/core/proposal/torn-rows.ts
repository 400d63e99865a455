// Rows torn apart: a column that was sorted without the others makes every row say what belongs to another.
import { plain } from './cell-text.ts'
import type { Reading } from './changed-cells.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'

const least = 3

/** Nobody types the texts of several rows into each other, none more and none less. */
export function tornRows({ sheet, known }: Frame, { held }: Reading): Edit | undefined {
  const torn = sheet.columns.filter(({ key }) => {
    const differing = known.flatMap(({ base, row }) => {
      const [before, after] = [plain(held(base.cells[key] ?? '')), plain(row.cell(key)?.text ?? '')]
      return before === after ? [] : [{ before, after }]
    })
    const distinct = new Set(differing.map(({ before }) => before))
    if (distinct.size < least || distinct.size * 2 < differing.length) return false
    return sorted(differing.map(({ before }) => before)) === sorted(differing.map(({ after }) => after))
  })
  if (torn.length === 0) return undefined
  const titles = torn.map(({ title }) => `"${title}"`).join(', ')
  return issue(
    sheet.name,
    `rows were torn apart: the cells of ${titles} stand in other rows than the cells beside them, as when a column is sorted alone. Nothing on this sheet was read; undo that, and sort whole rows`,
  )
}

function sorted(texts: readonly string[]): string {
  return JSON.stringify(texts.toSorted())
}
