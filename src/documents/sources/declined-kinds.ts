// Kinds of files that are not read, each told by its first bytes, and what their owners can do.

interface DeclinedKind {
  readonly is: (head: string) => boolean
  readonly because: string
}

export const picture =
  'it is a picture: a picture of a table cannot be read. Give the table itself (.xlsx, .docx, .csv, .html)'
const packed = 'it is a packed archive; unpack it and give the file in it'
const begins =
  (...heads: readonly string[]) =>
  (head: string) =>
    heads.some((one) => head.startsWith(one))

const kinds: readonly DeclinedKind[] = [
  {
    is: (head) => head.slice(0, 1024).includes('%PDF-'),
    because:
      'it is a PDF, which keeps no tables; print or export the table to Excel, Word or CSV where it was made, and give that',
  },
  { is: begins('\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'), because: picture },
  { is: (head) => head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0', because: picture },
  { is: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP', because: picture },
  { is: (head) => /^ftyp(heic|heix|mif1|avif)/.test(head.slice(4, 12)), because: picture },
  { is: begins('\u001f\u008b', '7z\u00bc\u00af\u0027\u001c', 'Rar!', 'BZh', '\u00fd7zXZ'), because: packed },
  {
    is: begins('{\\rtf'),
    because: 'it is in Rich Text Format (.rtf); open it in Word and save it as "Word Document (.docx)"',
  },
  {
    is: (head) => /^(mime-version|from|date|content-type|message-id):/i.test(head) && /^mime-version:/im.test(head),
    because: 'it is a web archive or a mail (.mht, .eml); save it as a web page (.html) or a Word document (.docx)',
  },
  {
    is: (head) => /^\s*(\u00ef\u00bb\u00bf)?<\?xml[^>]*>\s*<\?mso-application\s+progid="Excel/i.test(head),
    because: 'it is an Excel XML spreadsheet of 2003; open it in Excel and save it as "Excel Workbook (.xlsx)"',
  },
]

/** By what the file begins with, a letter for each byte. */
export function whyDeclined(head: string): string | undefined {
  return kinds.find(({ is }) => is(head))?.because
}

const compound = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'

/** The container of Office files before 2007, and of those with a password today. */
export function isCompound(head: string): boolean {
  return head.startsWith(compound)
}

/** Undefined for an old workbook. Names in a compound file are UTF-16. */
export function whyCompoundDeclined(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (name: string): boolean => buffer.includes(name, 0, 'utf16le')
  if (holds('EncryptedPackage')) return 'it is protected with a password; open it, save it without one, and give that'
  if (holds('WordDocument'))
    return 'it is a Word document in the old format (.doc); open it in Word and save it as "Word Document (.docx)"'
  if (holds('Workbook') || holds('Book')) return undefined
  return 'it is an old Office file or a mail; save the table as .xlsx, .docx or .csv, and give that'
}

/** Of a zip that no reader knows. */
export function whyPackageDeclined(names: readonly string[]): string {
  const has = (wanted: RegExp): boolean => names.some((name) => wanted.test(name))
  if (has(/^xl\/workbook\.bin$/i))
    return 'it is a binary Excel workbook (.xlsb); open it in Excel and save it as "Excel Workbook (.xlsx)"'
  if (has(/^ppt\//i)) return 'it is a PowerPoint presentation; copy the table into Excel or Word and give that'
  if (has(/^Index\/.*\.iwa$/i)) return 'it is a document of Numbers or Pages; export it to Excel or Word'
  return packed
}
