import { expect, test } from 'vitest'
import { fill, isAnswered, placeholdersIn, unfilled } from './placeholder.ts'
import { leaver } from './testing/sample-matrix.ts'

test.each([
  ['Tell {request channel} who leaves', ['request channel']],
  ['Within {hours} tell {request channel}, then {hours} later again', ['hours', 'request channel']],
  ['Within { hours }', ['hours']],
  ['Nothing to ask', []],
  ['An open brace { alone', []],
  ['Nested {a {b} c}', ['b']],
  ['Empty {}', []],
  ['Folded {request\n  channel}', ['request channel']],
  [`A long one {${'what we must know about it '.repeat(9)}}`, ['what we must know about it '.repeat(9).trim()]],
])('%s asks %o', (text, asked) => {
  expect(placeholdersIn(text)).toEqual(asked)
})

const answers = { 'request channel': 'the portal', hours: '{to be agreed}', price: '$& and $1', '__proto__ ': 'x' }

test.each([
  ['Tell {request channel} today', 'Tell the portal today'],
  ['Tell { request channel } today', 'Tell the portal today'],
  ['{request channel}, {request channel}', 'the portal, the portal'],
  ['Tell {request\nchannel} today', 'Tell the portal today'],
  ['Within {hours}', 'Within {hours}'],
  ['Ask {nobody knows}', 'Ask {nobody knows}'],
  ['Pay {price}', 'Pay $& and $1'],
  ['Call {constructor} or {toString}', 'Call {constructor} or {toString}'],
])('%s becomes %s', (text, filled) => {
  expect(fill(text, answers)).toBe(filled)
})

test.each([
  ['an answer', 'request channel', true],
  ['another question', 'hours', false],
  ['no answer', 'nobody knows', false],
  ['what every object has', 'constructor', false],
])('answered with %s: %s', (_, name, answered) => {
  expect(isAnswered(answers, name)).toBe(answered)
})

test('a blank answer is none', () => expect(isAnswered({ hours: '  ' }, 'hours')).toBe(false))

test.each([
  ['the title', { title: 'Remove access at {site}' }],
  ['the hand-off', { handoff: 'The ticket opens at {site}' }],
  ['a duty', { duties: [{ party: 'msp', does: 'Visit {site}' }] }],
  ['a role', { duties: [{ party: 'msp', does: 'Visit', role: 'guard of {site}' }] }],
  ['a timing', { duties: [{ party: 'msp', does: 'Visit', timing: { on: 'opening {site}' } }] }],
  ['evidence', { duties: [{ party: 'msp', does: 'Visit', evidence: [{ what: 'log of {site}' }] }] }],
  [
    'the place of evidence',
    { duties: [{ party: 'msp', does: 'Visit', evidence: [{ what: 'log', keptAt: '{site}' }] }] },
  ],
])('a question in %s waits for its answer', (_, change) => {
  const activity = { ...leaver, ...change }
  expect(unfilled(activity, { 'request channel': 'the portal' })).toEqual(['site'])
  expect(unfilled(activity, { 'request channel': 'the portal', site: 'the plant' })).toEqual([])
})
