// A template of our own making, laid out as the DoD results template is but small, for tests to fill in and to spoil.
import { zipOf } from '../canonical-zip.ts'

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export interface BlankChoice {
  readonly numbers?: readonly string[]
  readonly version?: string
  readonly choices?: readonly string[]
  /** rows of the sheet of objectives, where they are not the usual ones */
  readonly headings?: readonly string[]
  readonly limit?: number
  readonly sheets?: readonly string[]
  /** already there, by cell of the sheet of objectives: `D3` */
  readonly filled?: Readonly<Record<string, string>>
}

const usual = [
  'Requirement Number',
  'Objective Number',
  'Artifacts',
  'Inherited',
  'If dependent on ESP, enter ESP Name',
  'Score',
]

export function blankTemplate(choice: BlankChoice = {}): Uint8Array {
  const { numbers = ['AC-1[a]', 'AC-1[b]', 'AC-2', 'AC-3', 'DOC-1'], version = '3.8', headings = usual } = choice
  const names = choice.sheets ?? ['Assessment', 'Requirement Objectives', 'Glossary', 'Lookup Values']
  const at = headings.indexOf('Objective Number')
  const objectives = [
    [`Provided by eMASS\nTemplate Version ${version}`],
    headings,
    ...numbers.map((number) => headings.map((_, index) => (index === at ? number : ''))),
  ]
  const sheets: Readonly<Record<string, string>> = {
    Assessment: sheet([
      ['Data Field', 'Required', 'Input'],
      ['OSC Name', 'Optional', ''],
      ['Assessment Start Date', 'Required', ''],
    ]),
    'Requirement Objectives': sheet(objectives, choice.filled),
    Glossary: sheet([
      ['Name', 'Character Limit (if free text)'],
      ['OSC Name', '100'],
      ['Provider Dependency ESP Name', String(choice.limit ?? 2000)],
    ]),
    'Lookup Values': sheet([['Inherited'], ...(choice.choices ?? ['None', 'Partial', 'Full']).map((value) => [value])]),
  }
  const encode = (text: string): Uint8Array =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
  return zipOf([
    [
      '[Content_Types].xml',
      encode(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
    ],
    [
      'xl/workbook.xml',
      encode(
        `<workbook xmlns="${main}" xmlns:r="${relationship}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 5}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      encode(
        `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relationship}/worksheet" Target="worksheets/part${9 - index}.xml"/>`).join('')}</Relationships>`,
      ),
    ],
    ['xl/calcChain.xml', encode('<calcChain/>')],
    ['xl/printerSettings/printerSettings1.bin', new Uint8Array([80, 0, 114, 0, 105, 0, 110, 0])],
    ...names.map(
      (name, index) => [`xl/worksheets/part${9 - index}.xml`, encode(sheets[name] ?? sheet([['']]))] as const,
    ),
    ['customXml/item1.xml', encode('<item/>')],
  ])
}

function sheet(rows: readonly (readonly string[])[], filled: BlankChoice['filled'] = {}): string {
  const xml = rows.map((cells, row) => {
    const inside = cells.map((text, index) => {
      const address = `${String.fromCharCode(65 + index)}${row + 1}`
      return cell(address, filled[address] ?? text)
    })
    return `<row r="${row + 1}" spans="1:${cells.length}">${inside.join('')}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetData>${xml.join('')}</sheetData><dataValidations count="1"><dataValidation type="list" sqref="D3:D99"><formula1>'Lookup Values'!$A$2:$A$4</formula1></dataValidation></dataValidations></worksheet>`
}

function cell(address: string, text: string): string {
  if (text === '') return `<c r="${address}" s="18"/>`
  if (text.startsWith('=')) return `<c r="${address}" s="18"><f>${text.slice(1)}</f></c>`
  return `<c r="${address}" s="7" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
}
