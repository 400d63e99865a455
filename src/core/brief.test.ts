import { expect, test } from 'vitest'
import { brief } from './brief.ts'

test.each<readonly [string, string]>([
  ['short', 'short'],
  ['exactly ten', 'exactly te…'],
  ['123456789🦷', '123456789\ufffd…'],
  ['a\ud800b', 'a\ufffdb'],
  ['', ''],
  ['\u001b[31mred', '\ufffd[31mred'],
  ['a\r\nb\tc', 'a\ufffd\ufffdb\ufffdc'],
  ['\u202eabc\u200b', '\ufffdabc\ufffd'],
  ['123456789\u0007x', '123456789\ufffd…'],
])('%j in ten characters is %j', (text, cut) => {
  expect(brief(text, 10)).toBe(cut)
})
