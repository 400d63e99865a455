// Printed papers, opened again by poppler and qpdf: nothing lost, nothing executed, and built as the standards ask.
import { describe, expect, test } from 'vitest'
import { program } from '../../../test/support/machine.ts'
import { plain } from '../../core/paper/paper.ts'
import type { Block, Cell, Line, Paper } from '../../core/paper/paper.ts'
import { plainBranding } from '../../core/rendition/branding.ts'
import { openPdf, poppler, qpdf } from './testing/opened-pdf.ts'
import type { Dictionary } from './testing/opened-pdf.ts'
import type { Attachment } from './order.ts'
import { printPdf } from './print-pdf.ts'

const verapdf = await program('verapdf')

const rendition = {
  date: '2026-11-23',
  locale: { tag: 'en-US', page: 'us-letter', sayDate: (date: string) => date },
  branding: { ...plainBranding, name: 'Northgate IT & Söhne', address: '100 Main Street, Springfield' },
} as const

const line = (text: string, mark?: NonNullable<Line[number]['mark']>): Line => [mark ? { text, mark } : { text }]
const cell = (...texts: readonly string[]): Cell => texts.map(plain)

function paperOf(...blocks: readonly Block[]): Paper {
  return {
    name: 'sample',
    title: 'Matrix & <title>',
    language: 'en-US',
    header: 'Northgate IT',
    footer: 'SHA-256 0123',
    date: '2026-02-03',
    sections: [{ number: '1', heading: 'Only section', level: 1, blocks }],
  }
}

const table = (...rows: readonly (readonly Cell[])[]): Block => ({
  kind: 'table',
  caption: 'Duties',
  columns: [
    { title: 'Id', ids: true },
    { title: 'Duty', weight: 3 },
    { title: 'Ownership', tone: 'ownership' },
    { title: 'Status', tone: 'status' },
  ],
  groups: [{ title: 'Access control', rows }],
})

const blocks: readonly Block[] = [
  { kind: 'text', line: plain('1.1 A clause of the contract.'), style: 'clause' },
  { kind: 'text', line: plain('A note beside it.'), style: 'note' },
  { kind: 'text', line: [...line('kept '), ...line('said anew', 'inserted'), ...line('struck out', 'deleted')] },
  { kind: 'list', items: [plain('first of a list'), line('second of a list', 'strong')] },
  { kind: 'facts', caption: 'Facts', rows: [['Holds', cell('ePHI', 'in mailboxes')]] },
  table([cell('AC.L2-3.1.1[a]'), cell('Disable access'), cell('shared'), cell('open: no split')]),
  {
    kind: 'signatures',
    signers: [
      {
        capacity: 'Client',
        legalName: 'Tamarack Dental',
        lines: [
          ['Signature', ''],
          ['Date', '2026-02-03'],
        ],
      },
      { capacity: 'MSP', legalName: 'Northgate', lines: [['Signature', '']] },
    ],
  },
]

const final: Paper = {
  ...paperOf(...blocks),
  contents: true,
  cover: {
    kicker: 'Exhibit B',
    title: 'Shared Responsibility Matrix',
    subtitle: 'HIPAA Security Rule',
    between: [{ capacity: 'Client', legalName: 'Tamarack Dental' }],
    facts: [['Effective', '2026-03-01']],
    notice: 'Not binding before it is signed.',
  },
  sections: [
    { number: '1', heading: 'Clauses', level: 1, blocks },
    { heading: 'Schedule A', level: 1, orientation: 'landscape', blocks: [table([cell('1'), cell('a duty')])] },
    { heading: 'A part of it', level: 2, newPage: true, blocks: [table([cell('2'), cell('one more')])] },
    { heading: 'Signatures', level: 1, orientation: 'portrait', blocks: [] },
  ],
}

const whole: Paper = { ...final, draft: 'DRAFT: 12 objectives open, not signed' }

const attachment: Attachment = {
  name: 'matrix.json',
  mediaType: 'application/json',
  description: 'The matrix as data',
  bytes: new TextEncoder().encode('{"a":"ü"}'),
}

const opened = async (paper: Paper): Promise<ReturnType<typeof openPdf>> =>
  openPdf(await printPdf(paper, rendition, []))
const words = (text: string): string => text.replaceAll(/\s+/gu, ' ')

describe.skipIf(poppler === undefined)('a printed paper holds', () => {
  test('every word of every kind of block', async () => {
    const text = words(await (await opened(final)).text('-raw'))
    for (const part of [
      'Exhibit B Shared Responsibility Matrix HIPAA Security Rule',
      'Tamarack Dental Client',
      'Effective 2026-03-01',
      'Not binding before it is signed.',
      '1 Clauses',
      '1.1 A clause of the contract.',
      'A note beside it.',
      'kept said anewstruck out',
      'first of a list',
      'second of a list',
      'Holds ePHI in mailboxes',
      'AC.L2-3.1.1[a] Disable access shared open: no split',
      'Signature Date 2026-02-03',
    ])
      expect(text).toContain(part)
  })

  test('its pages numbered, upright and across in one file, under one head and foot', async () => {
    const pdf = await opened(whole)
    const pages = (await pdf.text('-layout')).split('\f').slice(0, -1)
    expect(pages).toHaveLength(6)
    for (const [index, page] of pages.entries())
      expect(words(page)).toMatch(new RegExp(`SHA-256 0123 Page ${index + 1} of 6 $`, 'u'))
    for (const page of pages.slice(1)) expect(page).toContain('Northgate IT')
  })

  test('that it is a draft, on every page: across it and in its head', async () => {
    const pages = (await (await opened(whole)).text('-raw')).split('\f').slice(0, -1)
    for (const page of pages) {
      expect(page).toContain('DRAFT: 12 objectives open, not signed')
      expect(page.replaceAll(/\s/gu, '')).toContain('DRAFT12objectivesopen,notsigned')
    }
    expect(await (await opened(final)).text()).not.toContain('DRAFT')
  })

  test('typed text as it was typed, whatever it means to the typesetter', async () => {
    const typed =
      '#read("/etc/passwd") $x$ *bold* _it_ \\ <tag> @ref `raw` // gone /* gone */ = head #{1+1} "quoted" -- ...'
    const text = words(await (await opened(paperOf({ kind: 'text', line: plain(typed) }, table([cell(typed)])))).text())
    expect(text.split(typed)).toHaveLength(3)
  })

  test('names in Greek, Cyrillic, Arabic, Hebrew, Japanese, Chinese and Korean', async () => {
    const names = [
      'Ελληνική Ασφάλεια',
      'Общество Ёлка',
      'شركة النور',
      'חברת תקווה',
      '株式会社日立かな',
      '한빛 전자 주식회사',
      '深圳市腾讯计算机',
    ]
    const pdf = await opened(paperOf({ kind: 'list', items: names.map(plain) }))
    const text = (await pdf.text()).normalize('NFKC').replaceAll(/[\u202a-\u202e]/gu, '')
    for (const name of names) expect(text).toContain(name)
    expect((await pdf.fonts()).join('\n')).toMatch(/NotoSansHans-Regular/u)
  })
})

describe.skipIf(poppler === undefined)('nothing is lost where a table is crowded', () => {
  test('rows of every height, one of them taller than a page', async () => {
    const sizes = [900, ...Array.from({ length: 40 }, (_, index) => index * 9 + 1)]
    const rows = sizes.map((size, row) => [
      cell(`${row}`),
      cell(Array.from({ length: size }, (_, at) => `w${row}x${at}`).join(' ')),
    ])
    const text = await (await opened(paperOf(table(...rows)))).text()
    const found = new Set(text.match(/w\d+x\d+/gu))
    expect(found.size).toBe(sizes.reduce((sum, size) => sum + size, 0))
  })

  test('a word of 300 letters stays in its column, and can be found', async () => {
    const long = Array.from({ length: 100 }, (_, index) => `q${index % 10}z`).join('')
    const pdf = await opened(paperOf(table([cell('1'), cell(long), cell('msp'), cell('settled')])))
    expect((await pdf.text()).replaceAll(/\s/gu, '')).toContain(long)
    const boxes = [...(await pdf.text('-bbox')).matchAll(/xMin="([\d.]+)".*xMax="([\d.]+)".*>(.*)<\/word>/gu)]
    const at = (word: string): number => Number(boxes.find(([, , , said]) => said === word)?.[1])
    for (const [, , right, said] of boxes) if (said?.startsWith('q0z')) expect(Number(right)).toBeLessThan(at('msp'))
  })
})

describe('a paper is refused, with the place, when', () => {
  test.each<readonly [string, Paper, string, RegExp]>([
    [
      'a cell has a sign that no font draws',
      paperOf(table([cell('7'), cell('ok 🙂 ก')])),
      'section “1 Only section”, row “7”, column “Duty”',
      /🙂.*U\+1F642.*ก/u,
    ],
    [
      'a name turns the direction of what follows',
      paperOf({ kind: 'text', line: plain('a\u202eb') }),
      'section “1 Only section”',
      /U\+202E/u,
    ],
    ['a control character stands in the foot', { ...paperOf(), footer: 'a\u0007' }, 'footer', /U\+0007/u],
    [
      'a running head would fill the page',
      { ...paperOf(), header: 'x '.repeat(400) },
      'header',
      /800 characters long; 300 fit/u,
    ],
  ])('%s', async (_, paper, at, message) => {
    await expect(printPdf(paper, rendition, []).then(() => 'printed')).rejects.toMatchObject({
      name: 'Refusal',
      issues: [{ at, message: expect.stringMatching(message) as unknown }],
    })
  })

  test('two attachments have one name', async () => {
    await expect(printPdf(paperOf(), rendition, [attachment, attachment])).rejects.toThrow('two attachments are named')
  })
})

test('signs without a look of their own are no reason to refuse', async () => {
  const paper = paperOf({
    kind: 'text',
    line: plain('a\u00ad\u200b\u200d\u200e\u2060\u2066\u2069\ufe0f\tb\r\nc\u2028d'),
  })
  await expect(printPdf(paper, rendition, [])).resolves.toBeInstanceOf(Uint8Array)
})

test('the same paper gives the same bytes, alone, among others and after the large fonts came in', async () => {
  const first = await printPdf(whole, rendition, [attachment])
  const japanese = paperOf({ kind: 'text', line: plain('日立') })
  const [, again, , third, other] = await Promise.all(
    [japanese, whole, japanese, whole, paperOf()].map((paper) =>
      printPdf(paper, rendition, paper === whole ? [attachment] : []),
    ),
  )
  expect(Buffer.compare(first, again!)).toBe(0)
  expect(Buffer.compare(first, third!)).toBe(0)
  expect(Buffer.compare(first, other!)).not.toBe(0)
})

describe.skipIf(qpdf === undefined || poppler === undefined)('the file is built as the standards ask', () => {
  const how = verapdf === undefined ? 'structural checks; no veraPDF here' : 'veraPDF'

  test.each([
    ['PDF/A-3a', 'a-3a', /<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A</u, '3a'],
    ['PDF/UA-1', 'ua-1', /<pdfuaid:part>1</u, 'ua1'],
  ] as const)(`%s (by ${how})`, async (_, standard, declared, flavour) => {
    const bytes = await printPdf(whole, { ...rendition, standard }, [attachment])
    const pdf = openPdf(bytes)
    if (verapdf !== undefined) expect(await pdf.verdict(flavour)).toMatch(/^PASS/u)
    expect(await pdf.faults()).toBe('')
    expect(Buffer.from(bytes).toString('latin1')).toMatch(declared)
    expect(await pdf.info()).toMatchObject({
      Title: 'Matrix & <title>',
      Author: 'Northgate IT & Söhne',
      Tagged: 'yes',
      'Page size': '612 x 792 pts (letter)',
      Pages: '6',
      CreationDate: expect.stringContaining('Feb  3') as unknown,
    })
    for (const font of await pdf.fonts()) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/u)
    expect((await pdf.attachment('matrix.json')).equals(Buffer.from(attachment.bytes))).toBe(true)
    checkStructure(await pdf.dictionaries(), standard)
  })

  test('A4 where the locale says so', async () => {
    const a4 = { ...rendition, locale: { ...rendition.locale, page: 'a4' } } as const
    expect((await openPdf(await printPdf(whole, a4, [])).info())['Page size']).toBe('595.28 x 841.89 pts (A4)')
  })
})

function checkStructure(all: readonly Dictionary[], standard: string): void {
  const tagged = (tag: string): readonly Dictionary[] => all.filter((one) => one['/S'] === `/${tag}`)
  const catalog = all.find((one) => one['/Type'] === '/Catalog')
  expect(catalog).toMatchObject({ '/Lang': 'u:en-US', '/MarkInfo': { '/Marked': true } })
  expect(catalog).toHaveProperty('/StructTreeRoot')
  expect(catalog).toHaveProperty('/Outlines')
  if (standard === 'ua-1') expect(catalog).toMatchObject({ '/ViewerPreferences': { '/DisplayDocTitle': true } })
  expect(tagged('Table')).toHaveLength(3)
  expect(tagged('H1').length + tagged('H2').length).toBe(4)
  for (const tag of ['Title', 'Caption', 'TR', 'TD', 'L', 'LI', 'Lbl', 'LBody', 'TOC', 'Strong', 'P'])
    expect(tagged(tag), tag).not.toHaveLength(0)
  const heads = tagged('TH')
  expect(heads).toHaveLength(15)
  for (const head of heads) expect(JSON.stringify(head['/A'])).toContain('"/Scope":"/Column"')
  const relationship = standard === 'a-3a' ? { '/AFRelationship': '/Source' } : {}
  expect(all.filter((one) => one['/Type'] === '/Filespec')).toMatchObject([
    { ...relationship, '/Desc': 'u:The matrix as data', '/UF': 'u:matrix.json' },
  ])
}
