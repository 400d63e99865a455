import { expect, test } from 'vitest'
import { brief } from './brief.ts'

test.each<readonly [string, string]>([
  ['short', 'short'],
  ['exactly ten', 'exactly te…'],
  ['123456789🦷', '123456789\ufffd…'],
  ['a\ud800b', 'a\ufffdb'],
  ['', ''],
])('%j in ten characters is %j', (text, cut) => {
  expect(brief(text, 10)).toBe(cut)
})
