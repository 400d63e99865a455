// The workbook of a matrix: a cover, a sheet for each framework, the activities, the duties, and what is open, asked and decided.
import type { Subject } from '../rendition/rendition.ts'
import { activitiesSheet } from './activities-sheet.ts'
import { changeLogSheet } from './change-log-sheet.ts'
import { coverOf } from './cover.ts'
import { decisionsSheet } from './decisions-sheet.ts'
import { dutiesSheet } from './duties-sheet.ts'
import { frameworkSheets } from './framework-sheets.ts'
import { openPointsSheet } from './open-points-sheet.ts'
import { questionsSheet } from './questions-sheet.ts'
import type { Sheet, Workbook } from './workbook.ts'

export const workbookFormat = 'demarc/workbook@1'
export const coverName = 'Cover'

export function workbookOf(subject: Subject): Workbook {
  const { matrix, framework, rendition } = subject
  const own = [
    activitiesSheet(subject),
    dutiesSheet(subject),
    openPointsSheet(subject),
    questionsSheet(subject),
    decisionsSheet(subject),
    changeLogSheet(subject),
  ]
  const frameworks = frameworkSheets(subject, [coverName, ...own.map(({ name }) => name)])
  const sheets = [...frameworks, ...own].map(withoutEmptyColumns)
  return {
    title: `Shared responsibility matrix: ${matrix.title}`,
    properties: {
      'demarc-format': workbookFormat,
      'demarc-matrix': matrix.id,
      'demarc-digest': rendition.digest,
      ...(framework !== undefined && { 'demarc-framework': framework }),
    },
    cover: coverOf(subject, sheets),
    sheets,
  }
}

/** Derived columns that few matrices fill. */
const rare = new Set(['why', 'kept', 'basis', 'offering', 'default', 'exempt'])

function withoutEmptyColumns(sheet: Sheet): Sheet {
  const { columns, rows } = sheet
  if (rows.length === 0) return sheet
  const shown = columns.filter(({ key }) => !rare.has(key) || rows.some(({ cells }) => (cells[key] ?? '') !== ''))
  return { ...sheet, columns: shown }
}
