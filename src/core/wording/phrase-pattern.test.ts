import { expect, test } from 'vitest'
import { phrasePattern, phrasesOf } from './phrase-pattern.ts'

const pattern = phrasePattern(['as[ -]needed\\b', 'time ?frame\\b', 'best practices?\\b'])

test.each([
  ['Review as needed', ['as needed']],
  ['on an as-needed basis', ['as-needed']],
  ['time  \nframe', ['time  \nframe']],
  ['a timeframe and a time frame', ['timeframe', 'time frame']],
  ['best practice, best practice', ['best practice']],
  ['as,needed', []],
  ['has needed', []],
  ['as      needed', []],
])('%j holds %j', (text, phrases) => {
  expect(phrasesOf(pattern, text)).toEqual(phrases)
})
