import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excelCellLimit } from './cell-text.ts'
import { splitRow } from './split-row.ts'

const kept = { id: 1, again: [0] }

test('a row that its cells hold stays one, however tall it is', () => {
  const row = ['Access', 'AC-2', 'Yes', 'a line\n'.repeat(4000)]
  expect(splitRow(row, kept)).toEqual([row])
})

test('what a cell does not hold goes on below, under an id that says so, and nothing short is told again', () => {
  const line = 'x'.repeat(20_000)
  expect(splitRow(['Access', 'AC-2', 'Yes', `${line}\n${line}\n${line}`], kept)).toEqual([
    ['Access', 'AC-2', 'Yes', line],
    ['Access', 'AC-2 (continued)', '', line],
    ['Access', 'AC-2 (continued)', '', line],
  ])
})

test('a text is divided between words, and one without any between characters', () => {
  const words = `${'a'.repeat(30_000)} ${'b'.repeat(30_000)}`
  expect(splitRow(['', '', words], kept).map((row) => row[2])).toEqual(words.split(' '))
  const faces = '\u{1F600}'.repeat(20_000)
  const pieces = splitRow(['', '', faces], kept).map((row) => row[2]!)
  expect(pieces.join('')).toBe(faces)
  for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
})

test('no text is lost and no cell is too long', () => {
  const text = fc
    .array(
      fc.tuple(
        fc.constantFrom('a', 'ß', '\u{1F600}'),
        fc.integer({ min: 1, max: 25_000 }),
        fc.constantFrom(' ', '\n', ''),
      ),
    )
    .map((parts) => parts.map(([letter, times, end]) => letter.repeat(times) + end).join(''))
  fc.assert(
    fc.property(text, (long) => {
      const pieces = splitRow(['s', 'id', long], kept).map((row) => row[2]!)
      expect(pieces.join('').replaceAll(/\s/g, '')).toBe(long.replaceAll(/\s/g, ''))
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(excelCellLimit)
    }),
    { numRuns: 30 },
  )
})
