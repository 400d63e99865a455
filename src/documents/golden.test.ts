// One small matrix in every format, against what was looked at and found right. `npm test -- golden -u` takes a change over.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { execute, program } from '../../test/support/machine.ts'
import { redlineOf } from '../core/redline/redline-of.ts'
import { sampleMatrix } from '../core/testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../core/testing/sample-rendition.ts'
import { viewNames, views } from '../core/views/catalogue.ts'
import { formats } from './formats.ts'
import { printHtml } from './html/print-html.ts'
import { writeMarkdown } from './markdown.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'

const pdftotext = await program('pdftotext')
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Nothing across the pages: the words of a draft would stand among the others. */
const signed = subjectOf(sampleMatrix, {
  signOff: {
    format: 'demarc/sign-off@1',
    digest: sampleRendition.digest,
    effective: '2026-02-01',
    signatures: [
      {
        party: 'msp',
        name: 'Ana Ruiz',
        title: 'President',
        authority: 'officer',
        at: '2026-01-20T15:04:00Z',
        method: 'ink',
      },
      {
        party: 'client',
        name: 'Dana Reyes',
        title: 'Owner',
        authority: 'owner',
        at: '2026-01-21T09:30:00Z',
        method: 'ink',
      },
    ],
  },
})

/** What the format holds, in its own order, without how it is packed. */
async function structure(extension: string, bytes: Uint8Array): Promise<string> {
  if (extension === '.xlsx') return cellsOf(bytes)
  if (extension === '.docx') return paragraphsOf(bytes)
  return extension === '.pdf' ? pagesOf(bytes) : text(bytes).replaceAll('\r\n', '\n')
}

async function cellsOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes)
  if (!read.ok) return expect.fail(JSON.stringify(read.issues))
  const cells = read.value.sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ number, cells: row }) =>
      [...row].map(([letter, cell]) => `${name}!${letter}${number} ${JSON.stringify(cell.text)}`),
    ),
  )
  return `${cells.join('\n')}\n`
}

/** Style and text of each paragraph. */
function paragraphsOf(bytes: Uint8Array): string {
  const document = text(unzipSync(bytes)['word/document.xml']!)
  const paragraphs = [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => {
    const style = /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? ''
    return `${style}: ${[...paragraph.matchAll(/<w:t[ >][^<]*/g)].map(([run]) => run.replace(/^[^>]*>/, '')).join('')}`
  })
  return `${paragraphs.join('\n')}\n`
}

async function pagesOf(bytes: Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-golden-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    const { stdout } = await execute(pdftotext!, [join(folder, 'a.pdf'), '-'])
    return `${stdout
      .split('\f')
      .map((page) => page.split(/\s+/).join(' ').trim())
      .join('\n')}\n`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const wholes = formats.filter(({ name }) => name !== 'emass' && (name !== 'pdf' || pdftotext !== undefined))

test.each(wholes)('$name', async ({ name, extension, load }) => {
  const { whole, view } = await load()
  const bytes = whole ? await whole.write(signed) : await view!.write(views.srm(signed), sampleRendition)
  await expect(await structure(extension, bytes)).toMatchFileSnapshot(`golden/${name}.txt`)
})

test.each(viewNames)('the view %s', async (name) => {
  await expect(writeMarkdown(views[name](signed))).toMatchFileSnapshot(`golden/view-${name}.txt`)
})

test('the redline', async () => {
  const [first, second, ...rest] = sampleMatrix.activities
  const moved = {
    ...first!,
    accountable: 'msp',
    handoff: 'The client’s notice opens the ticket; the MSP confirms within 2 hours.',
  }
  const after = subjectOf({
    ...sampleMatrix,
    activities: [moved, ...rest, { ...second!, title: 'Review access each month' }],
  })
  const paper = redlineOf(subjectOf(), after)
  await expect(text(printHtml(paper, sampleRendition))).toMatchFileSnapshot('golden/redline.txt')
})
