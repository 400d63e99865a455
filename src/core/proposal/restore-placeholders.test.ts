import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill } from '../placeholder.ts'
import { plain } from './cell-text.ts'
import { restored } from './restore-placeholders.ts'

const answers = { 'request channel': 'the service-desk portal', days: '30', tool: 'Backup Pro', unknown: 'tbd' }

test.each<readonly [string, string, string, string]>([
  [
    'nothing',
    'Tell {request channel} who leaves',
    'Tell the service-desk portal who leaves',
    'Tell {request channel} who leaves',
  ],
  [
    'words behind it',
    'Tell {request channel} who leaves',
    'Tell the service-desk portal who leaves today',
    'Tell {request channel} who leaves today',
  ],
  [
    'words before it',
    'Tell {request channel} who leaves',
    'At once tell the service-desk portal who leaves',
    'At once tell {request channel} who leaves',
  ],
  [
    'the answer itself',
    'Tell {request channel} who leaves',
    'Tell the help line who leaves',
    'Tell the help line who leaves',
  ],
  [
    'half of the answer',
    'Tell {request channel} who leaves',
    'Tell the service-desk staff who leaves',
    'Tell the service-desk staff who leaves',
  ],
  ['one of two answers', 'Keep it {days} days in {tool}', 'Keep it 60 days in Backup Pro', 'Keep it 60 days in {tool}'],
  [
    'the words between two',
    'Keep it {days} days in {tool}',
    'Keep it 30 calendar days within Backup Pro',
    'Keep it {days} calendar days within {tool}',
  ],
  [
    'behind an answer that runs on',
    'Use a {days}-day window and {tool}s',
    'Use a 30-day window and Backup Pros today',
    'Use a {days}-day window and {tool}s today',
  ],
  ['beside a question that is open', 'Ask {who} in {tool}', 'Ask {who} in Backup Pro now', 'Ask {who} in {tool} now'],
  ['a new question', 'Use {tool}', 'Use Backup Pro as {new question} says', 'Use {tool} as {new question} says'],
  ['line ends', 'Keep it\n{days} days\nthere', 'Keep it 30 days over there', 'Keep it\n{days} days\nover there'],
  [
    'where the answer stands twice',
    '{tool} or {tool}',
    'Backup Pro or, better, Backup Pro',
    '{tool} or, better, {tool}',
  ],
  ['everything', 'Use {tool}', 'Walk with each visitor', 'Walk with each visitor'],
  ['an odd name of the question', 'Use { tool }', 'Use Backup Pro daily', 'Use { tool } daily'],
])('when %s changed', (_, original, edited, expected) => {
  expect(restored(original, edited, answers)).toBe(expected)
})

test('filled in again, it says what was typed', () => {
  const piece = fc.constantFrom(
    '{tool}',
    '{days}',
    '{request channel}',
    '{open}',
    'Backup',
    'the',
    ' ',
    '30',
    '-day',
    ', ',
    's',
    '\n',
    '{',
    '}',
  )
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, text, (original, head, tail) => {
      const edited = `${head}${fill(original, answers)}${tail}`
      expect(plain(fill(restored(original, edited, answers), answers))).toBe(plain(fill(edited, answers)))
    }),
    { numRuns: 1000 },
  )
})
