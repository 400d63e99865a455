// The records of a delimited text, cell by cell, as stretches of it: nothing is cut out, and broken quotes are taken as Papa Parse takes them.

/** One cell, and whether it is the last of its record, or of the text. */
export type Ends = 'cell' | 'record' | 'text'

export interface RecordScan {
  readonly text: string
  readonly delimiter: string
  readonly lineEnd: string
  /** where the next cell begins */
  at: number
  /** the stretch of the last cell, without the quotes around it */
  from: number
  to: number
  quoted: boolean
  /** a quotation mark is doubled in it */
  doubled: boolean
  /** what is wrong first with the quotes since somebody took this away */
  fault: 'unclosed' | 'stray' | undefined
  /** of the text from `at` on; its length where there is none */
  nextDelimiter: number
  nextLineEnd: number
}

export function scanOf({
  text,
  delimiter,
  lineEnd,
  start,
}: Pick<RecordScan, 'text' | 'delimiter' | 'lineEnd'> & { readonly start: number }): RecordScan {
  const nothing = { from: start, to: start, quoted: false, doubled: false, fault: undefined }
  return { text, delimiter, lineEnd, at: start, ...nothing, nextDelimiter: -1, nextLineEnd: -1 }
}

const quote = 34

export function nextCell(scan: RecordScan): Ends {
  scan.doubled = false
  scan.quoted = scan.text.charCodeAt(scan.at) === quote
  if (scan.quoted) return quotedCell(scan)
  scan.from = scan.at
  scan.to = stopAfter(scan, scan.at)
  return goBehind(scan, scan.to)
}

/** A quote ends a cell where nothing but blanks stands between it and what ends cells; any other is one of its letters. */
function quotedCell(scan: RecordScan): Ends {
  const { text } = scan
  scan.from = scan.at + 1
  for (let at = text.indexOf('"', scan.from); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === quote) {
      scan.doubled = true
      at += 1
      continue
    }
    const stop = at + 1 === text.length ? at + 1 : stopAfter(scan, at + 1)
    if (at + 1 === stop || (stop < text.length && isBlank(text, at + 1, stop))) {
      scan.to = at
      return goBehind(scan, stop)
    }
    scan.fault ??= 'stray'
  }
  return unclosed(scan)
}

/** All the rest of the text, as it is. */
function unclosed(scan: RecordScan): Ends {
  scan.fault ??= 'unclosed'
  scan.doubled = false
  scan.to = scan.text.length
  return 'text'
}

function stopAfter(scan: RecordScan, at: number): number {
  if (scan.nextDelimiter < at) scan.nextDelimiter = found(scan.text, scan.delimiter, at)
  if (scan.nextLineEnd < at) scan.nextLineEnd = found(scan.text, scan.lineEnd, at)
  return Math.min(scan.nextDelimiter, scan.nextLineEnd)
}

function found(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at === -1 ? text.length : at
}

function goBehind(scan: RecordScan, stop: number): Ends {
  if (stop === scan.text.length) return 'text'
  const divides = stop === scan.nextDelimiter
  scan.at = stop + (divides ? 1 : scan.lineEnd.length)
  return divides ? 'cell' : 'record'
}

/** Ends at the first letter, so that a text of nothing but quotes and blanks is still read once. */
function isBlank(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from)
  return (first <= 32 || first > 127) && text.slice(from, to).trimStart() === ''
}
