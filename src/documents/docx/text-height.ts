// How high a text stands in Calibri when it is wrapped to a width, near enough to say on which page a heading falls.
import type { TypeSize } from './type-sizes.ts'

/** Letters by how wide they are, in thousandths of the size. */
const widths: readonly (readonly [number, string])[] = [
  [226, " 'il"],
  [250, 'j,.:;·’I`'],
  [305, '()[]{}f-J!'],
  [345, 'tr'],
  [390, '/\\sz"“'],
  [425, 'Lcxvy'],
  [460, 'kFS|?Zg'],
  [480, 'aTYE'],
  [525, 'bdhnpquoPXK'],
  [545, 'CRBVA'],
  [625, 'DHGUN'],
  [670, 'OQ&…'],
  [715, '%w'],
  [800, 'm'],
  [885, 'MW@—'],
]

const average = 500
const square = 1000

const widthByLetter = new Map(
  widths.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
)

/** The face's own line, as a part of its size. */
const lineOfSize = 1.22

/** Twips, without the room over and under the paragraph. */
export function heightOf(text: string, width: number, size: TypeSize): number {
  return linesOf(text, width / size.size) * lineHeight(size)
}

export function lineHeight({ size, line }: TypeSize): number {
  return (size * 10 * lineOfSize * line) / 240
}

/** The width is for one half point of size; text breaks at spaces and after hyphens, long words anywhere. */
function linesOf(text: string, width: number): number {
  const room = width * 100
  let lines = 1
  let across = 0
  let word = 0
  for (const letter of text) {
    if (letter === '\n') {
      lines += 1
      across = 0
      word = 0
      continue
    }
    const wide = letterWidth(letter)
    across += wide
    word = letter === ' ' || letter === '-' ? 0 : word + wide
    if (across <= room || letter === ' ') continue
    lines += 1
    across = word > room || word === 0 ? wide : word
    word = across
  }
  return lines
}

function letterWidth(letter: string): number {
  return widthByLetter.get(letter) ?? (letter >= '\u2e80' ? square : average)
}
