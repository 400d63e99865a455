// Answers that were changed on the sheet "Questions": wherever else they were replaced too, nothing else was changed.
import type { SheetRow } from '../workbook/workbook.ts'
import { workbookOf } from '../workbook/workbook-of.ts'
import type { Reading } from './changed-cells.ts'
import { answered } from './edited-matrix.ts'
import type { Frame } from './frame.ts'
import { questionEdits } from './question-edits.ts'

/** How to read the sheets of a workbook whose answers came back as this sheet says. */
export function readingWith(questions: Frame | undefined, given: Pick<Reading, 'subject' | 'held'>): Reading {
  const { matrix } = given.subject
  const asItWas: Reading = {
    ...given,
    answers: [matrix.parameters],
    texts: (_, row, key) => [row.cells[key] ?? ''],
  }
  const edits = questions === undefined ? [] : questionEdits(questions, asItWas)
  if (!edits.some(({ kind }) => kind === 'answer')) return asItWas
  const parameters = answered(matrix, edits)
  const renewed = new Map(
    workbookOf({ ...given.subject, matrix: { ...matrix, parameters } }).sheets.map(({ name, rows }) => [
      name,
      new Map(rows.map((row): [string, SheetRow] => [row.id, row])),
    ]),
  )
  return {
    ...given,
    answers: [matrix.parameters, parameters],
    texts: (sheet, row, key) => {
      const own = sheet.name === questions!.sheet.name && key === 'answer'
      const now = own ? undefined : renewed.get(sheet.name)?.get(row.id)
      return [row.cells[key] ?? '', ...(now === undefined ? [] : [now.cells[key] ?? ''])]
    },
  }
}
