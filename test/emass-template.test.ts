// The real template of CMMC eMASS, where it lies beside the checkout: it is not ours to ship.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { execute, program } from './support/machine.ts'
import { compose } from '../src/core/compose.ts'
import { coverage } from '../src/core/coverage.ts'
import { readDocument } from '../src/core/matrix-document.ts'
import type { Subject } from '../src/core/rendition/rendition.ts'
import { sampleRendition } from '../src/core/testing/sample-rendition.ts'
import { objectivesView } from '../src/core/views/objectives.ts'
import { loadContext } from '../src/library/knowledge.ts'
import { loadTemplate } from '../src/library/template.ts'
import { zipEntries } from '../src/documents/canonical-zip.ts'
import { readValue } from '../src/documents/read-value.ts'
import { emassRemarks, fillEmass } from '../src/documents/emass/fill-template.ts'

const place = new URL('../../shared/samples/emass-assessment-results-template.xlsx', import.meta.url)
const absent = !existsSync(place)
if (absent) process.stderr.write('skipped: the DoD results template does not lie beside the checkout\n')
const soffice = await program('soffice')

async function machineShop(): Promise<Subject> {
  const context = loadContext()
  const value = await readValue(readFileSync(new URL('../examples/machine-shop.yaml', import.meta.url)))
  const document = readDocument(value.ok ? value.value : undefined, context)
  if (!document.ok || document.value.kind !== 'engagement') throw new Error('the example is no engagement')
  const matrix = compose(document.value.engagement, loadTemplate(), context)
  return { matrix, context, proof: coverage(matrix, context), rendition: sampleRendition }
}

describe.skipIf(absent)('the DoD assessment results template', () => {
  const blank = absent ? new Uint8Array() : new Uint8Array(readFileSync(place))
  const folder = mkdtempSync(join(tmpdir(), 'demarc-emass-'))
  const file = join(folder, 'filled.xlsx')
  let subject: Subject
  let bytes: Uint8Array

  beforeAll(async () => {
    subject = await machineShop()
    bytes = await fillEmass(blank, subject)
    writeFileSync(file, bytes)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  /** Id, Inherited, ESP name, as the view has them. */
  function expected(): readonly (readonly string[])[] {
    return objectivesView(subject)
      .tables.flatMap(({ rows }) => rows)
      .map((row) => [row[0]!, row[3]!, row[4]!])
  }

  test('all 320 objectives are found, and nothing is cut or left out', () => {
    expect(expected()).toHaveLength(320)
    expect(emassRemarks(blank, subject)).toEqual([
      expect.stringMatching(/^Requirement Objectives: \d+ objectives are open and were entered as None;/),
    ])
  })

  test('47 of its 49 parts keep their bytes; in the two sheets only the filled cells differ', () => {
    const before = zipEntries(blank)
    const after = zipEntries(bytes)
    const changed = after.filter(([, part], index) => !Buffer.from(part).equals(before[index]![1]))
    expect([before.length, after.map(([name]) => name)]).toEqual([49, before.map(([name]) => name)])
    expect(changed.map(([name]) => name)).toEqual(['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml'])
    const emptied = (part: Uint8Array): string =>
      new TextDecoder().decode(part).replaceAll(/(<c r="[A-Z]+\d+" s="\d+") t="inlineStr">.*?<\/c>/g, '$1/>')
    for (const [name, part] of changed)
      expect(emptied(part)).toBe(new TextDecoder().decode(before.find(([known]) => known === name)![1]))
  })

  test('the same values stand there for exceljs, with the choices, the merged cells and the styles of the blank', async () => {
    const [workbook, original] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()]
    await workbook.xlsx.readFile(file)
    await original.xlsx.load(Buffer.from(blank) as never)
    const sheet = workbook.getWorksheet('Requirement Objectives')!
    const was = original.getWorksheet('Requirement Objectives')!
    const rows = Array.from({ length: 320 }, (_, index) =>
      ['B', 'K', 'L'].map((column) => sheet.getCell(`${column}${index + 6}`).text),
    )
    expect(rows).toEqual(expected())
    expect(workbook.getWorksheet('Assessment')!.getCell('D6').text).toBe('Calloway Precision Machining, Inc.')
    expect([sheet.getCell('M6').dataValidation, sheet.getCell('K6').style, sheet.model.merges]).toEqual([
      was.getCell('M6').dataValidation,
      was.getCell('K6').style,
      was.model.merges,
    ])
    expect(sheet.getCell('M6').dataValidation.type).toBe('list')
  })

  test('what only an assessor determines stays empty', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    const sheet = workbook.getWorksheet('Requirement Objectives')!
    for (const column of ['D', 'E', 'F', 'G', 'H', 'I', 'J', 'M', 'N', 'O', 'P'])
      for (let row = 6; row <= 325; row += 1) expect(sheet.getCell(`${column}${row}`).text).toBe('')
  })

  test.skipIf(soffice === undefined)('LibreOffice opens it and shows the same', { timeout: 60_000 }, async () => {
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3'
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await execute(soffice!, [profile, '--headless', '--convert-to', filter, '--outdir', folder, file])
    const text = readFileSync(join(folder, 'filled-Requirement Objectives.csv'), 'utf8')
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false })
    expect(data.slice(5, 325).map((row) => [row[1], row[10], row[11]])).toEqual(expected())
  })
})
