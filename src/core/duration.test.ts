import { expect, test } from 'vitest'
import { parseDuration, worstCaseHours } from './duration.ts'

test.each([
  ['4 business hours', 4, 'hour', true],
  ['24 hours', 24, 'hour', false],
  ['24-hour', 24, 'hour', false],
  ['72h', 72, 'hour', false],
  ['15 minutes', 15, 'minute', false],
  ['within 30 minutes', 30, 'minute', false],
  ['1 month', 1, 'month', false],
  ['month', 1, 'month', false],
  ['every month', 1, 'month', false],
  ['12 months', 12, 'month', false],
  ['quarter', 3, 'month', false],
  ['quarterly', 3, 'month', false],
  ['annually', 12, 'month', false],
  ['Annually', 12, 'month', false],
  ['twice a year', 6, 'month', false],
  ['once a year', 1, 'year', false],
  ['one (1) business day', 1, 'day', true],
  ['ten business days', 10, 'day', true],
  ['5 working days', 5, 'day', true],
  ['60 calendar days', 60, 'day', false],
  ['no later than 60 calendar days', 60, 'day', false],
  ['seventy-two hours', 72, 'hour', false],
  ['2 weeks', 2, 'week', false],
  ['business day', 1, 'day', true],
  ['6 years', 6, 'year', false],
  ['1.5 hours', 1.5, 'hour', false],
])('%s is a duration', (text, count, unit, business) => {
  expect(parseDuration(text)).toEqual({ count, unit, business })
})

test.each([
  'promptly',
  '',
  'as agreed',
  '{response time}',
  'bimonthly',
  'several days',
  'the client’s notice',
  '24',
  'some hours',
  'x'.repeat(9999),
])('%s is none', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

test.each([
  ['24 hours', 24],
  ['30 minutes', 0.5],
  ['1 week', 168],
  ['1 month', 744],
  ['1 year', 8784],
  ['60 days', 1440],
  ['1 business day', 72],
  ['5 business days', 168],
  ['6 business days', 240],
  ['10 business days', 336],
  ['4 business hours', 68],
  ['8 business hours', 72],
  ['16 business hours', 96],
  ['40 business hours', 168],
])('%s lasts at most %d hours', (text, hours) => {
  expect(worstCaseHours(parseDuration(text)!)).toBe(hours)
})
