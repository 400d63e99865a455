import { expect, test } from 'vitest'
import type { Timing } from '../timing.ts'
import { clockChange, sayClockChange } from './clock-change.ts'

const within = (time: string): Timing => ({ within: time, after: 'the notice' })
const every = (time: string): Timing => ({ every: time })

test.each<readonly [Timing | undefined, Timing | undefined, string, string]>([
  [within('24 hours'), within('48 hours'), 'longer', 'a longer limit'],
  [within('24 hours'), within('1 hour'), 'shorter', 'a shorter limit'],
  [within('24 hours'), within('1 day'), 'otherwise', ''],
  [within('4 business hours'), within('1 business day'), 'longer', 'a longer limit'],
  [
    within('4 business hours'),
    within('4 hours'),
    'to calendar time',
    'now counted by the calendar, not in business time',
  ],
  [within('1 day'), within('1 business day'), 'to business time', 'now counted in business time, not by the calendar'],
  [within('promptly'), within('4 hours'), 'otherwise', ''],
  [every('3 months'), every('12 months'), 'longer', 'less often than before'],
  [every('12 months'), every('quarterly'), 'shorter', 'more often than before'],
  [every('12 months'), every('1 year'), 'otherwise', ''],
  [every('month'), every('30 days'), 'otherwise', ''],
  [every('month'), every('6 weeks'), 'longer', 'less often than before'],
  [
    { before: '30 days', event: 'the audit' },
    { before: '10 days', event: 'the audit' },
    'shorter',
    'less notice than before',
  ],
  [{ keep: '6 years', from: 'the date' }, { keep: '7 years', from: 'the date' }, 'longer', 'kept for longer'],
  [{ on: 'each visit' }, { on: 'each request' }, 'otherwise', ''],
  [{ on: 'each visit' }, every('day'), 'otherwise', ''],
  [undefined, every('day'), 'otherwise', 'had no time limit'],
  [every('day'), undefined, 'otherwise', 'no time limit any more'],
])('from %j to %j', (before, after, change, words) => {
  expect([clockChange(before, after), sayClockChange(before, after)]).toEqual([change, words])
})
