// How many lines a text takes in a column, measured with the widths of Arial: rows must be given their heights.

/** From the blank to the tilde, in thousandths of the letter size. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
]

const wide = 1000
const other = 600

export interface Letters {
  /** points */
  readonly size: number
  readonly bold?: true
}

/** A column's width in characters is that of so many digits, at 7 pixels each, and 5 pixels of edge. */
const digit = 7
const edge = 6
const pixelsOfPoint = 4 / 3
/** Programs differ by a few hundredths in how wide they draw; a line too many is better than one cut off. */
const safety = 1.09

/** @param width characters, as a column's width is said */
export function linesIn(text: string, width: number, letters: Letters): number {
  const scale = (letters.size * pixelsOfPoint * (letters.bold ? 1.08 : 1) * safety) / 1000
  const room = (width * digit - edge) / scale
  let lines = 1
  /** of the line so far, and of it what follows the last place where it may break */
  let used = 0
  let word = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === lineFeed) {
      lines += 1
      used = 0
      word = 0
      continue
    }
    const length = widthOf(code)
    used += length
    word += length
    // A blank may hang over the edge; a word wider than the column begins a line and is broken wherever that ends.
    if (used > room && code !== blank) {
      lines += used > word && word > room ? 2 : 1
      used = word > room ? length : word
      word = used
    }
    if (code === blank || code === hyphen || code === slash) word = 0
  }
  return lines
}

const lineFeed = 10
const blank = 32
const hyphen = 45
const slash = 47

/** Of a UTF-16 code unit: half of a pair counts half. */
function widthOf(code: number): number {
  const known = widths[code - 32]
  if (known !== undefined) return known
  return code >= 0x11_00 && !(code >= 0x20_00 && code < 0x2e_80)
    ? wide / (code >= 0xd8_00 && code < 0xe0_00 ? 2 : 1)
    : other
}
