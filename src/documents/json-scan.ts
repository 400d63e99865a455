// JSON text looked over before it is parsed: where its grammar breaks, a key that stands twice, more than a document may hold.
import { brief } from '../core/brief.ts'
import { depthLimit, valueLimit } from './guard.ts'

export interface JsonFault {
  /** index into the text, in UTF-16 code units */
  readonly position: number
  readonly message: string
}

type Wanted = 'value' | 'item' | 'key' | 'field' | 'colon' | 'more' | 'end'

interface Scan {
  readonly text: string
  /** what is open: the keys seen so far with their places, or undefined for a list */
  readonly open: (Map<string, number> | undefined)[]
  at: number
  wanted: Wanted
  values: number
}

const bareWord = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** The first fault, or undefined for JSON that `JSON.parse` takes; one pass, without recursion. */
export function jsonFault(text: string): JsonFault | undefined {
  const scan: Scan = { text, open: [], at: 0, wanted: 'value', values: 0 }
  for (;;) {
    skipBlanks(scan)
    if (scan.at >= text.length) return scan.wanted === 'end' ? undefined : cutShort(scan)
    const fault = steps[scan.wanted](scan)
    if (fault) return fault
  }
}

const steps: Readonly<Record<Wanted, (scan: Scan) => JsonFault | undefined>> = {
  value: takeValue,
  item: (scan) => (scan.text[scan.at] === ']' ? close(scan) : takeValue(scan)),
  key: takeKey,
  field: (scan) => (scan.text[scan.at] === '}' ? close(scan) : takeKey(scan)),
  colon: (scan) => {
    if (scan.text[scan.at] !== ':') return unexpected(scan, 'a colon after the name of the field')
    return advance(scan, 'value')
  },
  more: (scan) => {
    const inList = scan.open.at(-1) === undefined
    const here = scan.text[scan.at]
    if (here === (inList ? ']' : '}')) return close(scan)
    if (here === ',') return advance(scan, inList ? 'value' : 'key')
    return unexpected(scan, inList ? 'a comma or the end of the list, ]' : 'a comma or the end of the group, }')
  },
  end: (scan) => unexpected(scan, 'nothing after the end of the document'),
}

function takeValue(scan: Scan): JsonFault | undefined {
  scan.values += 1
  if (scan.values > valueLimit)
    return { position: scan.at, message: `it holds more than ${valueLimit} values, more than Demarc reads` }
  const here = scan.text[scan.at]
  if (here === '{' || here === '[') return descend(scan, here)
  if (here === '"') {
    const end = endOfString(scan)
    if (typeof end !== 'number') return end
    scan.at = end
  } else {
    bareWord.lastIndex = scan.at
    if (!bareWord.test(scan.text)) return unexpected(scan, 'a value')
    scan.at = bareWord.lastIndex
  }
  return settle(scan)
}

function descend(scan: Scan, bracket: '{' | '['): JsonFault | undefined {
  if (scan.open.length >= depthLimit)
    return { position: scan.at, message: `it nests deeper than ${depthLimit} levels, more than Demarc reads` }
  scan.open.push(bracket === '{' ? new Map() : undefined)
  return advance(scan, bracket === '{' ? 'field' : 'item')
}

function close(scan: Scan): undefined {
  scan.open.pop()
  scan.at += 1
  return settle(scan)
}

function settle(scan: Scan): undefined {
  scan.wanted = scan.open.length === 0 ? 'end' : 'more'
}

function advance(scan: Scan, wanted: Wanted): undefined {
  scan.at += 1
  scan.wanted = wanted
}

function takeKey(scan: Scan): JsonFault | undefined {
  if (scan.text[scan.at] !== '"') return unexpected(scan, 'the name of a field in double quotes')
  const begin = scan.at
  const end = endOfString(scan)
  if (typeof end !== 'number') return end
  const raw = scan.text.slice(begin, end)
  const key = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1)
  const keys = scan.open.at(-1)!
  const earlier = keys.get(key)
  if (earlier !== undefined) {
    const message = `"${brief(key)}" stands twice in one group of fields, first at ${sayPlace(scan.text, earlier)}; keep one`
    return { position: begin, message }
  }
  keys.set(key, begin)
  scan.at = end
  scan.wanted = 'colon'
  return undefined
}

/** The index behind the closing quote. */
function endOfString(scan: Scan): number | JsonFault {
  const { text } = scan
  for (let at = scan.at + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) return at + 1
    if (unit < 0x20)
      return {
        position: at,
        message:
          'this is not JSON: a text breaks off at the end of its line, or holds a control character; write \\n or \\t',
      }
    if (unit === 0x5c) {
      const length = escapeLength(text, at)
      if (length === undefined)
        return {
          position: at,
          message: `this is not JSON: "${brief(text.slice(at, at + 2))}" is no escape; write \\\\ for a backslash`,
        }
      at += length - 1
    }
  }
  return cutShort(scan)
}

function escapeLength(text: string, at: number): number | undefined {
  const kind = text[at + 1]
  if (kind === undefined) return 1
  if (kind !== 'u') return '"\\/bfnrt'.includes(kind) ? 2 : undefined
  const digits = text.slice(at + 2, at + 6)
  const complete = digits.length === 4 || at + 2 + digits.length === text.length
  return complete && /^[0-9a-f]*$/i.test(digits) ? 2 + digits.length : undefined
}

function skipBlanks(scan: Scan): void {
  const { text } = scan
  while (scan.at < text.length) {
    const unit = text.charCodeAt(scan.at)
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return
    scan.at += 1
  }
}

function unexpected(scan: Scan, wanted: string): JsonFault {
  const [found = ''] = /^(?:[\p{L}\d_.+-]{1,24}|.)/u.exec(scan.text.slice(scan.at, scan.at + 24)) ?? []
  return { position: scan.at, message: `this is not JSON: expected ${wanted}, found ${brief(found)}` }
}

function cutShort(scan: Scan): JsonFault {
  return {
    position: scan.text.length,
    message: 'this is not complete JSON: it breaks off here; the file seems to be cut short',
  }
}

/**
 * At least how many fields the text of valid JSON names: exactly so many, unless a text in it looks like the end of a name.
 * Infinity where the layout hides them.
 */
export function keysNamedIn(text: string): number {
  if (/"\s+:/.test(text)) return Infinity
  let count = 0
  for (let at = text.indexOf('":'); at !== -1; at = text.indexOf('":', at + 2)) count += 1
  return count
}

/** `line 3, column 8`, both from 1. */
export function sayPlace(text: string, position: number): string {
  let line = 1
  let begin = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < position; end = text.indexOf('\n', begin)) {
    line += 1
    begin = end + 1
  }
  return `line ${line}, column ${position - begin + 1}`
}
