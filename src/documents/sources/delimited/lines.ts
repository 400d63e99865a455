// The text of a delimited file with one kind of line end, and which: the same bytes always give the same text.
import { decodeText } from '../decode-text.ts'

export interface Lines {
  readonly text: string
  readonly lineEnd: '\n' | '\r\n'
}

export function linesIn(text: string): Lines {
  if (!text.includes('\r')) return { text, lineEnd: '\n' }
  return onlyPairs(text) ? { text, lineEnd: '\r\n' } : { text: text.replaceAll(/\r\n?/g, '\n'), lineEnd: '\n' }
}

/** Of the file itself: what the stretches of a packed document are stretches of. */
export function fileText(bytes: Uint8Array): string {
  return linesIn(decodeText(bytes).text).text
}

/** Every line feed follows a carriage return, and every carriage return precedes one. */
function onlyPairs(text: string): boolean {
  let feeds = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) !== 13) return false
    feeds += 1
  }
  let returns = 0
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) returns += 1
  return feeds === returns
}
