// What a file really is when it is not a workbook in the Office Open XML format, and what its owner can do.

const asXlsx = 'open it in Excel or LibreOffice and save it as "Excel Workbook (.xlsx)"'

/** Undefined for a zip, which may be a workbook. */
export function recognise(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'it is empty'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return undefined
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return ofCompound(bytes)
  if (startsWith(bytes, [0x50, 0x4b])) return 'it is an empty or split zip archive, not a workbook'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'it is a PDF; give the workbook itself'
  return ofText(bytes)
}

/** Of a zip whose parts are known by name. */
export function recognisePackage(names: readonly string[]): string | undefined {
  const has = (wanted: RegExp): boolean => names.some((name) => wanted.test(name))
  if (has(/^xl\/workbook\.bin$/i)) return `it is a binary Excel workbook (.xlsb); ${asXlsx}`
  if (has(/^content\.xml$/i) && has(/^META-INF\/manifest\.xml$/i))
    return `it is an OpenDocument file (.ods) with another name; ${asXlsx}`
  if (has(/^word\//i)) return 'it is a Word document; give the workbook (.xlsx)'
  if (has(/^ppt\//i)) return 'it is a PowerPoint presentation; give the workbook (.xlsx)'
  if (!has(/^\[Content_Types\]\.xml$/))
    return 'it is a zip archive but no workbook: the part [Content_Types].xml is missing'
  return undefined
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

function ofCompound(bytes: Uint8Array): string {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le')
  return locked
    ? 'it is protected with a password; open it in Excel, remove the password (File, Info, Protect Workbook) and save it'
    : `it is a workbook in the old format (.xls) or another old Office file; ${asXlsx}`
}

function ofText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (/^\s*(\u00ef\u00bb\u00bf)?\s*<(!doctype html|html|table)/i.test(head))
    return `it is a web page with another name; ${asXlsx}`
  if (/^\s*(\u00ef\u00bb\u00bf)?\s*</.test(head)) return `it is an XML file, not a workbook; ${asXlsx}`
  if (!head.includes('\u0000') && /[,;\t]/.test(head))
    return `it is text, perhaps a CSV file with another name; ${asXlsx}`
  return 'it is not a workbook (.xlsx)'
}
