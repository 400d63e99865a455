import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('asks once for each value, and tells equal values apart', () => {
  let asked = 0
  const length = remembered((list: readonly string[]) => {
    asked += 1
    return list.length === 0 ? undefined : list.length
  })
  const one = ['a']
  expect([length(one), length(one), length(['a', 'b']), length([])]).toEqual([1, 1, 2, undefined])
  expect(asked).toBe(3)
})
