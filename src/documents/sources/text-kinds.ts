// How texts are told apart: what they begin with and hold; the end of the file's name decides only where that leaves it open.
import { jsonFault } from '../json-scan.ts'
import { picture } from './declined-kinds.ts'
import { readDelimited } from './delimited/read-delimited.ts'
import { guessDelimiter } from './delimited/delimiter.ts'
import { readHtml } from './html/read-html.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { cellsInLine } from './markdown/row-cells.ts'
import { packDocument } from './packed-document.ts'
import { SourceFault } from './source-fault.ts'
import type { SourceKind, TextFile } from './source-file.ts'
import { checkSize } from './source-limits.ts'
import { readValues } from './values/read-values.ts'

const endings: Readonly<Record<string, readonly string[]>> = {
  html: ['html', 'htm', 'xhtml'],
  markdown: ['md', 'markdown', 'mdx', 'mkd'],
  delimited: ['csv', 'tsv', 'tab', 'psv'],
  json: ['json'],
  yaml: ['yaml', 'yml'],
}

function named(kind: string, { extension }: TextFile): boolean {
  return endings[kind]!.includes(extension)
}

function namedOtherwise(kind: string, file: TextFile): boolean {
  return Object.keys(endings).some((other) => other !== kind && named(other, file))
}

/** In the order in which they are asked. */
export const textKinds: readonly SourceKind<TextFile>[] = [
  {
    name: 'html',
    recognise: (file) => isPage(file.text) || (!namedOtherwise('html', file) && isFragment(file.text)),
    read: (file) => limited(file, 32, readHtml),
  },
  {
    name: 'drawing',
    recognise: ({ text }) => /^\s*(<\?xml[^>]{0,200}\?>\s*)?(<!--[^>]{0,500}-->\s*)?<svg\b/i.test(text.slice(0, 8192)),
    read: () => {
      throw new SourceFault(picture)
    },
  },
  {
    name: 'xml',
    recognise: ({ text, extension }) =>
      /^\s*<(\?xml\b|[a-z][\w:.-]*\s[^>]{0,1000}\bxmlns\b)/i.test(text.slice(0, 8192)) ||
      (extension === 'xml' && /^\s*</.test(text)),
    read: () => {
      throw new SourceFault(
        'it is XML, which is not read; give it as JSON where it is OSCAL, else as .xlsx, .csv or .html',
      )
    },
  },
  {
    name: 'json',
    recognise: (file) =>
      named('json', file) ||
      (!namedOtherwise('json', file) && /^\s*[[{]/.test(file.text) && jsonFault(file.text) === undefined),
    read: async (file) => readValues(file, 'json'),
  },
  { name: 'yaml', recognise: (file) => named('yaml', file), read: async (file) => readValues(file, 'yaml') },
  {
    name: 'delimited',
    recognise: (file) => named('delimited', file),
    read: (file) => readDelimited(file),
  },
  {
    name: 'markdown',
    recognise: (file) => named('markdown', file) || holdsMarkdownTable(file.text),
    read: (file) => limited(file, 16, readMarkdown),
  },
  { name: 'delimited', recognise: (file) => isDelimited(file.text), read: (file) => readDelimited(file) },
  { name: 'yaml', recognise: (file) => isYaml(file.text), read: async (file) => readValues(file, 'yaml') },
  { name: 'text', recognise: () => true, read: (file) => proseOnly(file) },
]

function limited<Read>(file: TextFile, megabytes: number, read: (file: TextFile) => Read): Read {
  checkSize(file.bytes, megabytes)
  return read(file)
}

function isPage(text: string): boolean {
  return /^\s*(<\?xml[^>]{0,200}\?>\s*)?(<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(!doctype\s+html|html)\b/i.test(
    text.slice(0, 8192),
  )
}

function isFragment(text: string): boolean {
  return (
    /^\s*<(!--|head|body|meta|title|style|link|table|caption|thead|tbody|tr|div|center|p|span|font|h[1-6]|section|article|main|ul|ol|b)\b/i.test(
      text.slice(0, 1000),
    ) && /<table\b/i.test(text)
  )
}

/** A line of dashes between bars under a line of as many cells. */
function holdsMarkdownTable(text: string): boolean {
  for (const found of text.matchAll(
    /\n[ \t>]{0,20}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?=\r?\n|$)/g,
  )) {
    if (!found[0].includes('|')) continue
    const head = text.slice(text.lastIndexOf('\n', found.index - 1) + 1, found.index)
    if (cellsInLine(head.trim()).length === cellsInLine(found[0].trim()).length) return true
  }
  return false
}

const enough = 0.8

function isDelimited(text: string): boolean {
  if (/^"?sep=[,;\t|]"?\r?\n/.test(text)) return true
  const { share, records, delimiter } = guessDelimiter(text)
  if (records < 2 || share < enough) return false
  return delimiter !== ',' || !looksLikeSentences(text)
}

/** Prose whose lines happen to hold one comma each. */
function looksLikeSentences(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const sentences = lines.filter((line) => /, \S.*[.!?]\s*$/.test(line) && !line.includes('"'))
  return sentences.length * 2 > lines.length
}

function isYaml(text: string): boolean {
  return (
    /^(---[ \t]*\r?\n)?(#[^\n]*\n|\s*\n){0,50}([A-Za-z_"'][\w "'./-]{0,80}:([ \t]|\r?\n)|- [\w"'])/.test(text) &&
    /\n[ \t]*- [\w"'-]+[\w "'./-]*:/.test(text)
  )
}

/** It can be read, and holds no table: whoever asked declines it by its words. */
function proseOnly({ text, issues }: TextFile): ReturnType<SourceKind<TextFile>['read']> {
  const prose = text.replaceAll(/\s+/g, ' ').trim().length
  return packDocument({ format: 'text', tables: [], statements: [], prose, pictures: 0, issues })
}
