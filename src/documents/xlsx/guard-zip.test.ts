import { expect, test } from 'vitest'
import { workbookWith, zipOf } from './testing/guard-samples.ts'
import { guardZip } from './guard-zip.ts'

const whole = workbookWith({})

function said(bytes: Uint8Array): string {
  const read = guardZip(bytes, () => true)
  return read.ok
    ? `parts: ${[...read.value.keys()].join(' ')}`
    : read.issues.map(({ at, message }) => `${at}: ${message}`).join('\n')
}

function withPart(name: string, says = {}): Uint8Array {
  return workbookWith({ more: [{ name, text: '<a/>', says }] })
}

function patched(at: number, value: number): Uint8Array {
  const copy = Buffer.from(whole)
  copy.writeUInt32LE(value, at)
  return copy
}

const end = whole.length - 22
const oldWorkbook = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)])

test('a workbook is unpacked part by part, and only what is needed', () => {
  expect(said(whole)).toBe(
    'parts: [Content_Types].xml _rels/.rels xl/workbook.xml xl/_rels/workbook.xml.rels xl/worksheets/sheet1.xml',
  )
  const read = guardZip(withPart('xl/media/a.png'), (name) => name.endsWith('workbook.xml'))
  expect(read.ok && [...read.value.keys()]).toEqual(['xl/workbook.xml'])
})

test.each<readonly [string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'it is empty'],
  ['text', Buffer.from('hello'), 'it is not a workbook (.xlsx)'],
  ['a CSV file', Buffer.from('Activity,MSP,Client\nBackups,x,y\n'), 'CSV file with another name; open it in Excel'],
  ['a web page', Buffer.from('<html><table>'), 'a web page with another name'],
  ['an XML file', Buffer.from('<?xml version="1.0"?><a/>'), 'it is an XML file'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'it is a PDF'],
  ['an old workbook', oldWorkbook, 'the old format (.xls)'],
  [
    'a workbook with a password',
    Buffer.concat([oldWorkbook, Buffer.from('EncryptedPackage', 'utf16le')]),
    'protected with a password; open it in Excel, remove the password',
  ],
  [
    'an OpenDocument file',
    zipOf([
      { name: 'content.xml', text: '' },
      { name: 'META-INF/manifest.xml', text: '' },
    ]),
    '(.ods)',
  ],
  ['a binary workbook', withPart('xl/workbook.bin'), '(.xlsb)'],
  ['a Word document', withPart('word/document.xml'), 'it is a Word document'],
  ['a presentation', withPart('ppt/presentation.xml'), 'it is a PowerPoint presentation'],
  ['some zip', zipOf([{ name: 'readme.txt', text: 'hello' }]), '[Content_Types].xml is missing'],
  ['an empty zip', zipOf([]), 'it is an empty or split zip archive'],
  ['a part that leads up', withPart('../../etc/passwd'), 'would lead out of the file'],
  ['a part that leads up in the middle', withPart('xl/../../a.xml'), 'would lead out of the file'],
  ['a part from the root', withPart('/etc/passwd'), 'would lead out of the file'],
  ['a part from another disk', withPart('C:/a.xml'), 'would lead out of the file'],
  ['a part with a backslash', withPart('xl\\a.xml'), 'would lead out of the file'],
  ['a part with a zero byte', withPart('xl/a.xml\u0000.png'), 'would lead out of the file'],
  ['the same part twice', withPart('xl/workbook.xml'), 'it holds the part xl/workbook.xml twice'],
  ['the same part in capitals', withPart('XL/Workbook.XML'), 'it holds the part XL/Workbook.XML twice'],
  ['an encrypted part', withPart('xl/a.xml', { flags: 1 }), 'save it without a password'],
  ['a part that says it is larger', withPart('xl/a.xml', { size: 900 }), 'the part xl/a.xml: it is damaged'],
  ['a part that says it is smaller', withPart('xl/a.xml', { size: 2 }), 'the part xl/a.xml: it is damaged'],
  ['a part that says it ends elsewhere', withPart('xl/a.xml', { packed: 5000 }), 'it is damaged or cut off'],
  ['a part with two names', withPart('xl/a.xml', { local: 'xl/b.xml' }), 'it is damaged or cut off'],
  ['a zip64 part', withPart('xl/a.xml', { size: 0xffffffff }), 'zip64'],
  ['a document type', workbookWith({ head: '<!DOCTYPE a>' }), 'it declares a document type'],
  ['text in UTF-16', zipOf([{ name: '[Content_Types].xml', text: Buffer.from('<a/>', 'utf16le') }]), 'not UTF-8'],
  ['zip64 in all', patched(end + 16, 0xffffffff), 'zip64'],
  ['a directory elsewhere', patched(end + 16, 12), 'it is damaged or cut off'],
  ['several disks', patched(end + 4, 1), 'it is damaged or cut off'],
  ['something behind it', Buffer.concat([whole, Buffer.from('more')]), 'it is damaged or cut off'],
])('%s is refused', (_, bytes, words) => {
  expect(said(bytes)).toContain(words)
})

test('cut off anywhere, it is refused', () => {
  for (let length = 0; length < whole.length; length += 7)
    expect(said(whole.subarray(0, length))).toMatch(/^the file: /)
})

test('with any byte changed, it is the same, refused, or differs in what nobody reads', () => {
  for (let at = 0; at < whole.length; at += 3) {
    const copy = Buffer.from(whole)
    copy[at]! ^= 0x55
    expect(said(copy)).toMatch(/^(the file: |the part |parts: )/)
  }
})
