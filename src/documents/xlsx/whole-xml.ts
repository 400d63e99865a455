// Whether a part of a workbook is whole XML: every element closed, in order, and nothing after the last. Its parser would take what is cut off for the end.

const nameEnd = /[\s/>]/g

/** Undefined where it is whole; else what is wrong. Linear in the text. */
export function xmlFault(xml: string): string | undefined {
  if (xml.includes('\u0000')) return 'it holds bytes that no text holds'
  const open: string[] = []
  let closed = false
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const end = endOfMarkup(xml, at)
    if (end === -1) return 'it is cut off'
    const fault = take(xml.slice(at, end), open, closed)
    if (fault !== undefined) return fault
    closed ||= open.length === 0 && !/^<[?!]/.test(xml.slice(at, at + 2))
    at = end
  }
  return closed ? undefined : 'it is cut off'
}

/** Behind the mark that ends a comment, raw text, an instruction or a tag; a quoted value may hold any sign but its quote. */
function endOfMarkup(xml: string, at: number): number {
  const [begin, close] = marks.find(([mark]) => xml.startsWith(mark, at)) ?? []
  if (begin !== undefined && close !== undefined) {
    const found = xml.indexOf(close, at + begin.length)
    return found === -1 ? -1 : found + close.length
  }
  let quote = ''
  for (let index = at + 1; index < xml.length; index += 1) {
    const sign = xml[index]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return index + 1
    else if (sign === '<') return -1
  }
  return -1
}

const marks = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

function take(markup: string, open: string[], closed: boolean): string | undefined {
  if (/^<[?!]/.test(markup)) return undefined
  if (closed) return 'something follows its end'
  if (markup.startsWith('</')) {
    const name = nameIn(markup, 2)
    return open.pop() === name ? undefined : `</${name}> closes nothing that is open`
  }
  if (!markup.endsWith('/>')) open.push(nameIn(markup, 1))
  return undefined
}

function nameIn(markup: string, from: number): string {
  nameEnd.lastIndex = from
  return markup.slice(from, nameEnd.exec(markup)?.index)
}
