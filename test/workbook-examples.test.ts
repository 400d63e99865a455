import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { composed, readDocumentFile } from '../src/cli/files.ts'
import { coverage } from '../src/core/coverage.ts'
import { sampleRendition } from '../src/core/testing/sample-rendition.ts'
import { rowIdTitle } from '../src/core/workbook/row-id.ts'
import { workbookOf } from '../src/core/workbook/workbook-of.ts'
import { cellText } from '../src/documents/xlsx/cell-text.ts'
import { tallestRow } from '../src/documents/xlsx/sheet-style.ts'
import { writeWorkbook } from '../src/documents/xlsx/write-workbook.ts'
import { loadReaderContext } from '../src/library/knowledge.ts'
import { root } from './support/command-line.ts'

const folder = join(root, 'examples')
const context = loadReaderContext()

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
  '%s is a workbook whose cells read as they were written, in rows that show all of them',
  { timeout: 30_000 },
  async (name) => {
    const document = await readDocumentFile(join(folder, name), context)
    const matrix = document.kind === 'matrix' ? document.matrix : await composed(document.engagement, context)
    const workbook = workbookOf({ matrix, context, proof: coverage(matrix, context), rendition: sampleRendition })
    const file = await readXlsx(await writeWorkbook(workbook, sampleRendition), { readStyles: true })
    expect(file.sheets.map((sheet) => sheet.name)).toEqual([
      'Cover',
      ...workbook.sheets.map((sheet) => sheet.name),
      '_demarc',
    ])
    for (const [index, { columns, rows }] of workbook.sheets.entries()) {
      const found = file.sheets[index + 1]!
      expect(found.rows.map((row) => [rowIdTitle, ...columns].map((_, column) => row[column] ?? ''))).toEqual([
        [rowIdTitle, ...columns.map(({ title }) => title)],
        ...rows.map(({ id, cells }) => [id, ...columns.map(({ key }) => cellText(cells[key] ?? ''))]),
      ])
      expect([...found.rowDefs!.values()].filter(({ height = 0 }) => height >= tallestRow)).toEqual([])
    }
  },
)
