import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedWords, plainText, wordsOf } from './plain-text.ts'

describe('a text as it is looked for', () => {
  test.each([
    ['Café Zürich', 'cafe zurich'],
    ['İSTANBUL', 'istanbul'],
    ['ﬁnance ℌ', 'finance h'],
    ['Straße', 'straße'],
  ])('%s is %s', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  test.each([
    ['DNS-filtering, (of course)', ['dns', 'filtering', 'of', 'course']],
    ['AC.L2-3.1.1[a]', ['ac', 'l2', '3', '1', '1', 'a']],
    ['हिन्दी', ['हिन्दी']],
    ['"NEAR(*) \u0000', ['near']],
    ['…', []],
  ])('the words of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('what is plain stays so, and words stay words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text))
        for (const word of wordsOf(text)) expect(wordsOf(word)).toEqual([word])
      }),
    )
  })

  test('ten thousand signs are a few words', () => {
    const asked = askedWords(Array.from({ length: 10_000 }, (_, n) => `w${n % 3000} "`).join(''))
    expect(asked).toHaveLength(24)
    expect(askedWords('x'.repeat(10_000))).toEqual(['x'.repeat(60)])
  })
})
