import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import type { CellStyle, Sheet as ReadSheet, Workbook as ReadWorkbook } from 'hucre'
import { describe, expect, test } from 'vitest'
import { rowIdTitle } from '../../core/workbook/row-id.ts'
import { workbookOf } from '../../core/workbook/workbook-of.ts'
import type { Sheet, Workbook } from '../../core/workbook/workbook.ts'
import { arbitraryMatrix } from '../../core/testing/arbitrary-matrix.ts'
import { sampleMatrix } from '../../core/testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../../core/testing/sample-rendition.ts'
import { zipEntries } from '../canonical-zip.ts'
import { cellText } from './cell-text.ts'
import { writeWorkbook } from './write-workbook.ts'

/** One sheet with these texts in its only column. */
function workbookWith(...texts: readonly string[]): Workbook {
  const sheet: Sheet = {
    name: 'Texts',
    note: 'Texts.',
    orientation: 'portrait',
    columns: [{ key: 'text', title: 'Text', width: 20, editable: true }],
    rows: texts.map((text, index) => ({ id: `row:${index}`, cells: { text } })),
  }
  return { title: 'Texts', properties: {}, cover: [], sheets: [sheet] }
}

async function read(workbook: Workbook): Promise<ReadWorkbook> {
  return readXlsx(await writeWorkbook(workbook, sampleRendition), { readStyles: true })
}

async function sampleFile(): Promise<{ readonly file: ReadWorkbook; readonly sheet: (name: string) => ReadSheet }> {
  const file = await read(workbookOf(subjectOf()))
  return { file, sheet: (name) => file.sheets.find((sheet) => sheet.name === name)! }
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(zipEntries(bytes).map(([name, part]) => [name, new TextDecoder().decode(part)]))
}

/** What stands in the cells, empty ones as empty text. */
function gridOf({ columns, rows }: Sheet): readonly (readonly string[])[] {
  return [
    [rowIdTitle, ...columns.map(({ title }) => title)],
    ...rows.map(({ id, cells }) => [id, ...columns.map(({ key }) => cellText(cells[key] ?? ''))]),
  ]
}

function textsOf({ rows }: ReadSheet, width: number): readonly (readonly unknown[])[] {
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

test('another reader finds the same texts', async () => {
  const workbook = workbookOf(subjectOf())
  const file = new ExcelJS.Workbook()
  await file.xlsx.load((await writeWorkbook(workbook, sampleRendition)).buffer as ArrayBuffer)
  for (const sheet of workbook.sheets) {
    const found = file.getWorksheet(sheet.name)!
    const grid = gridOf(sheet)
    expect(found.rowCount).toBe(grid.length)
    for (const [row, texts] of grid.entries())
      for (const [column, text] of texts.entries()) expect(found.getCell(row + 1, column + 1).value ?? '').toBe(text)
  }
})

// oxlint-disable-next-line no-control-regex -- what XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

describe('a text stays a text', () => {
  test.each([
    '=1+1',
    '+x',
    '-x',
    '@x',
    '\tx',
    '=HYPERLINK("http://example.com","x")',
    '_x0041_',
    '_x005F_',
    '#N/A',
    '#REF!',
    '42',
    '1e3',
    '2026-01-01',
    'TRUE',
    "'quoted",
    '<b>&amp;</b>',
    'two\nlines',
    ' blank ',
    '🦷 口腔 עברית',
    'x'.repeat(32_767),
  ])('%j', async (text) => {
    const bytes = await writeWorkbook(workbookWith(text), sampleRendition)
    const file = await readXlsx(bytes)
    expect(file.sheets[1]!.rows[1]).toEqual(['row:0', text])
    const xml = partsOf(bytes).get('xl/worksheets/sheet2.xml')!
    expect(xml).not.toContain('<f>')
    expect(xml).toMatch(/<c r="B2" (s="\d+" )?t="(s|inlineStr)"/)
  })

  test('that no cell holds is cut with a mark', async () => {
    const file = await read(workbookWith('x'.repeat(40_000)))
    expect(file.sheets[1]!.rows[1]![1]).toBe(cellText('x'.repeat(40_000)))
  })

  test('whatever it is, and the file is well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const clean = texts.map((text) => text.toWellFormed().replaceAll('\r', ' '))
          const bytes = await writeWorkbook(workbookWith(...clean), sampleRendition)
          for (const part of partsOf(bytes).values()) expect(part).not.toMatch(forbidden)
          const file = await readXlsx(bytes)
          expect(file.sheets[1]!.rows.slice(1).map((row) => row[1])).toEqual(clean)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('of any matrix', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMatrix, async (matrix) => {
        const workbook = workbookOf(subjectOf(matrix))
        const file = await readXlsx(await writeWorkbook(workbook, sampleRendition))
        for (const [index, sheet] of workbook.sheets.entries())
          expect(textsOf(file.sheets[index + 1]!, sheet.columns.length + 1)).toEqual(gridOf(sheet))
      }),
      { numRuns: 10 },
    )
  })
})

describe('a sheet', () => {
  test('keeps its header and its first columns in sight, and has a filter over all of it', async () => {
    const activities = (await sampleFile()).sheet('Activities')
    expect(activities.freezePane).toEqual({ rows: 1, columns: 3 })
    // The hidden column of row ids is sorted along with the rows.
    expect(activities.autoFilter?.range).toBe('A1:K5')
  })

  test('hides the row ids', async () => {
    const { file } = await sampleFile()
    for (const { columns, name, rows } of file.sheets.slice(1, -1)) {
      expect([name, columns![0]!.hidden, columns![1]!.hidden]).toEqual([name, true, undefined])
      expect(rows[0]![0]).toBe(rowIdTitle)
    }
  })

  test('offers the choices that its cells take', async () => {
    const { file, sheet } = await sampleFile()
    const [validation, ...others] = sheet('Activities').dataValidations!
    expect(others).toEqual([])
    expect(validation).toMatchObject({ type: 'list', range: 'H2:H205', formula1: "'_demarc'!$E$2:$E$5" })
    const hidden = file.sheets.at(-1)!
    expect([hidden.name, hidden.veryHidden]).toEqual(['_demarc', true])
    expect(hidden.rows.slice(1, 5).map((row) => row[4])).toEqual([
      'Sample IT LLC',
      'Sample Dental PC',
      'Night SOC Inc.',
      'Nobody yet',
    ])
    expect(hidden.rows.map((row) => row.slice(0, 4))).toContainEqual(['Sample rule', 'B', 'family', 'Family'])
  })

  test('colors ownership and status by their words', async () => {
    const rules = (await sampleFile()).sheet('Sample rule').conditionalRules!
    expect(rules.map(({ formula }) => formula)).toContain('LEFT(G2,6)="shared"')
    expect(rules.every(({ style }) => style?.fill !== undefined && style.font !== undefined)).toBe(true)
  })

  test('has rows as tall as their text, and none taller than can be drawn', async () => {
    const heightsIn = async (workbook: Workbook): Promise<readonly number[]> => {
      const parts = [...partsOf(await writeWorkbook(workbook, sampleRendition))]
      const tables = parts.filter(([name, xml]) => name.startsWith('xl/worksheets/') && xml.includes('<autoFilter'))
      return tables.flatMap(([, xml]) =>
        [...xml.matchAll(/<row r="\d+"(?: ht="([\d.]+)")?/g)].map((row) => Number(row[1])),
      )
    }
    expect(Math.min(...(await heightsIn(workbookOf(subjectOf()))))).toBeGreaterThanOrEqual(15)
    expect((await heightsIn(workbookWith('word '.repeat(5000))))[1]).toBe(409)
    expect((await sampleFile()).sheet('Activities').columns!.every(({ width }) => (width ?? 0) > 5)).toBe(true)
  })

  test('lets its rows grow with what is typed in them, and rows below it take text', async () => {
    const bytes = await writeWorkbook(workbookOf(subjectOf()), sampleRendition)
    const xml = partsOf(bytes).get('xl/worksheets/sheet3.xml')!
    expect([...xml.matchAll(/<row r="\d+" [^>]*customHeight="1"/g)]).toHaveLength(1)
    const file = new ExcelJS.Workbook()
    await file.xlsx.load(bytes.buffer as ArrayBuffer)
    const added = file.getWorksheet('Activities')!.getRow(7).getCell(3)
    expect(added.numFmt).toBe('@')
    expect(added.alignment).toMatchObject({ wrapText: true, vertical: 'top' })
  })

  test('says which cells may be changed by their look, and is not locked', async () => {
    const { sheet } = await sampleFile()
    expect(sheet('Activities').protection).toBeUndefined()
    const styleOf = (name: string, column: number): CellStyle | undefined =>
      sheet(name).cells!.get(`1,${column}`)?.style
    const tinted = { fgColor: { rgb: expect.stringContaining('F3F5F7') as string } }
    expect(styleOf('Activities', 1)?.fill).toMatchObject(tinted)
    expect(styleOf('Sample rule', 1)?.fill).toMatchObject(tinted)
    expect(styleOf('Activities', 2)?.fill).toBeUndefined()
    // What is typed there stays text.
    expect(styleOf('Activities', 2)?.numFmt).toBe('@')
  })

  test('prints on the locale’s paper, with its header on each page and pages counted', async () => {
    const { sheet } = await sampleFile()
    const { pageSetup, headerFooter } = sheet('Activities')
    expect(pageSetup).toMatchObject({
      paperSize: 'letter',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 2,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      printTitlesColumn: '$A:$C',
    })
    expect(headerFooter?.oddHeader).toBe('&L&8 Shared responsibility matrix: Sample Dental and Sample IT&R&8 &A')
    expect(headerFooter?.oddFooter).toBe('&L&8 Revision 0123 4567 89ab&C&8 Draft: not signed&R&8 Page &P of &N')
    const a4 = await readXlsx(
      await writeWorkbook(workbookOf(subjectOf()), {
        ...sampleRendition,
        locale: { ...sampleRendition.locale, page: 'a4' },
      }),
    )
    expect(a4.sheets[1]!.pageSetup?.paperSize).toBe('a4')
  })

  test('names its filter and its repeated rows by quoted sheet names', async () => {
    const bytes = await writeWorkbook(workbookOf(subjectOf()), sampleRendition)
    const xml = partsOf(bytes).get('xl/workbook.xml')!
    expect(xml).toContain(
      `<definedName name="_xlnm._FilterDatabase" hidden="1" localSheetId="3">'Duties by party'!$A$1:$`,
    )
    expect(xml).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="3">'Duties by party'!\$A:\$C,'Duties by party'!\$1:\$1</,
    )
  })
})

test('a title with the codes of a header prints as it is', async () => {
  const file = await read({ ...workbookWith('x'), title: `8 & 9 &D ${'long '.repeat(60)}` })
  const header = file.sheets[1]!.headerFooter!.oddHeader!
  expect(header).toMatch(/^&L&8 8 && 9 &&D long/)
  expect(header.length).toBeLessThan(255)
})

test('the file says whose workbook it is, and knows no clock', async () => {
  const workbook = workbookOf(subjectOf())
  const bytes = await writeWorkbook(workbook, sampleRendition)
  const { properties } = await readXlsx(bytes)
  expect(properties).toMatchObject({ title: workbook.title, custom: workbook.properties })
  expect(properties?.modified?.toISOString()).toBe('2026-01-15T00:00:00.000Z')
  expect(await writeWorkbook(workbookOf(subjectOf(structuredClone(sampleMatrix))), sampleRendition)).toEqual(bytes)
})

test('the cover leads to each sheet, and shows the logo', async () => {
  const logo = { kind: 'png', bytes: pixel, width: 100, height: 50, alt: 'Sample IT' } as const
  const rendition = { ...sampleRendition, branding: { ...sampleRendition.branding, name: 'Sample IT', logo } }
  const file = await readXlsx(await writeWorkbook(workbookOf(subjectOf()), rendition), { readStyles: true })
  const [cover] = file.sheets
  const links = [...cover!.cells!.values()].flatMap(({ hyperlink }) => hyperlink?.location ?? [])
  expect(links).toEqual(file.sheets.slice(1, -1).map(({ name }) => `'${name}'!B1`))
  expect(cover!.images).toMatchObject([{ type: 'png', width: 96, height: 48, altText: 'Sample IT' }])
})

const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
  (char) => char.charCodeAt(0),
)
