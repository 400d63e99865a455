// What the sheet "Questions" proposes: answers.
import { rowIds } from '../workbook/row-id.ts'
import { changedRows, derivedChanges } from './changed-cells.ts'
import type { Reading } from './changed-cells.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'

export function questionEdits(frame: Frame, reading: Reading): readonly Edit[] {
  const names = new Map(frame.sheet.rows.map(({ id }) => [id, id.slice(rowIds.question('').length)]))
  return [
    ...frame.problems,
    ...changedRows(frame, reading).flatMap(({ base, cells, problems }) => [
      ...problems,
      ...cells.map(({ at, text }): Edit => ({
        kind: 'answer',
        at,
        name: names.get(base.id)!,
        value: text === '' ? undefined : text,
      })),
    ]),
    ...derivedChanges(frame, reading, 'questions come from the activities'),
    ...frame.gone.map(({ id }): Edit => ({
      kind: 'note',
      message: `The row of the question "${names.get(id)}" is not on the sheet "${frame.sheet.name}" any more; its answer was kept.`,
    })),
    ...strangeRows(frame, 'a question is asked by writing {its name} in an activity'),
  ]
}

/** Rows that somebody wrote where none can be added. */
export function strangeRows({ sheet, fresh }: Frame, where: string): readonly Edit[] {
  return fresh.map((row) => {
    const cell = sheet.columns.map(({ key }) => row.cell(key)).find((found) => found !== undefined && found.text !== '')
    return issue(cell?.at ?? sheet.name, `row ${row.number} was added here and was not taken: ${where}`)
  })
}
