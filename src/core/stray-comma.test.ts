import { expect, test } from 'vitest'
import { joinStrayCommas } from './stray-comma.ts'

test.each([
  [
    'a text cut by a comma',
    { ask: 'Which', example: 'the portal', 'the bank': null },
    { ask: 'Which', example: 'the portal, the bank' },
  ],
  ['a text cut twice', { ask: 'Which', example: 'a', b: null, c: null }, { ask: 'Which', example: 'a, b, c' }],
  [
    'the first of two texts',
    { ask: 'Which', 'and where': null, example: 'a' },
    { ask: 'Which, and where', example: 'a' },
  ],
  ['nothing cut', { ask: 'Which', example: 'a' }, { ask: 'Which', example: 'a' }],
  ['a field with a value of its own', { ask: 'Which', colour: 'red' }, { ask: 'Which', colour: 'red' }],
  ['nothing before it', { 'the bank': null }, { 'the bank': null }],
])('%s', (_, asked, whole) => {
  expect(joinStrayCommas({ id: 'a', placeholders: { systems: asked } })).toEqual({
    id: 'a',
    placeholders: { systems: whole },
  })
})

test.each([
  ['a text'],
  [null],
  [[1]],
  [{ id: 'a' }],
  [{ placeholders: 'none' }],
  [{ placeholders: { systems: null } }],
])('%o stays as it is', (value) => {
  expect(joinStrayCommas(value)).toEqual(value)
})
