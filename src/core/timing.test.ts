import { expect, test } from 'vitest'
import { sayTiming, Timing } from './timing.ts'

test.each([
  [{ every: '3 months' }, 'every 3 months'],
  [{ within: '24 hours', after: 'the client’s notice' }, 'within 24 hours after the client’s notice'],
  [{ before: '1 business day', event: 'the first working day' }, '1 business day before the first working day'],
  [{ on: 'each visit' }, 'on each visit'],
  [{ keep: '6 years', from: 'its creation' }, 'kept 6 years from its creation'],
])('%o is a clock, said "%s"', (timing, said) => {
  expect(sayTiming(Timing.parse(timing))).toBe(said)
})

test.each([
  ['two clocks in one duty', { every: '3 months', on: 'each visit' }],
  ['a limit without its event', { within: '24 hours' }],
  ['an event without its limit', { after: 'the notice' }],
  ['a retention without its beginning', { keep: '6 years' }],
  ['a plain text', 'quarterly'],
  ['an empty cadence', { every: '  ' }],
  ['a number', { every: 3 }],
  ['nothing', {}],
])('%s is none', (_, timing) => {
  expect(Timing.safeParse(timing).success).toBe(false)
})
