import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedWords } from '../plain-text.ts'
import { excerptOf } from './excerpt.ts'
import type { SearchedPart } from './searched-words.ts'

const shown = (text: string, words: string) =>
  excerptOf([{ where: 'duty', party: 'msp', text }], askedWords(words))
    .pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['Keep the DNS filter on', 'dns filt', 'Keep the [DNS] [filter] on'],
  ['Résolver', 'resolver', '[Résolver]'],
  ['Filter, filters, filtering', 'filter', '[Filter], [filters], [filtering]'],
  ['nothing of it', 'dns', 'nothing of it'],
  [
    `${'far in '.repeat(30)}the DNS ${'and on '.repeat(40)}`,
    'dns',
    `… in ${'far in '.repeat(7)}the [DNS] ${'and on '.repeat(25)}and …`,
  ],
])('of %s', (text, words, pieces) => {
  expect(shown(text, words)).toBe(pieces)
})

test('the part with the most of the words is shown, the first of equals', () => {
  const parts: readonly SearchedPart[] = [
    { where: 'title', text: 'DNS' },
    { where: 'duty', party: 'msp', text: 'filter the DNS' },
    { where: 'duty', party: 'client', text: 'DNS filter' },
  ]
  expect(excerptOf(parts, ['filter', 'dns'])).toMatchObject({ where: 'duty', party: 'msp' })
  expect(excerptOf(parts, ['dns'])).toMatchObject({ where: 'title' })
})

test('pieces put together stand in the text, whole characters, and are not long', () => {
  const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 40 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(text, fc.string({ unit: 'grapheme' }), (whole, words) => {
      const { pieces } = excerptOf([{ where: 'title', text: whole }], askedWords(words || 'x'))
      const core = pieces.filter(({ text: one }) => (one !== '… ' && one !== ' …') || whole.includes(one))
      const joined = core.map((piece) => piece.text).join('')
      expect(whole).toContain(joined)
      expect(joined.isWellFormed()).toBe(true)
      expect(joined.length).toBeLessThanOrEqual(302)
    }),
  )
})
