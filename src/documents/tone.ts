// What an ownership or a status looks like beside its words: a pale fill and a dark ink, alike in every format.
import type { Column } from '../core/paper/paper.ts'

/** #rrggbb each; the ink on the fill reaches at least 7 : 1 */
export interface Tone {
  readonly fill: string
  readonly ink: string
}

const tones = {
  blue: { fill: '#dde9f7', ink: '#173f6b' },
  green: { fill: '#dff0e2', ink: '#17492a' },
  violet: { fill: '#ece4f6', ink: '#46287a' },
  teal: { fill: '#d8eff0', ink: '#0d474b' },
  amber: { fill: '#fdeccb', ink: '#613c00' },
  red: { fill: '#fbe0dd', ink: '#7b1712' },
  gray: { fill: '#eceeef', ink: '#40474e' },
} as const satisfies Readonly<Record<string, Tone>>

const meanings = {
  ownership: [
    [/^msp\b/u, tones.blue],
    [/^client\b/u, tones.green],
    [/^(?:other )?provider\b/u, tones.violet],
    [/^shared\b/u, tones.teal],
    [/^not[- ]applicable\b/u, tones.gray],
    [/^(?:unassigned|nobody)\b/u, tones.red],
  ],
  status: [
    [/^settled\b/u, tones.green],
    [/^(?:\d+ of \d+ )?open\b/u, tones.amber],
    [/^not[- ]applicable\b/u, tones.gray],
  ],
} as const satisfies Readonly<Record<NonNullable<Column['tone']>, readonly (readonly [RegExp, Tone])[]>>

/** Of a cell's text, however it is capitalized; undefined where the words are not of this column's kind. */
export function toneOf(column: Column['tone'], text: string): Tone | undefined {
  if (column === undefined) return undefined
  const words = text.trim().toLowerCase()
  return meanings[column].find(([pattern]) => pattern.test(words))?.[1]
}
