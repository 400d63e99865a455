// The text of a delimited file with one kind of line end, and which: the same bytes always give the same text.
import { decodeText, type DecodedText } from '../decode-text.ts'

export interface DelimitedText extends DecodedText {
  readonly lineEnd: '\n' | '\r\n'
}

export function delimitedText(bytes: Uint8Array): DelimitedText {
  const { text, issues } = decodeText(bytes)
  if (!text.includes('\r')) return { text, issues, lineEnd: '\n' }
  return onlyPairs(text)
    ? { text, issues, lineEnd: '\r\n' }
    : { text: text.replaceAll(/\r\n?/g, '\n'), issues, lineEnd: '\n' }
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
