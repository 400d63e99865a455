import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import type { Sheet as ReadSheet, Workbook as ReadWorkbook } from 'hucre'
import { expect, test } from 'vitest'
import { execute, program } from '../../../test/support/machine.ts'
import { workbookOf } from '../../core/workbook/workbook-of.ts'
import { markedMatrix } from '../../core/testing/marked-matrix.ts'
import { activityWith, dutyWith } from '../../core/testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../../core/testing/sample-rendition.ts'
import { writeWorkbook } from './write-workbook.ts'

const soffice = await program('soffice')
const pdftotext = await program('pdftotext')

/** The file as LibreOffice writes it after opening it, and as it prints it. */
async function opened(bytes: Uint8Array): Promise<{ readonly saved: ReadWorkbook; readonly printed: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-libreoffice-'))
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const from = join(folder, 'in.xlsx')
    writeFileSync(from, bytes)
    const out = join(folder, 'out')
    await execute(soffice!, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, from])
    await execute(soffice!, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, from])
    const { stdout } = await execute(pdftotext!, ['-layout', join(out, 'in.pdf'), '-'])
    const printed = stdout.replaceAll(/\s+/g, ' ')
    return { saved: await readXlsx(readFileSync(join(out, 'in.xlsx')), { readStyles: true }), printed }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function widest(rows: ReadSheet['rows']): number {
  return Math.max(...rows.map((row) => row.length))
}

/** Sheet names need no quotes in LibreOffice where ours have them. */
function plainRange(formula: string | undefined): string | undefined {
  return formula?.replaceAll("'", '')
}

/** Of a sheet, what must outlive a program that opens and saves it. */
function kept(sheet: ReadSheet): unknown {
  const { name, rows, columns = [], autoFilter, dataValidations = [], conditionalRules = [], pageSetup } = sheet
  const texts = rows.map((row) => row.map((text) => text ?? ''))
  return {
    name,
    texts: texts.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1)),
    filter: autoFilter?.range,
    hidden: columns.map((column) => column.hidden === true).lastIndexOf(true),
    widths: columns.slice(0, widest(rows)).map(({ width = 0 }) => Math.round(width / 2)),
    choices: dataValidations.map(({ type, range, formula1 }) => [type, range, plainRange(formula1)]),
    colors: conditionalRules.map(({ formula }) => formula).length,
    repeated: pageSetup?.printTitlesRow,
    paper: name === '_demarc' ? undefined : [pageSetup?.orientation, pageSetup?.fitToWidth, pageSetup?.fitToHeight],
  }
}

test.skipIf(soffice === undefined || pdftotext === undefined)(
  'LibreOffice opens the workbook, prints it and gives it back whole',
  { timeout: 60_000 },
  async () => {
    const odd = ['=1+1', '_x0041_', '#N/A', 'a & b', '\u200bnothing'].map((does) => dutyWith({ does }))
    const matrix = {
      ...markedMatrix,
      activities: [...markedMatrix.activities, { ...activityWith(...odd), title: '=A1' }],
    }
    const workbook = workbookOf(subjectOf(matrix))
    const bytes = await writeWorkbook(workbook, sampleRendition)
    const before = await readXlsx(bytes, { readStyles: true })
    const { saved, printed } = await opened(bytes)

    expect(saved.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name))
    for (const [index, sheet] of before.sheets.entries()) expect(kept(saved.sheets[index]!)).toEqual(kept(sheet))
    expect(saved.properties?.custom).toMatchObject(workbook.properties)
    expect(saved.sheets.at(-1)!.hidden ?? saved.sheets.at(-1)!.veryHidden).toBe(true)

    expect(printed).toMatch(/Page 1 of \d+/)
    expect(printed).toContain('Revision 0123 4567 89ab')
    expect(printed).toContain('It does not mean agreed, signed or implemented')
    expect(printed).not.toContain('Row id')
  },
)
