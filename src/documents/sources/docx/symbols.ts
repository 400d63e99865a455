// Signs that Word keeps as a place in a symbol font, as the signs that they show.

/** By place without the private-use offset; only those that mean yes, no or a bullet. */
const fonts: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  [
    'wingdings',
    new Map([
      [0x6c, '●'],
      [0x6e, '■'],
      [0x6f, '☐'],
      [0x71, '☐'],
      [0x72, '☐'],
      [0x78, '☒'],
      [0xa8, '☐'],
      [0xfb, '✗'],
      [0xfc, '✓'],
      [0xfd, '☒'],
      [0xfe, '☑'],
    ]),
  ],
  [
    'wingdings 2',
    new Map([
      [0x4f, '✗'],
      [0x50, '✓'],
      [0x51, '☒'],
      [0x52, '☑'],
      [0x53, '☒'],
      [0x54, '☒'],
      [0xa3, '☐'],
    ]),
  ],
  [
    'symbol',
    new Map([
      [0xb7, '•'],
      [0xd6, '√'],
    ]),
  ],
])

/** "Symbol" holds Greek letters too, which are words. */
export function isSymbolFont(font: string): boolean {
  return /^wingdings(?: 2)?$/i.test(font)
}

/** Undefined for a sign that is not known; `place` is hexadecimal. */
export function symbolText(font: string, place: string): string | undefined {
  const code = Number.parseInt(place, 16)
  if (!Number.isInteger(code)) return undefined
  const known = fonts.get(font.toLowerCase())
  if (known) return known.get(code >= 0xf000 ? code - 0xf000 : code)
  const plain = code > 0x20 && code < 0x10000 && !(code >= 0xd800 && code <= 0xf8ff)
  return plain ? String.fromCodePoint(code) : undefined
}
