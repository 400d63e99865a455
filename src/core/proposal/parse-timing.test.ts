import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayTiming } from '../timing.ts'
import type { Timing } from '../timing.ts'
import { parseTiming } from './parse-timing.ts'

test.each<readonly [string, Timing | undefined]>([
  ['every 3 months', { every: '3 months' }],
  ['every month', { every: '1 month' }],
  ['every business day', { every: '1 business day' }],
  ['Every  week', { every: '1 week' }],
  ['every {review period}', { every: '{review period}' }],
  ['within 24 hours after the client’s notice', { within: '24 hours', after: 'the client’s notice' }],
  ['within 1 day after the day after the notice', { within: '1 day', after: 'the day after the notice' }],
  ['2 business days before the audit', { before: '2 business days', event: 'the audit' }],
  ['on each change, before it starts', { on: 'each change, before it starts' }],
  ['kept 6 years from creation', { keep: '6 years', from: 'creation' }],
  ['Monthly', { every: '1 month' }],
  ['quarterly', { every: '3 months' }],
  ['once a year', { every: '1 year' }],
  ['each business day', { every: '1 business day' }],
  ['24 hours after notice', { within: '24 hours', after: 'notice' }],
  ['one business day after the notice', { within: 'one business day', after: 'the notice' }],
  ['Within 24 hours of the notice', { within: '24 hours', after: 'the notice' }],
  ['10 days prior to the audit', { before: '10 days', event: 'the audit' }],
  ['upon request', { on: 'request' }],
  ['10 days of logs', undefined],
  ['bimonthly', undefined],
  ['biweekly', undefined],
  ['once', undefined],
  ['the day after the audit', undefined],
  ['no later than Friday of each week', undefined],
  ['sometime', undefined],
  ['every account', undefined],
  ['within 24 hours', undefined],
  ['the day before the audit', undefined],
  ['as needed', undefined],
  ['kept 6 years', undefined],
  ['', undefined],
])('%j', (words, timing) => {
  expect(parseTiming(words)).toEqual(timing)
})

test('what is read says the words that were read', () => {
  const span = fc.constantFrom('24 hours', '1 month', '3 business days', 'week', '{how long}')
  const words = fc.constantFrom('the notice', 'each change; and each start', 'the list arrives (signed)', '{event}')
  const any: fc.Arbitrary<Timing> = fc.oneof(
    fc.record({ every: span }),
    fc.record({ within: span, after: words }),
    fc.record({ before: span, event: words }),
    fc.record({ on: words }),
    fc.record({ keep: span, from: words }),
  )
  fc.assert(
    fc.property(any, (timing) => {
      expect(sayTiming(parseTiming(sayTiming(timing))!)).toBe(sayTiming(timing))
    }),
  )
})
