// Files as accidents and attackers change them: letters turned, ends cut off, pieces doubled, two files spliced.

/** The same seed always gives the same numbers. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Change = (bytes: Buffer, draw: (below: number) => number, other: Buffer) => Buffer

const changes: readonly Change[] = [
  (bytes, draw) => {
    const copy = Buffer.from(bytes)
    for (let left = 1 + draw(12); left > 0; left -= 1) copy[draw(copy.length)] = draw(256)
    return copy
  },
  (bytes, draw) => bytes.subarray(0, draw(bytes.length)),
  (bytes, draw) => {
    const at = draw(bytes.length)
    const end = at + draw(bytes.length - at)
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end)])
  },
  (bytes, draw) => {
    const at = draw(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + draw(bytes.length - at))])
  },
  (bytes, draw, other) => Buffer.concat([bytes.subarray(0, draw(bytes.length)), other.subarray(draw(other.length))]),
  (bytes, draw) => {
    const at = draw(bytes.length)
    const sign = Buffer.from(signs[draw(signs.length)]!)
    return Buffer.concat([
      bytes.subarray(0, at),
      ...Array.from({ length: 1 + draw(200) }, () => sign),
      bytes.subarray(at),
    ])
  },
]

const signs = [
  '"',
  '|',
  '<table>',
  '<td colspan=99999>',
  '\n',
  '`',
  '[',
  '*',
  '&amp;',
  '{',
  '- ',
  ': ',
  '&a ',
  '*a',
  '\0',
  '\uFEFF',
  '🂡',
] as const

export function mutated(seeds: readonly Buffer[], seed: number): Buffer {
  const draw = numbersFrom(seed)
  const bytes = seeds[seed % seeds.length]!
  const other = seeds[draw(seeds.length)]!
  let changed = changes[draw(changes.length)]!(bytes, draw, other)
  if (draw(3) === 0 && changed.length > 0) changed = changes[draw(changes.length)]!(changed, draw, other)
  return changed
}
