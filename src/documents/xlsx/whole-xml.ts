// Whether a part of a workbook is whole XML: every element closed, in order, and nothing after the last. Its parser would take what is cut off for the end.

const [bang, quotes, apostrophe, slash, less, greater, question] = [33, 34, 39, 47, 60, 62, 63]

/** Undefined where it is whole; else what is wrong. Linear in the text. */
export function xmlFault(xml: string): string | undefined {
  if (xml.includes('\u0000')) return 'it holds bytes that no text holds'
  const open: string[] = []
  let closed = false
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const end = endOfMarkup(xml, at)
    if (end === -1) return 'it is cut off'
    if (!isAside(xml, at)) {
      if (closed) return 'something follows its end'
      const fault = take(xml, { at, end }, open)
      if (fault !== undefined) return fault
      closed = open.length === 0
    }
    at = end
  }
  return closed ? undefined : 'it is cut off'
}

/** A comment, raw text, an instruction or a declaration. */
function isAside(xml: string, at: number): boolean {
  const sign = xml.charCodeAt(at + 1)
  return sign === bang || sign === question
}

/** Behind the mark that ends a comment, raw text, an instruction or a tag; a quoted value may hold any sign but its quote. */
function endOfMarkup(xml: string, at: number): number {
  const [begin, close] = isAside(xml, at) ? (marks.find(([mark]) => xml.startsWith(mark, at)) ?? []) : []
  if (begin === undefined || close === undefined) return endOfTag(xml, at)
  const found = xml.indexOf(close, at + begin.length)
  return found === -1 ? -1 : found + close.length
}

function endOfTag(xml: string, at: number): number {
  for (let index = at + 1; index < xml.length; index += 1) {
    const sign = xml.charCodeAt(index)
    if (sign > greater) continue
    if (sign === greater) return index + 1
    if (sign === less) return -1
    if (sign === quotes || sign === apostrophe) index = xml.indexOf(xml[index]!, index + 1)
    if (index === -1) return -1
  }
  return -1
}

const marks = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** A tag: opens an element, closes the last that is open, or does both. */
function take(
  xml: string,
  { at, end }: { readonly at: number; readonly end: number },
  open: string[],
): string | undefined {
  if (xml.charCodeAt(at + 1) === slash) {
    const name = nameIn(xml, at + 2)
    return open.pop() === name ? undefined : `</${name}> closes nothing that is open`
  }
  if (xml.charCodeAt(end - 2) !== slash) open.push(nameIn(xml, at + 1))
  return undefined
}

/** To the first space, slash or end of the tag. */
function nameIn(xml: string, from: number): string {
  let to = from
  while (!endsName(xml.charCodeAt(to))) to += 1
  return xml.slice(from, to)
}

function endsName(sign: number): boolean {
  return sign <= 32 ? isSpace(sign) : sign === slash || sign === greater || (sign > 127 && isSpace(sign))
}

function isSpace(sign: number): boolean {
  return /\s/.test(String.fromCharCode(sign))
}
