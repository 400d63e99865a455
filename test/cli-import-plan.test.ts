import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { ClaimsFile } from '../src/core/claims/claims-file.ts'
import { cell, docxWith, paragraph, row, run, table } from '../src/documents/sources/testing/docx-with.ts'
import { demarc, folder } from './support/command-line.ts'

async function imported(name: string, content: string | Uint8Array): Promise<ClaimsFile> {
  const file = join(folder(), name)
  writeFileSync(file, content)
  const { out } = await demarc('import', file, '--party', 'Acme Cloud', '--json')
  return JSON.parse(out) as ClaimsFile
}

/** How Word keeps a box, ticked or not. */
type Drawn = (ticked: boolean) => string

const sign: Drawn = (ticked) => run(ticked ? '☒' : '☐')
const wingdings: Drawn = (ticked) => `<w:r><w:sym w:font="Wingdings" w:char="${ticked ? 'F0FE' : 'F0A8'}"/></w:r>`
const letterInWingdings: Drawn = (ticked) => run(ticked ? 'þ' : '¨', '<w:rFonts w:ascii="Wingdings"/>')
const oldForm: Drawn = (ticked) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${ticked ? '<w:checked/>' : ''}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const control: Drawn = (ticked) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(ticked ? '☒' : '☐')}</w:sdtContent></w:sdt>`

const statuses = ['Implemented', 'Partially implemented', 'Planned', 'Alternative implementation', 'Not applicable']
const corporate = 'Service Provider Corporate'
const system = 'Service Provider System Specific'
const hybrid = 'Service Provider Hybrid (Corporate and System Specific)'
const configured = 'Configured by Customer (Customer System Specific)'
const provided = 'Provided by Customer (Customer System Specific)'
const shared = 'Shared (Service Provider and Customer Responsibility)'
const inherited = 'Inherited from pre-existing FedRAMP Authorization for '
const blankEnd = 'Click here to enter text. , Date of Authorization'

interface Control {
  readonly id: string
  readonly ticked: readonly string[]
  readonly parts?: Readonly<Record<string, string | readonly string[]>>
  /** whom it is inherited from, with the day */
  readonly from?: string
}

function boxes(labels: readonly string[], ticked: readonly string[], draw: Drawn): string {
  return labels
    .map((label) => {
      const on = ticked.some((one) => label.startsWith(one))
      return paragraph(`${draw(on)}${run(` ${label}`)}`)
    })
    .join('')
}

/** As the template of Rev. 4 lays them out: the id in a cell of its own, a column for the parts. */
function revisionFour({ id, ticked, parts = {}, from = blankEnd }: Control, draw: Drawn): string {
  const wide = '<w:gridSpan w:val="2"/>'
  const list = (head: string, labels: readonly string[]): string =>
    row(
      `<w:tc><w:tcPr>${wide}</w:tcPr>${paragraph(`${head} (check all that apply):`)}${boxes(labels, ticked, draw)}</w:tc>`,
    )
  return (
    paragraph(`${id} Some control (M)`, 'Heading1') +
    table(
      row(cell(id), cell('Control Summary Information')),
      row(cell('Responsible Role: Security team', wide)),
      row(cell(`Parameter ${id}(a): 30 days`, wide)),
      list('Implementation Status', statuses),
      list('Control Origination', [corporate, system, hybrid, configured, provided, shared, `${inherited}${from}`]),
    ) +
    table(
      row(cell(`${id} What is the solution and how is it implemented?`, wide)),
      ...Object.entries(parts).map(([part, text]) =>
        row(
          cell(part),
          `<w:tc>${[text]
            .flat()
            .map((one) => paragraph(one))
            .join('')}</w:tc>`,
        ),
      ),
    )
  )
}

/** As Appendix A of Rev. 5: one column, the part before its words. */
function revisionFive({ id, ticked, parts = {}, from = blankEnd }: Control, draw: Drawn): string {
  const list = (head: string, labels: readonly string[]): string =>
    row(`<w:tc>${paragraph(`${head} (check all that apply):`)}${boxes(labels, ticked, draw)}</w:tc>`)
  return (
    table(
      row(cell(`${id} Control Summary Information`)),
      row(cell('Responsible Role:')),
      list('Implementation Status', statuses),
      list('Control Origination', [corporate, system, hybrid, configured, provided, shared, `${inherited}${from}`]),
    ) +
    table(
      row(cell(`${id} What is the solution and how is it implemented?`)),
      ...Object.entries(parts).map(([part, text]) =>
        row(
          `<w:tc>${paragraph(`${part}:`)}${[text]
            .flat()
            .map((one) => paragraph(one))
            .join('')}</w:tc>`,
        ),
      ),
    )
  )
}

/** "AC-2 shared" for each control, in the order of the document. */
function owners({ claims }: ClaimsFile): readonly string[] {
  return [...new Set(claims.map(({ translatedFrom, ownership }) => `${translatedFrom} ${ownership}`))]
}

const plan: readonly Control[] = [
  {
    id: 'AC-2',
    ticked: ['Implemented', hybrid, configured, provided, shared],
    parts: { 'Part a': 'We list accounts.' },
  },
  { id: 'AC-6 (5)', ticked: ['Implemented', system], parts: { 'Part a': 'A tool watches them.' } },
  { id: 'SC-7', ticked: ['Implemented', configured], parts: { 'Part a': 'The customer sets its rules.' } },
  { id: 'AC-3', ticked: ['Implemented', corporate, provided] },
  { id: 'PE-3', ticked: ['Implemented', inherited], from: 'Cloud North GovCloud, 12/1/2025' },
]

describe.each([
  ['Rev. 4', revisionFour],
  ['Rev. 5', revisionFive],
])('a plan as FedRAMP’s template of %s', (_, laidOut) => {
  test.each([
    ['signs', sign],
    ['a symbol font', wingdings],
    ['letters in a symbol font', letterInWingdings],
    ['fields of old forms', oldForm],
    ['content controls', control],
  ])('says whose each control is by its boxes, drawn as %s', async (_name, draw) => {
    const file = await imported('ssp.docx', docxWith(plan.map((one) => laidOut(one, draw)).join('')))
    expect(owners(file)).toEqual(['AC-2 shared', 'AC-6 (5) provider', 'SC-7 client', 'AC-3 shared', 'PE-3 provider'])
    expect(file.claims[0]).toMatchObject({
      framework: 'cmmc-l2',
      requirement: 'AC.L2-3.1.1',
      text: 'Part a: We list accounts.',
    })
    expect(file.claims.find(({ translatedFrom }) => translatedFrom === 'PE-3')?.party).toBe('Cloud North GovCloud')
    expect(file).not.toHaveProperty('declined')
  })

  test('of which nobody ticked a box is a blank template', async () => {
    const forms = ['AC-1', 'AC-2', 'SC-7'].map((id) =>
      laidOut({ id, ticked: [], parts: { 'Part a': 'Click here to enter text.', 'Part b': '' } }, control),
    )
    const file = await imported('ssp.docx', docxWith(forms.join('')))
    expect(file.claims).toEqual([])
    expect(file.declined).toContain('it is a blank template: no box of its control summaries (3) is ticked')
  })
})

const head = 'AC-6 (5) Control Summary Information'
const asked = 'AC-6 (5) What is the solution and how is it implemented?'
const status = '☒ Implemented'
const planned = '☐ Planned'
const origin = '☐ Service Provider Corporate'
const customer = '☒ Configured by Customer (Customer System Specific)'
const told = 'Part a: Choose who is privileged.'

test.each<readonly [string, () => string | Uint8Array | Promise<Uint8Array>]>([
  [
    'pasted.xlsx',
    () =>
      writeXlsx({
        sheets: [
          {
            name: 'SSP',
            rows: [
              [head],
              [`Implementation Status (check all that apply):\n${status}\n${planned}`],
              [`Control Origination (check all that apply):\n${origin}\n${customer}`],
              [asked],
              [told],
            ],
          },
        ],
      }),
  ],
  [
    'split.xlsx',
    () =>
      writeXlsx({
        sheets: [
          {
            name: 'SSP',
            rows: [
              ['AC-6 (5)', 'Control Summary Information'],
              ...['Implementation Status (check all that apply):', status, planned].map((text) => [text]),
              ...['Control Origination (check all that apply):', origin, customer, asked, told].map((text) => [text]),
            ],
          },
        ],
      }),
  ],
  [
    'page.html',
    () =>
      `<table><tr><th>AC-6 (5)</th><th>Control Summary Information</th></tr><tr><td colspan="2">Implementation Status (check all that apply):<br>${status}<br>${planned}</td></tr><tr><td colspan="2"><p>Control Origination (check all that apply):</p><p>${origin}</p><p>${customer}</p></td></tr></table><table><tr><td>${asked}</td></tr><tr><td>${told}</td></tr></table>`,
  ],
  [
    'page.md',
    () =>
      `| AC-6 (5) | Control Summary Information |\n|---|---|\n| Implementation Status (check all that apply): | [x] Implemented<br>[ ] Planned |\n| Control Origination (check all that apply): | ${origin}<br/>${customer} |\n\n| ${asked} |\n|---|\n| ${told} |\n`,
  ],
])('the same tables in %s say the same', async (name, content) => {
  const file = await imported(name, await content())
  expect(file.declined).toBeUndefined()
  expect(file.claims).toMatchObject([
    { requirement: 'AC.L2-3.1.5', translatedFrom: 'AC-6 (5)', ownership: 'client', text: told },
  ])
})

test('controls without a counterpart are told by place, and make no claim', async () => {
  const file = await imported(
    'ssp.docx',
    docxWith(
      ['AC-1', 'AC-2(1)', 'AC-2'].map((id) => revisionFive({ id, ticked: ['Implemented', corporate] }, sign)).join(''),
    ),
  )
  expect(owners(file)).toEqual(['AC-2 provider'])
  const lost = file.issues.filter(({ message }) => message.includes('no counterpart'))
  expect(lost.map(({ at }) => at)).toEqual(['Table!A4'])
  expect(lost[0]!.message).toContain('Table (3)!A4')
})

describe('a plan in the manner of NIST SP 800-171 names no party', () => {
  const boxed = `${control(true)}${run(' Implemented ')}${control(false)}${run(' Planned to be Implemented ')}${control(false)}${run(' Not Applicable')}`
  const asks = '3.1.1 Limit system access to authorized users'
  test.each<readonly [string, string, string]>([
    ['in running text', paragraph(asks) + paragraph(boxed) + paragraph('We use a directory.'), 'running text'],
    [
      'in a table for each requirement',
      table(row(`<w:tc>${paragraph(asks)}${paragraph(boxed)}</w:tc>`), row(cell('We use a directory.'))),
      'its boxes say how far each requirement is in place',
    ],
    [
      'in one table of all',
      table(
        row(cell('Requirement'), cell('Description'), cell('Implementation Status')),
        row(cell('3.1.1'), cell('Limit system access'), cell(boxed)),
        row(cell('3.1.2'), cell('Limit functions'), cell(boxed)),
      ),
      'its boxes say how far each requirement is in place',
    ],
  ])('%s', async (_, body, why) => {
    const file = await imported('cui.docx', docxWith(body))
    expect(file.claims).toEqual([])
    expect(file.declined).toContain(why)
  })

  test('its boxes in running text are told', async () => {
    const { issues } = await imported('cui.docx', docxWith(paragraph(asks) + paragraph(boxed)))
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('boxes to tick stand outside any table, in 1 of its paragraphs'),
    ])
  })
})

test('a matrix whose cells hold boxes says what is ticked, and nothing else of it', async () => {
  const rows = [
    '☒ Provider ☐ Customer ☐ Shared',
    '☐ Provider ☒ Customer',
    '☒ Provider ☒ Customer',
    '☐ Provider ☐ Customer',
    '✗ Provider',
  ]
  const text = rows.map((words, index) => `3.1.${index + 1},${words}`).join('\n')
  const { claims } = await imported('boxes.csv', `Requirement,Responsibility\n${text}\n`)
  expect(claims.map(({ ownership }) => ownership)).toEqual(['provider', 'client', 'shared', 'unclear', 'unclear'])
})
