// A workbook that went out and comes back: through files, other programs, and every example.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook as ExcelWorkbook } from 'exceljs'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute, program } from './support/machine.ts'
import { readMatrixFile } from '../src/cli/files.ts'
import { apply, compare } from '../src/core/compare.ts'
import { coverage } from '../src/core/coverage.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { rowIds } from '../src/core/workbook/row-id.ts'
import { workbookOf } from '../src/core/workbook/workbook-of.ts'
import type { Workbook } from '../src/core/workbook/workbook.ts'
import type { Subject } from '../src/core/rendition/rendition.ts'
import { sampleRendition } from '../src/core/testing/sample-rendition.ts'
import { parseTiming } from '../src/core/proposal/parse-timing.ts'
import { sayTiming } from '../src/core/timing.ts'
import { loadTemplate } from '../src/library/template.ts'
import { loadReaderContext } from '../src/library/knowledge.ts'
import { digestOf, revisionBytes } from '../src/documents/revision.ts'
import { readChanges } from '../src/documents/xlsx/read-changes.ts'
import { writeWorkbook } from '../src/documents/xlsx/write-workbook.ts'

const soffice = await program('soffice')
const examples = (await readdir('examples')).map((file) => file.replace('.yaml', ''))
const context = loadReaderContext()
const subjects = new Map<string, Subject>()
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarc-changes-'))
  for (const name of examples) {
    const matrix = await readMatrixFile(`examples/${name}.yaml`, context, { err: () => undefined, interactive: false })
    const bytes = revisionBytes(matrix)
    const subject = {
      matrix,
      context,
      proof: coverage(matrix, context),
      rendition: { ...sampleRendition, bytes, digest: digestOf(bytes) },
    }
    subjects.set(name, subject)
    await writeFile(join(folder, `${name}.xlsx`), await writeWorkbook(workbookOf(subject), subject.rendition))
  }
})

afterAll(async () => rm(folder, { recursive: true, force: true }))

function subjectOf(name: string): Subject {
  return subjects.get(name)!
}

/** Opened and saved by LibreOffice, all at once: its start is what takes time. */
async function saved(files: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const out = join(folder, 'saved')
  await execute(soffice!, [
    profile,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    out,
    ...files.map((file) => join(folder, file)),
  ])
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(out, file))] as const)))
}

const nothing = (matrix: Matrix) => ({ ok: true, value: { matrix, changes: [], issues: [], notes: [] } })

test.each(examples)('%s as it was exported proposes nothing', async (name) => {
  const bytes = await readFile(join(folder, `${name}.xlsx`))
  expect(await readChanges(bytes, subjectOf(name))).toEqual(nothing(subjectOf(name).matrix))
})

/** What a person does in the workbook, and what it means. */
function edited(book: Workbook, matrix: Matrix): { readonly book: Workbook; readonly expected: Matrix } {
  const [first, second, third] = matrix.activities
  const rows =
    (name: string, change: (row: Workbook['sheets'][number]['rows'][number]) => typeof row | undefined) =>
    (it: Workbook): Workbook => ({
      ...it,
      sheets: it.sheets.map((sheet) =>
        sheet.name === name ? { ...sheet, rows: sheet.rows.flatMap((row) => change(row) ?? []).toReversed() } : sheet,
      ),
    })
  const inActivities = rows('Activities', (row) => {
    if (row.id === rowIds.activity(second!.id)) return undefined
    return row.id === rowIds.activity(first!.id)
      ? { ...row, cells: { ...row.cells, title: 'Ünïque title & <more>', handoff: 'First.\nThen, at 5 o’clock: =1+1' } }
      : row
  })
  const inDuties = rows('Duties by party', (row) =>
    row.id === rowIds.duty(third!.id, 0)
      ? {
          ...row,
          cells: {
            ...row.cells,
            role: '_x0041_ lead',
            when: 'within 2 hours after the call',
            evidence: `${row.cells['evidence']}\nlog (SIEM)`,
          },
        }
      : row,
  )
  const [duty, ...others] = third!.duties
  const changed = {
    ...third!,
    duties: [
      {
        ...duty!,
        role: '_x0041_ lead',
        timing: { within: '2 hours', after: 'the call' },
        evidence: [...(duty!.evidence ?? []), { what: 'log', from: 'SIEM' }],
      },
      ...others,
    ],
  }
  const titled = { ...first!, title: 'Ünïque title & <more>', handoff: 'First.\nThen, at 5 o’clock: =1+1' }
  const { activities } = matrix
  return {
    book: inDuties(inActivities(book)),
    expected: { ...matrix, activities: [titled, changed, ...activities.slice(3)] },
  }
}

test.skipIf(soffice === undefined)(
  'saved again by LibreOffice, each proposes nothing, and an edited and sorted one its edits',
  async () => {
    const subject = subjectOf('saas-firm')
    const { book, expected } = edited(workbookOf(subject), subject.matrix)
    await writeFile(join(folder, 'edited.xlsx'), await writeWorkbook(book, subject.rendition))
    const files = await saved([...examples.map((name) => `${name}.xlsx`), 'edited.xlsx'])
    for (const name of examples)
      expect(await readChanges(files.get(`${name}.xlsx`)!, subjectOf(name))).toEqual(nothing(subjectOf(name).matrix))
    const read = await readChanges(files.get('edited.xlsx')!, subject)

    expect(read.ok && apply(subject.matrix, read.value.changes)).toEqual(expected)
  },
)

test('edited and sorted, it proposes exactly the edits', async () => {
  for (const name of ['dental-group', 'three-frameworks']) {
    const subject = subjectOf(name)
    const { book, expected } = edited(workbookOf(subject), subject.matrix)
    const read = await readChanges(await writeWorkbook(book, subject.rendition), subject)
    expect(read).toMatchObject({ ok: true, value: { issues: [], notes: [] } })
    expect(read.ok && read.value.changes).toEqual(compare(subject.matrix, expected))
  }
})

test('changed in the file itself by another library, it proposes that', async () => {
  const subject = subjectOf('saas-firm')
  const file = await openXlsx(await readFile(join(folder, 'saas-firm.xlsx')))
  const sheet = file.sheets.find(({ name }) => name === 'Activities')!
  const at = sheet.rows[0]!.indexOf('Activity')
  sheet.rows[1]![at] = 'Changed outside'
  const read = await readChanges(await saveXlsx(file), subject)
  expect(read.ok && read.value.changes.map(({ kind, activity }) => `${kind} ${activity}`)).toEqual([
    `wording ${String(sheet.rows[1]![0]).slice('activity:'.length)}`,
  ])
})

test('a program that drops custom properties leaves the workbook’s own copy of them', async () => {
  const file = new ExcelWorkbook()
  await file.xlsx.load((await readFile(join(folder, 'saas-firm.xlsx'))) as never)
  const { matrix } = subjectOf('saas-firm')
  expect(await readChanges(new Uint8Array(await file.xlsx.writeBuffer()), subjectOf('saas-firm'))).toEqual(
    nothing(matrix),
  )
  file.removeWorksheet('_demarc')
  const read = await readChanges(new Uint8Array(await file.xlsx.writeBuffer()), subjectOf('saas-firm'))
  expect(read.ok ? [] : read.issues).toEqual([
    { at: 'the workbook', message: expect.stringContaining('dropped its custom properties') as string },
  ])
})

test('a text too long for a cell is no edit, and cannot be changed there', async () => {
  const subject = subjectOf('saas-firm')
  const [first, ...rest] = subject.matrix.activities
  const [duty, ...duties] = first!.duties
  const shown = ['One', 'Two', 'Three'].map((what) => ({ what: `${what} report. `.repeat(1200).trim() }))
  const activity = { ...first!, duties: [{ ...duty!, evidence: shown }, ...duties] }
  const long = { ...subject, matrix: { ...subject.matrix, activities: [activity, ...rest] } }
  const book = workbookOf(long)
  expect(await readChanges(await writeWorkbook(book, long.rendition), long)).toEqual(nothing(long.matrix))
  const touched = {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.id === rowIds.duty(first!.id, 0) ? { ...row, cells: { ...row.cells, evidence: 'Short.' } } : row,
      ),
    })),
  }
  const read = await readChanges(await writeWorkbook(touched, long.rendition), long)
  expect(read).toMatchObject({
    ok: true,
    value: { changes: [], issues: [{ message: expect.stringContaining('does not hold the whole') as string }] },
  })
})

const timings = loadTemplate().activities.flatMap((activity) =>
  [
    activity,
    activity.withoutOffering,
    ...(activity.variants ?? []),
    ...Object.values(activity.withoutOne ?? {}),
  ].flatMap((allocation) => (allocation?.duties ?? []).flatMap(({ timing }) => timing ?? [])),
)

test('every timing of the library is read back as it was', () => {
  expect(timings.length).toBeGreaterThan(500)
  for (const timing of timings) expect(parseTiming(sayTiming(timing))).toEqual(timing)
})
