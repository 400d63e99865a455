import { expect, test } from 'vitest'
import { guard } from './guard.ts'

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const proto = JSON.parse('{"__proto__": {"polluted": true}}') as unknown

test.each<readonly [string, unknown]>([
  ['plain values', { a: ['x', 1, true, null, 0.5], b: {} }],
  ['whole characters', { '🦷': '🦷' }],
  ['forty levels', nested(40)],
  ['a field called constructor', { constructor: 'x', toString: 'y' }],
  ['nothing', null],
])('%s may be', (_, value) => {
  expect(guard(value).issues).toEqual([])
})

test.each<readonly [string, unknown, string, string]>([
  ['a key that reaches into objects', proto, '__proto__', 'no field may be called "__proto__"'],
  ['the same further in', { parameters: proto }, 'parameters.__proto__', 'no field may be called'],
  [
    'the same in a list',
    { activities: [{ placeholders: proto }] },
    'activities[0].placeholders.__proto__',
    'no field may be called',
  ],
  [
    'the same behind blanks',
    { parameters: { ' __proto__ ': 'x' } },
    'parameters. __proto__ ',
    'no field may be called',
  ],
  ['half a character', { duties: ['x', 'a\ud800'] }, 'duties[1]', 'half a character'],
  ['half a character alone', '\udc00', 'the document', 'half a character'],
  ['half a character in a key', { a: { '\ud800b': 1 } }, 'a.\ufffdb', 'the name of this field holds half a character'],
  ['forty-one levels', nested(41), 'a[0]', 'it nests deeper than 40 levels'],
  ['no number', { a: [Number.NaN] }, 'a[0]', 'not a number that a document can hold'],
  ['an endless number', { a: Number.POSITIVE_INFINITY }, 'a', 'not a number that a document can hold'],
  ['a number too large', { a: 10n ** 30n }, 'a', 'too large to be kept exactly'],
])('%s may not', (_, value, at, message) => {
  expect(guard(value).issues).toEqual([
    { at: expect.stringContaining(at) as unknown, message: expect.stringContaining(message) as unknown },
  ])
})

test('a circle ends', () => {
  const circle: unknown[] = []
  circle.push(circle)
  expect(guard(circle).issues).toMatchObject([{ message: expect.stringContaining('nests deeper') as unknown }])
})

test('what is shared many times over ends', () => {
  let bomb: unknown = 'x'
  for (let level = 0; level < 30; level += 1) bomb = Array.from({ length: 10 }, () => bomb)
  expect(guard(bomb).issues).toEqual([
    { at: 'the document', message: 'it holds more than 3000000 values, more than Demarc reads' },
  ])
})
