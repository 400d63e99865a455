import { expect, test } from 'vitest'
import { addTo } from './calendar-date.ts'
import { parseDuration } from './duration.ts'

test.each([
  ['2026-01-15', '12 months', '2027-01-15'],
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2024-02-29', '1 year', '2025-02-28'],
  ['2026-11-30', 'quarterly', '2027-02-28'],
  ['2026-12-31', '1 day', '2027-01-01'],
  ['2024-02-28', '2 days', '2024-03-01'],
  ['2026-02-28', '24 hours', '2026-03-01'],
  ['2026-06-01', '90 days', '2026-08-30'],
  ['2026-06-01', '2 weeks', '2026-06-15'],
  ['2026-06-01', '5 business days', '2026-06-08'],
  ['2000-02-29', '366 days', '2001-03-01'],
])('%s and %s is %s', (date, duration, expected) => {
  expect(addTo(date, parseDuration(duration)!)).toBe(expected)
})

test('many days at once are as many single days, over a leap year and a common one', () => {
  let day = '2024-01-01'
  for (let count = 1; count <= 800; count++) {
    day = addTo(day, { count: 1, unit: 'day', business: false })
    expect(addTo('2024-01-01', { count, unit: 'day', business: false })).toBe(day)
  }
  expect(day).toBe('2026-03-11')
})
