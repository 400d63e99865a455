import { expect, test } from 'vitest'
import { remembered, rememberedLast, rememberedText } from './remembered.ts'

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

test('asks once for each text, whichever copy of it, and forgets before it holds too many', () => {
  const asked: string[] = []
  const length = rememberedText((text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  })
  expect([length('ab'), length(['a', 'b'].join('')), length(''), length('')]).toEqual([2, 2, undefined, undefined])
  expect(asked).toEqual(['ab', ''])
  for (let index = 0; index < 20_000; index += 1) expect(length(`${index}`)).toBe(`${index}`.length)
  expect(length('ab')).toBe(2)
  expect(asked.filter((text) => text === 'ab')).toHaveLength(2)
  const long = 'x'.repeat(10_000)
  expect([length(long), length(long)]).toEqual([10_000, 10_000])
  expect(asked.filter((text) => text === long)).toHaveLength(2)
})

test('asks once while one text is asked about, and holds no other', () => {
  const asked: string[] = []
  const length = rememberedLast((text) => {
    asked.push(text)
    return text.length
  })
  expect([length('ab'), length(['a', 'b'].join('')), length('c'), length('ab')]).toEqual([2, 2, 1, 2])
  expect(asked).toEqual(['ab', 'c', 'ab'])
})
