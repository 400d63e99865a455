import { Document, Packer } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { expect, test } from 'vitest'
import { cellOf, plain } from '../../core/paper/paper.ts'
import type { Block, Paper, Section } from '../../core/paper/paper.ts'
import { sampleRendition } from '../../core/testing/sample-rendition.ts'
import { bullets } from './blocks.ts'
import { facesWith } from './faces.ts'
import { markedPages } from './page-flow.ts'
import { sectionPages } from './section-pages.ts'
import { sectionsOf } from './sections.ts'
import { styleSheet } from './styles.ts'

const sentence = 'The MSP disables the account within four hours of the notice and confirms it on the ticket. '

const text = (times: number): Block => ({ kind: 'text', style: 'clause', line: plain(sentence.repeat(times)) })

const table = (rows: number, columns: number): Block => ({
  kind: 'table',
  caption: 'Duties',
  columns: Array.from({ length: columns }, (_, index) => ({ title: `Column ${index + 1}` })),
  groups: [
    {
      title: 'A group',
      note: [plain('What holds for the group')],
      rows: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_unused, index) => cellOf(sentence.repeat(((row + index) % 4) + 1))),
      ),
    },
  ],
})

const sections: readonly Section[] = [
  { number: '1', heading: 'Background', level: 1, blocks: [text(3), text(5), text(2)] },
  { number: '2', heading: 'Parties', level: 1, blocks: [{ kind: 'list', items: [plain(sentence), plain('short')] }] },
  { heading: 'Definitions', level: 2, blocks: [table(14, 3)] },
  { heading: 'Schedule A', level: 1, orientation: 'landscape', blocks: [text(1), table(30, 5)] },
  { heading: 'Workforce', level: 2, blocks: [table(25, 8)] },
  { heading: 'Schedule B', level: 1, newPage: true, blocks: [table(40, 4)] },
  {
    heading: 'Signatures',
    level: 1,
    orientation: 'portrait',
    blocks: [
      text(2),
      {
        kind: 'signatures',
        signers: ['MSP', 'Client', 'Provider'].map((capacity) => ({
          capacity,
          legalName: `${capacity}, Inc.`,
          lines: ['Signature', 'Name', 'Title', 'Date'].map((label) => [label, ''] as const),
        })),
      },
    ],
  },
  { heading: 'Certificate', level: 1, blocks: [text(1)] },
]

const paper: Paper = {
  name: 'exhibit',
  title: 'Shared responsibility matrix',
  language: 'en',
  cover: { kicker: 'Exhibit', title: 'Matrix', between: [], facts: [['Revision', 'ab12']] },
  contents: true,
  header: 'Acme IT',
  footer: 'SHA-256 0123',
  sections,
}

/** docx lays a document out as Word does, too slowly for everyday use. */
async function laidOut(some: Paper): Promise<readonly number[]> {
  let pages: readonly string[] = []
  const estimate = estimatePageNumbersWith({ guess: true })
  const document = new Document({
    sections: sectionsOf(some, sampleRendition),
    styles: styleSheet(sampleRendition.branding, { font: facesWith({ face: 'Yu Gothic', language: 'ja-JP' }) }),
    numbering: { config: [{ reference: bullets, levels: [{ level: 0, format: 'bullet', text: '•' }] }] },
    pageNumbers: (body, context) => {
      const found = estimate(body, context)
      pages = [...found.bookmarks.values()]
      return found
    },
  })
  await Packer.toBuffer(document)
  return pages.map(Number)
}

test('a section begins on the page on which Word’s layout has it, or on the next one', async () => {
  const expected = await laidOut(paper)
  const reckoned = sectionPages(paper, 'us-letter')
  expect(expected).toHaveLength(sections.length)
  expect(expected.at(-1)).toBeGreaterThan(15)
  reckoned.forEach((page, index) => expect(Math.abs(page - expected[index]!)).toBeLessThanOrEqual(1))
  expect(reckoned.filter((page, index) => page === expected[index]).length).toBeGreaterThan(sections.length / 2)
})

test('without cover and contents the text begins on the first page', () => {
  const { cover: _, contents: _none, ...bare } = paper
  expect(sectionPages(bare, 'a4')[0]).toBe(1)
})

test('a heading goes to the next page with what it heads, and a long row goes on under the table’s head', () => {
  const heading = { height: 10, lead: 10, keepNext: true, marked: true }
  const line = { height: 10, lead: 10 }
  const row = { height: 250, lead: 10, repeats: 20 }
  const flow = (...pieces: Parameters<typeof markedPages>[0][number]['pieces']) => markedPages([{ room: 100, pieces }])
  expect(flow({ ...line, height: 85 }, heading, line)).toEqual([2])
  expect(flow({ ...line, height: 80 }, heading, line)).toEqual([1])
  expect(flow({ ...line, height: 10, marked: true }, { ...heading, newPage: true }, line)).toEqual([1, 2])
  expect(flow({ ...row, height: 80 }, { ...line, marked: true })).toEqual([1])
  expect(markedPages([{ room: 10_000, pieces: [{ ...row, height: 25_000 }, heading] }])).toEqual([3])
})
