import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8 } from 'fflate'
import { chromium } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { execute, program } from '../../../test/support/machine.ts'
import { cellOf, plain } from '../../core/paper/paper.ts'
import type { Block, Paper } from '../../core/paper/paper.ts'
import { sampleRendition } from '../../core/testing/sample-rendition.ts'
import { zipEntries } from '../canonical-zip.ts'
import { printDocx } from './print-docx.ts'

const hostile = '<w:p>&amp;]]></w:t> "quoted" \u0007\u{d800}'
const arabic = 'مزود الخدمة 24/7'
const hebrew = 'שירותים'
const japanese = '日本語のサービス'

const rowsTo = (count: number): Block => ({
  kind: 'table',
  caption: 'Duties',
  columns: [
    { title: 'Who does it', ids: true },
    { title: 'Duty' },
    { title: 'Ownership', tone: 'ownership' },
    { title: 'Status', tone: 'status' },
  ],
  groups: [
    {
      title: 'A group',
      note: [plain('accountable: Acme')],
      rows: Array.from({ length: count }, (_, index) => [
        cellOf(`begin${index + 1}.`),
        cellOf('what is to be done\nand when, in words that take some room on a line'),
        cellOf('msp'),
        [],
      ]),
    },
  ],
})

const paper: Paper = {
  name: 'exhibit',
  title: `Matrix ${hostile}`,
  language: 'en-US',
  cover: {
    kicker: 'Exhibit',
    title: 'Shared responsibility matrix',
    subtitle: 'Acme & Sons',
    between: [
      { capacity: 'MSP', legalName: 'Acme IT, LLC' },
      { capacity: 'Client', legalName: arabic },
    ],
    facts: [['Revision', 'ab12']],
    notice: 'Not signed.',
  },
  contents: true,
  draft: 'Not final: not signed',
  header: 'Acme IT and a client',
  footer: 'SHA-256 0123456789abcdef',
  date: '2026-01-15',
  sections: [
    {
      number: '1',
      heading: 'Background',
      level: 1,
      blocks: [
        { kind: 'text', style: 'clause', line: plain(hostile) },
        {
          kind: 'text',
          line: [
            { text: 'in two days', mark: 'deleted' },
            { text: 'in four hours', mark: 'inserted' },
          ],
        },
        { kind: 'list', items: [plain(arabic), plain(`of ${hebrew} and ${japanese}`)] },
        { kind: 'facts', caption: 'Agreement', rows: [['Reference', cellOf('MSA-1')]] },
      ],
    },
    { heading: 'Schedule A', level: 1, orientation: 'landscape', blocks: [rowsTo(120)] },
    { heading: 'Its detail', level: 2, blocks: [{ kind: 'text', style: 'note', line: plain('A note.') }] },
    {
      heading: 'Signatures',
      level: 1,
      orientation: 'portrait',
      blocks: [
        {
          kind: 'signatures',
          signers: ['MSP', 'Client', 'Provider'].map((capacity) => ({
            capacity,
            legalName: `${capacity}, Inc.`,
            lines: [
              ['Signature', ''],
              ['Name', 'Ada'],
            ],
          })),
        },
      ],
    },
  ],
}

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.codePointAt(0)!,
)
const logo = { kind: 'png', bytes: png, width: 400, height: 100, alt: 'Acme' } as const
const rendition = { ...sampleRendition, branding: { ...sampleRendition.branding, name: 'Acme & IT', logo } }

const file = await printDocx(paper, rendition)
const parts = new Map(zipEntries(file).map(([name, bytes]) => [name, strFromU8(bytes)]))
const document = parts.get('word/document.xml') ?? ''

test('the same paper is the same bytes, whatever was printed before', async () => {
  await printDocx({ ...paper, sections: paper.sections.slice(1) }, rendition)
  expect(await printDocx(structuredClone(paper), rendition)).toEqual(file)
})

test('the properties are the paper’s own, and its date the only one', () => {
  const core = parts.get('docProps/core.xml') ?? ''
  expect(core).toContain('<dc:creator>Acme &amp; IT</dc:creator><dc:language>en-US</dc:language>')
  expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(['2026-01-15T00:00:00Z', '2026-01-15T00:00:00Z'])
  for (const [name, part] of parts) if (name !== 'docProps/core.xml') expect(part).not.toMatch(/\d{4}-\d\d-\d\dT\d\d/)
})

test('nothing leads outside the file, and every target is in it', () => {
  for (const [name, part] of parts) {
    if (!name.endsWith('.rels')) continue
    expect(part).not.toContain('TargetMode="External"')
    const folder = name.replace(/_rels\/[^/]+$/, '')
    for (const [, target] of part.matchAll(/ Target="([^"]+)"/g))
      expect([...parts.keys()]).toContain(target!.startsWith('/') ? target!.slice(1) : `${folder}${target}`)
  }
})

test('headings, titles and captions are styles by which Word finds its way', () => {
  const styles = parts.get('word/styles.xml') ?? ''
  const styled = (id: string): string | undefined =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0]
  expect(styled('Heading1')).toMatch(/<w:name w:val="heading 1"\/>.*<w:outlineLvl w:val="0"\/>/i)
  expect(styled('Heading2')).toMatch(/<w:name w:val="heading 2"\/>.*<w:outlineLvl w:val="1"\/>/i)
  const used = [...document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map(([, id]) => id!)
  for (const id of new Set(used)) expect(styled(id), id).toBeDefined()
  for (const id of ['Title', 'Subtitle', 'Heading1', 'Heading2', 'Caption', 'TOC1', 'TOC2']) expect(used).toContain(id)
})

test('the contents stand filled in with pages, and Word counts them itself when it opens the file', () => {
  const entries = [...document.matchAll(/PAGEREF (_Toc\d+) \\h<\/w:instrText><w:fldChar [^>]*\/><w:t>(\d+)<\/w:t>/g)]
  expect(entries.map(([, bookmark]) => bookmark)).toEqual(['_Toc1', '_Toc2', '_Toc3', '_Toc4'])
  expect(entries.map(([, , page]) => Number(page)).slice(0, 2)).toEqual([3, 4])
  for (const [, bookmark] of entries) expect(document).toContain(`<w:bookmarkStart w:name="${bookmark}"`)
  // Word counts the pages itself: ours are reckoned with its own typefaces, which another reader may not have.
  expect(document.match(/w:dirty="true"/g)).toHaveLength(1)
  expect(document).toMatch(/<w:fldChar w:fldCharType="begin" w:dirty="true"\/><w:instrText xml:space="preserve">TOC /)
  expect(parts.get('word/settings.xml')).not.toContain('updateFields')
})

test('marks show without colour, and a change of direction begins a run', () => {
  expect(document).toMatch(/<w:rStyle w:val="DemarcDeleted"\/><\/w:rPr><w:t [^>]*>in two days/)
  expect(parts.get('word/styles.xml')).toMatch(/DemarcDeleted.*?<w:strike\/>/)
  expect(parts.get('word/styles.xml')).toMatch(/DemarcInserted.*?<w:u w:val="double"/)
  expect(document).toMatch(/<w:bidi\/>.*?<w:rtl\/><\/w:rPr><w:t [^>]*>مزود الخدمة/)
  expect(document).toMatch(/<w:rtl\/><\/w:rPr><w:t [^>]*>שירותים<\/w:t>/)
  expect(parts.get('word/styles.xml')).toContain('w:eastAsia="Yu Gothic"')
})

/** ECMA-376: what may stand in these elements, in this order and no other. */
const orders = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike color spacing w kern position sz szCs highlight u effect bdr shd vertAlign rtl cs em lang',
  tblPr:
    'tblStyle tblpPr bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption',
  trPr: 'cantSplit trHeight tblHeader',
  tcPr: 'tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign noEndnote titlePg textDirection bidi docGrid',
  tbl: 'tblPr tblGrid tr',
  style: 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr',
} as const

/** Runs in a browser, which has an XML parser that forgives nothing. */
const check = `(files, orders) => files.flatMap(([name, text]) => {
  const xml = new DOMParser().parseFromString(text, 'application/xml')
  const faults = [...xml.querySelectorAll('parsererror')].map((fault) => fault.textContent)
  const ids = ['bookmarkStart', 'docPr'].flatMap((kind) =>
    [...xml.getElementsByTagName('*')].filter((one) => one.localName === kind).map((one) => kind + (one.getAttribute('w:id') ?? one.id)))
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice')
  for (const element of xml.getElementsByTagName('*')) {
    const children = [...element.children].map((child) => child.localName)
    if (element.localName === 'tc' && children.at(-1) !== 'p') faults.push('a cell ends without a paragraph')
    const order = element.namespaceURI.endsWith('wordprocessingml/2006/main') ? orders[element.localName]?.split(' ') : undefined
    if (order === undefined || element.localName === 'tc') continue
    const places = children.map((child) => order.indexOf(child))
    if (places.includes(-1) || places.some((place, index) => place < places[index - 1])) faults.push(element.localName + ': ' + children.join(' '))
  }
  return faults.map((fault) => name + ': ' + fault)
})`

const browserPath = await program('chromium')

test.skipIf(browserPath === undefined)('every part is XML, in the order that Word insists on', async () => {
  const browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const xml = [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name))
  expect(xml.length).toBeGreaterThan(12)
  expect(await page.evaluate(`(${check})(${JSON.stringify(xml)}, ${JSON.stringify(orders)})`)).toEqual([])
  await browser.close()
})

const soffice = await program('soffice')
const pdftotext = await program('pdftotext')

describe.skipIf(soffice === undefined || pdftotext === undefined)('opened in LibreOffice', () => {
  test('every row is there, headers repeat, pages are counted and turn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarc-docx-'))
    writeFileSync(join(folder, 'paper.docx'), file)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await execute(soffice!, [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ])
    const pdf = join(folder, 'paper.pdf')
    const pages = (await execute(pdftotext!, ['-layout', pdf, '-'])).stdout.split('\f').slice(0, -1)
    const { stdout: sizes } = await execute('pdfinfo', ['-f', '1', '-l', '99', pdf])
    rmSync(folder, { recursive: true })

    const all = pages.join('')
    for (const row of [1, 60, 120]) expect(all).toContain(`begin${row}.`)
    expect(all).toContain('<w:p>&amp;]]></w:t> "quoted"')
    const wide = pages.filter((text) => text.includes('begin'))
    expect(wide.length).toBeGreaterThan(2)
    for (const text of wide) expect(text).toContain('Who does it')
    pages.forEach((text, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(text).toContain('Not final: not signed')
    })
    expect([...sizes.matchAll(/size: +(\d+) x/g)].map(([, across]) => across)).toEqual(
      pages.map((text) => (/begin|A note\./.test(text) ? '792' : '612')),
    )
  })
})

test('two thousand rows are printed, on A4 too', async () => {
  const { cover: _, contents: _none, ...bare } = paper
  const locale = { ...sampleRendition.locale, page: 'a4' } as const
  const section = { heading: 'All', level: 1, blocks: [rowsTo(2000)] } as const
  const long = await printDocx({ ...bare, sections: [section] }, { ...rendition, locale })
  const text = strFromU8(new Map(zipEntries(long)).get('word/document.xml')!)
  expect(text.match(/<w:tr>/g)?.length).toBeGreaterThan(2000)
  expect(text).toContain('begin2000.')
  expect(text).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
})

test('where three sign, the last block stays with the others, and each label stands on its line', () => {
  const from = document.indexOf('DemarcSignatureLabel')
  const signing = document.slice(document.lastIndexOf('<w:tbl>', from))
  const [first = '', last = ''] = signing.split('<w:tr>').slice(1)
  expect(first).toContain('<w:keepNext/>')
  expect(last).not.toContain('<w:keepNext/>')
  expect(first).toMatch(/DemarcSignatureLine.*?<w:t xml:space="preserve">Name<\/w:t><\/w:r><w:r><w:tab\/><\/w:r>/)
})
