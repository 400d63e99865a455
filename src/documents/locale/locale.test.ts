import { expect, test } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import { localeOf } from './locale.ts'

test.each([
  ['en-US', 'us-letter', 'November 23, 2026'],
  ['en', 'us-letter', 'November 23, 2026'],
  ['en-GB', 'a4', '23 November 2026'],
  ['en-CA', 'us-letter', 'November 23, 2026'],
  ['de-DE', 'a4', '23 November 2026'],
  ['fr-CA', 'us-letter', 'November 23, 2026'],
  ['th-TH', 'a4', '23 November 2026'],
  ['ar-SA', 'a4', '23 November 2026'],
] as const)('%s prints on %s and writes %s', (tag, page, said) => {
  const locale = localeOf(tag)
  expect([locale.page, locale.sayDate('2026-11-23')]).toEqual([page, said])
})

test('a page that is asked for goes before the locale’s', () => {
  expect(localeOf('en-US', 'a4').page).toBe('a4')
})

test.each(['', 'english', 'en_US', 'zz', '../en'])('%j is refused with what to say instead', (tag) => {
  expect(() => localeOf(tag)).toThrow(Refusal)
  expect(() => localeOf(tag)).toThrow('such as en-US')
})
