// The documents of the three-framework matrix, each against deflating the same bytes and against what one would use instead.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { coverage } from '../../src/core/coverage.ts'
import type { Rendition, Subject } from '../../src/core/rendition/rendition.ts'
import { workbookOf } from '../../src/core/workbook/workbook-of.ts'
import type { Workbook } from '../../src/core/workbook/workbook.ts'
import { formats } from '../../src/documents/formats.ts'
import { loadReaderContext } from '../../src/library/knowledge.ts'
import { readMatrixFile } from '../../src/cli/files.ts'
import { renditionFor } from '../../src/cli/rendition-options.ts'
import { chromiumPrinter } from './chromium-printer.ts'
import { mediansOf, type Ratio } from './ratio.ts'

const rounds = 5
const nothingGiven = { positionals: [], text: () => undefined, texts: () => [], flag: () => false }

export async function documents(): Promise<readonly Ratio[]> {
  const subject = await subjectIn(join('examples', 'three-frameworks.yaml'))
  return [...(await workbook(subject)), ...(await pdf(subject)), ...(await docx(subject)), await memory()]
}

async function subjectIn(file: string): Promise<Subject> {
  const context = loadReaderContext()
  const matrix = await readMatrixFile(file, context, { err: () => undefined, interactive: false })
  const rendition: Rendition = await renditionFor(matrix, context, nothingGiven)
  return { matrix, context, proof: coverage(matrix, context), rendition }
}

async function written(format: string, subject: Subject): Promise<Uint8Array> {
  const writer = await formats.find(({ name }) => name === format)!.load()
  return writer.whole!.write(subject)
}

async function workbook(subject: Subject): Promise<readonly Ratio[]> {
  const parts = Object.values(unzipSync(await written('xlsx', subject)))
  const model = workbookOf(subject)
  const times = await mediansOf(
    { ours: () => written('xlsx', subject), deflate: () => deflated(parts), exceljs: () => byExceljs(model) },
    rounds,
  )
  return [
    ratio('the workbook (XLSX) to deflating its own parts', times.ours, times.deflate),
    ratio('the workbook (XLSX) to exceljs writing the same cells', times.ours, times.exceljs),
  ]
}

/** The same text in the same cells, bold headers, frozen and filtered; no more. */
async function byExceljs({ sheets }: Workbook): Promise<Uint8Array> {
  const { Workbook: Book } = (await import('exceljs')).default
  const book = new Book()
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ key, title, width }) => ({ key, header: title, width }))
    for (const { cells } of rows) sheet.addRow(cells).alignment = { wrapText: true, vertical: 'top' }
    sheet.getRow(1).font = { bold: true }
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function pdf(subject: Subject): Promise<readonly Ratio[]> {
  const bytes = await written('pdf', subject)
  const html = new TextDecoder().decode(await written('html', subject))
  const chromium = await chromiumPrinter(html)
  const raw = uncompressed(bytes)
  try {
    const times = await mediansOf(
      {
        ours: () => written('pdf', subject),
        deflate: () => deflated(raw === undefined ? [bytes] : [raw]),
        chromium: async () => chromium?.print(),
      },
      rounds,
    )
    return [
      ratio(
        `the exhibit (PDF/A-3a, ${Math.round(bytes.length / 1000)} kB) to deflating its own streams`,
        times.ours,
        times.deflate,
      ),
      ...(chromium === undefined
        ? []
        : [
            {
              ...ratio('the exhibit (PDF), warm, to Chromium printing the same HTML', times.ours, times.chromium),
              limit: 0.5,
            },
          ]),
    ]
  } finally {
    await chromium?.close()
  }
}

/** By qpdf, where it is there: the file with its streams laid open. */
function uncompressed(bytes: Uint8Array): Uint8Array | undefined {
  const { status, stdout } = spawnSync('qpdf', ['--stream-data=uncompress', '-', '-'], {
    input: bytes,
    maxBuffer: 2 ** 28,
  })
  return status === 0 ? stdout : undefined
}

async function docx(subject: Subject): Promise<readonly Ratio[]> {
  const bytes = await written('docx', subject)
  const parts = Object.values(unzipSync(bytes))
  const times = await mediansOf({ ours: () => written('docx', subject), deflate: () => deflated(parts) }, rounds)
  const office = officeTime(bytes)
  return [
    ratio('the exhibit (DOCX) to deflating its own parts', times.ours, times.deflate),
    ...(office === undefined
      ? []
      : [ratio('the exhibit (DOCX) to LibreOffice turning it into a PDF', times.ours, office)]),
  ]
}

function officeTime(bytes: Uint8Array): number | undefined {
  if (spawnSync('soffice', ['--version']).status !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'demarc-bench-'))
  try {
    const file = join(folder, 'exhibit.docx')
    writeFileSync(file, bytes)
    const begun = performance.now()
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      { stdio: 'ignore' },
    )
    return performance.now() - begun
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** 100 engagements in every large format in one process: the memory after the last to that after the twentieth. */
async function memory(): Promise<Ratio> {
  const subject = await subjectIn(join('examples', 'dental-group.yaml'))
  let early = Number.NaN
  for (let round = 1; round <= 100; round += 1) {
    const renamed = { ...subject, matrix: { ...subject.matrix, title: `Engagement ${round}` } }
    for (const format of ['xlsx', 'docx', 'pdf']) await written(format, renamed)
    if (round === 20) early = process.memoryUsage.rss()
  }
  const late = process.memoryUsage.rss()
  const size = (bytes: number): string => (bytes / 1_000_000).toFixed(0)
  return {
    what: `memory after 100 engagements as XLSX, DOCX and PDF to that after 20 (${size(late)} to ${size(early)} MB)`,
    ratio: late / early,
    limit: 1.25,
  }
}

function deflated(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + deflateSync(part).length, 0)
}

function ratio(what: string, time: number, reference: number): Ratio {
  return {
    what: `${what} (${time.toFixed(0)} to ${reference.toFixed(0)} ms)`,
    ratio: time / reference,
    limit: Infinity,
  }
}
