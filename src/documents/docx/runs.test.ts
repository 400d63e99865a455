import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionOf, piecesOf } from './runs.ts'

test.each([
  ['Services for the clinic', 'ltr'],
  ['مزود الخدمة', 'rtl'],
  ['12. שירותים', 'rtl'],
  ['2026-01-15', 'ltr'],
  ['', 'ltr'],
  ['日本語のサービス', 'ltr'],
] as const)('%j runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

test.each([
  ['The provider مزود الخدمة does it', 'ltr', ['The provider ', 'مزود الخدمة', ' does it']],
  ['שירותים of Acme, Inc. בע״מ', 'rtl', ['שירותים ', 'of Acme, Inc', '. בע״מ']],
  ['plain words', 'ltr', ['plain words']],
  ['', 'ltr', []],
] as const)('%j is cut where its direction changes', (text, direction, pieces) => {
  expect(piecesOf(text, direction).map((piece) => piece.text)).toEqual(pieces)
})

test('no text is lost, moved or set twice', () => {
  const letters = fc.constantFrom('a', 'B', ' ', '-', '7', '.', 'א', 'م', '\u064b', '日', '😀', '\n')
  const text = fc.array(letters, { maxLength: 30 }).map((some) => some.join(''))
  fc.assert(
    fc.property(text, fc.constantFrom('ltr', 'rtl'), (some, direction) => {
      const pieces = piecesOf(some, direction)
      expect(pieces.map((piece) => piece.text).join('')).toBe(some)
      for (const { text: part } of pieces) expect(/[אم]/u.test(part) && /[aB日]/u.test(part)).toBe(false)
    }),
  )
})
