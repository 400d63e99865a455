// Workbooks as attackers, other programs and accidents make them, for tests: each is made when it is asked for.
import { crc32, deflateRawSync } from 'node:zlib'

interface Part {
  readonly name: string
  readonly text: string | Uint8Array
  /** what the directory says instead of the truth */
  readonly says?: { readonly size?: number; readonly flags?: number; readonly local?: string; readonly packed?: number }
}

/** A zip, written out by hand so that it can lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, text, says = {} } of parts) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain, { level: 1 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(says.flags ?? 0, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(plain), 10)
    head.writeUInt32LE(says.packed ?? packed.length, 14)
    head.writeUInt32LE(says.size ?? plain.length, 18)
    const localName = Buffer.from(says.local ?? name)
    const centralName = Buffer.from(name)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), lengthened(head, localName), localName, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), lengthened(head, centralName), tail, centralName)
    files.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, directory, end])
}

function lengthened(head: Buffer, name: Buffer): Buffer {
  const copy = Buffer.from(head)
  copy.writeUInt16LE(name.length, 22)
  return copy
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

interface Content {
  /** in place of the rows */
  readonly data?: string | Uint8Array
  readonly before?: string
  readonly after?: string
  readonly strings?: string | Uint8Array
  readonly sheets?: readonly string[]
  readonly more?: readonly Part[]
  readonly head?: string
}

const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Text</t></is></c></row>'

/** A whole workbook with something wrong in it. */
export function workbookWith({
  data = row,
  before = '',
  after = '',
  head = '',
  strings,
  sheets = ['One'],
  more = [],
}: Content): Buffer {
  const body = Buffer.concat([
    Buffer.from(`${xml}${head}<worksheet xmlns="${main}">${before}<sheetData>`),
    Buffer.from(data),
    Buffer.from(`</sheetData>${after}</worksheet>`),
  ])
  const named = sheets.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const related = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
  )
  if (strings !== undefined)
    related.push(`<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`)
  return zipOf([
    {
      name: '[Content_Types].xml',
      text: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${xml}<Relationships xmlns="${relations}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${xml}<Relationships xmlns="${relations}">${related.join('')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', text: body },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', text: strings }]),
    ...more,
  ])
}

const megabyte = 1024 * 1024
const laughs =
  '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

function repeated(count: number, make: (index: number) => string): Buffer {
  const pieces: string[] = []
  for (let index = 0; index < count; index += 1) pieces.push(make(index))
  return Buffer.from(pieces.join(''))
}

/** Those that cost memory or time where nobody stops them. */
export const costly: Readonly<Record<string, () => Uint8Array>> = {
  'a part of 100 MB': () => workbookWith({ more: [{ name: 'xl/more.xml', text: Buffer.alloc(100 * megabyte, 32) }] }),
  'three parts of 60 MB': () =>
    workbookWith({
      more: ['a', 'b', 'c'].map((name) => ({ name: `xl/${name}.xml`, text: Buffer.alloc(60 * megabyte, 32) })),
    }),
  'a part that says it is small': () =>
    workbookWith({ more: [{ name: 'xl/more.xml', text: Buffer.alloc(100 * megabyte, 32), says: { size: 1000 } }] }),
  'a picture of 100 MB': () =>
    workbookWith({ more: [{ name: 'xl/media/image1.png', text: Buffer.alloc(100 * megabyte) }] }),
  'a million rows': () =>
    workbookWith({
      data: repeated(1_048_576, (index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`),
    }),
  'a billion laughs': () =>
    workbookWith({ head: laughs, data: '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>' }),
  'two cells 17 billion apart': () =>
    workbookWith({
      data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    }),
  'a merge of the whole sheet': () =>
    workbookWith({ after: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
  'a hundred thousand merges': () =>
    workbookWith({
      after: `<mergeCells>${repeated(100_000, (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`).toString()}</mergeCells>`,
    }),
  'a validation of the whole sheet': () =>
    workbookWith({
      after:
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
    }),
  'a column that ends at 99999999': () =>
    workbookWith({ before: '<cols><col min="1" max="99999999" width="9" hidden="1"/></cols>' }),
  'eight million empty strings': () =>
    workbookWith({
      strings: Buffer.concat([
        Buffer.from(`${xml}<sst xmlns="${main}">`),
        Buffer.alloc(5 * 8_000_000, '<si/>'),
        Buffer.from('</sst>'),
      ]),
    }),
  'a cell in column ZZZZZZ': () => workbookWith({ data: '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>' }),
  'a cell in row 99999999999': () =>
    workbookWith({ data: '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>' }),
  'three hundred columns': () =>
    workbookWith({ data: `<row r="1">${repeated(300, () => '<c><v>1</v></c>').toString()}</row>` }),
  'a text of millions of letters in each of many cells': () =>
    workbookWith({
      strings: `${xml}<sst xmlns="${main}"><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`,
      data: repeated(10_000, (index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`),
    }),
  'rows that nest': () => workbookWith({ data: '<row>'.repeat(2_000_000) }),
  'thousands of parts': () =>
    zipOf(Array.from({ length: 2_500 }, (_, index) => ({ name: `xl/${index}.xml`, text: '' }))),
  '26 MB of nothing': () => Buffer.alloc(26 * megabyte),
}
