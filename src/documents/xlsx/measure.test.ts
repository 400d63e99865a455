import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesIn } from './measure.ts'

const letters = { size: 9 }

test.each([
  ['', 20, 1],
  ['short', 20, 1],
  ['one\ntwo\n\nfour', 20, 4],
  ['Disable the person’s accounts and end their sessions', 30, 2],
  ['i'.repeat(60), 30, 1],
  ['W'.repeat(60), 30, 4],
  ['口'.repeat(40), 30, 3],
])('%j takes in %i characters %i lines', (text, width, lines) => {
  expect(linesIn(text, width, letters)).toBe(lines)
})

test('a word that is wider than the column begins a line of its own', () => {
  expect(linesIn(' CGamAa', 8, { ...letters, bold: true })).toBe(3)
})

test('a wider column never takes more lines, a longer text never fewer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zA-Z ]{1,14}$/), { maxLength: 40 }),
      fc.integer({ min: 8, max: 60 }),
      (words, width) => {
        const text = words.join(' ')
        const lines = linesIn(text, width, letters)
        expect(linesIn(text, width + 20, letters)).toBeLessThanOrEqual(lines)
        expect(linesIn(`${text} and more`, width, letters)).toBeGreaterThanOrEqual(lines)
        expect(linesIn(text, width, { ...letters, bold: true })).toBeGreaterThanOrEqual(lines)
      },
    ),
  )
})
