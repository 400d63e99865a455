import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { execute, program } from '../../test/support/machine.ts'
import { coverage } from '../core/coverage.ts'
import { contentKinds, losses } from '../core/rendition/content.ts'
import type { Content } from '../core/rendition/content.ts'
import type { Subject } from '../core/rendition/rendition.ts'
import { markedContext, markedMatrix, marks } from '../core/testing/marked-matrix.ts'
import { subjectOf } from '../core/testing/sample-rendition.ts'
import { viewNames, views } from '../core/views/catalogue.ts'
import { formats } from './formats.ts'
import { revisionBytes } from './revision.ts'

const kinds = Object.keys(contentKinds) as readonly Content[]
const subject: Subject = {
  ...subjectOf(markedMatrix, { bytes: revisionBytes(markedMatrix) }),
  context: markedContext,
  proof: coverage(markedMatrix, markedContext),
}
const pdftotext = await program('pdftotext')
const pdfdetach = await program('pdfdetach')

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What a reader of the file finds: of a zip the text of its parts, of a PDF its pages and what is attached. */
async function readable(bytes: Uint8Array): Promise<string> {
  if (text(bytes.subarray(0, 2)) === 'PK') return Object.values(unzipSync(bytes)).map(text).join('\n')
  if (text(bytes.subarray(0, 4)) !== '%PDF') return text(bytes)
  const folder = mkdtempSync(join(tmpdir(), 'demarc-carries-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    const { stdout: list } = await execute(pdfdetach!, ['-list', join(folder, 'a.pdf')])
    const { stdout } = await execute(pdftotext!, [join(folder, 'a.pdf'), '-'])
    if (list.startsWith('0 ')) return stdout
    await execute(pdfdetach!, ['-save', '1', '-o', join(folder, 'attached'), join(folder, 'a.pdf')])
    return stdout + readFileSync(join(folder, 'attached'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const found = (said: string): readonly Content[] =>
  kinds.filter((kind) => marks[kind].split('|').some((mark) => said.includes(mark)))

describe('what a format says that it carries stands in the file, and nothing else is promised', () => {
  const readables = formats.filter(({ name }) => pdftotext !== undefined || name !== 'pdf')
  test.each(readables)('$name, the whole', async ({ load }) => {
    const { whole, takes = [] } = await load()
    if (whole === undefined || takes.includes('template')) return
    const said = found(await readable(await whole.write(subject)))
    const carried = kinds.filter((kind) => whole.carries.includes(kind))
    // What holds a part on purpose may hold some of a kind that it does not promise.
    expect(whole.only === undefined ? said : said.filter((kind) => carried.includes(kind))).toEqual(carried)
  })

  test.each(viewNames)('the view %s', (name) => {
    const view = views[name](subject)
    // Whoever answers for a row is a party, and parties stand in the preface.
    const said = found(JSON.stringify({ ...view, shows: [] })).filter(
      (kind) => kind !== 'accountable' || view.shows.includes(kind),
    )
    expect(said).toEqual(kinds.filter((kind) => view.shows.includes(kind)))
  })

  test.runIf(pdftotext !== undefined)('an extract as PDF holds no more than its pages', async () => {
    const { whole } = await formats.find(({ name }) => name === 'pdf')!.load()
    const said = await readable(await whole!.write({ ...subject, framework: 'sample' }))
    expect(said).not.toContain('demarc/matrix@1')
    expect(found(said)).toEqual(kinds.filter((kind) => whole!.ofExtract!.includes(kind)))
  })

  test('csv leaves out the preface', async () => {
    const { view } = await formats.find(({ name }) => name === 'csv')!.load()
    const srm = views.srm(subject)
    const dropped = new Set(view!.drops)
    const carried = new Set(srm.shows.filter((kind) => !dropped.has(kind)))
    expect(found(text(await view!.write(srm, subject.rendition)))).toEqual(kinds.filter((kind) => carried.has(kind)))
  })
})

test('a loss is told with its count', () => {
  expect(losses(markedMatrix, ['parties'])).toEqual(expect.arrayContaining(['1 decision', '4 duties', '1 trap']))
  expect(losses(markedMatrix, kinds)).toEqual([])
})
