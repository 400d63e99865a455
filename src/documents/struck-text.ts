// Text of which a part is struck out: what of it still stands, where it stands apart from what was taken back.

const [opens, closes] = ['\u0002', '\u0003']
const struckPart = /([^])?\u0002([^\u0003]*)\u0003(?=([^])?)/gu

/** A struck part of a text that is being put together. */
export function struckOut(text: string): string {
  return text === '' ? '' : `${opens}${text}${closes}`
}

/** Undefined where nothing stands, or where what was struck and what stands are pieces of one word. */
export function standingText(text: string): string | undefined {
  const whole = text.replaceAll(`${closes}${opens}`, '')
  for (const [, before = '', struck = '', after = ''] of whole.matchAll(struckPart))
    if (isOneWord(before, struck) || isOneWord(struck, after)) return undefined
  const standing = whole
    .replaceAll(struckPart, '$1 ')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
  return /[\p{L}\p{N}\p{S}]/u.test(standing) ? standing : undefined
}

const apart = /^[\s,;/|&+]$/u

/** "Pro" and "vider" are; "MSP" and "Client" are not: a capital begins a word. */
function isOneWord(left: string, right: string): boolean {
  const [last, first] = [left.at(-1) ?? ' ', Array.from(right)[0] ?? ' ']
  return !apart.test(last) && !apart.test(first) && !/\p{Lu}/u.test(first)
}
