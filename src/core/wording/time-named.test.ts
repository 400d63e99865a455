import { expect, test } from 'vitest'
import { namesTime } from './time-named.ts'

test.each([
  'within 24 hours',
  'in four hours',
  'one (1) business day',
  'a week before',
  '24h',
  'on the first business day of the month',
  'the same day',
  'every quarter',
  'on Monday',
  'by the 5th of each month',
  'by noon',
  'before 17:00',
  'quarterly',
  'twice a year',
  'month',
  'within {response time}',
  'by 1 March',
  'at 9 am',
])('%s names a time', (text) => {
  expect(namesTime(text)).toBe(true)
})

test.each([
  'promptly',
  'Require a second factor at every sign-in',
  'the MSP confirms on the ticket',
  'at 3 sites',
  'the 4th floor',
  'the first person to arrive',
  'using {ticket system}',
  'daylight',
  'Review each alert and each rule',
  '12 objectives',
])('%s does not', (text) => {
  expect(namesTime(text)).toBe(false)
})
