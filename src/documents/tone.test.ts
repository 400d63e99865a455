// Colour helps, it never decides: each tone can be read, and no two meanings of a column look the same.
import { expect, test } from 'vitest'
import { toneOf } from './tone.ts'

const words = {
  ownership: ['msp', 'client', 'provider', 'shared', 'not applicable', 'unassigned'],
  status: ['settled', 'open: no split', 'not applicable'],
} as const
const columns = ['ownership', 'status'] as const

test.each([
  ['ownership', 'MSP', 'msp'],
  ['ownership', ' Shared', 'shared'],
  ['ownership', 'not-applicable', 'Not applicable'],
  ['ownership', 'Nobody yet', 'unassigned'],
  ['status', '3 of 5 open', 'open: vague'],
  ['status', 'Open', 'open'],
  ['status', 'not-applicable', 'Not applicable'],
] as const)('in a column of %s, "%s" looks like "%s"', (column, one, other) => {
  expect(toneOf(column, one)).toBeDefined()
  expect(toneOf(column, one)).toBe(toneOf(column, other))
})

test.each([
  ['ownership', 'Northgate Dental'],
  ['ownership', ''],
  ['status', 'shared'],
  ['status', 'unsettled'],
  [undefined, 'settled'],
] as const)('in a column of %s, "%s" has no tone', (column, text) => {
  expect(toneOf(column, text)).toBeUndefined()
})

test('no two meanings of a column look the same', () => {
  for (const column of columns) {
    const fills = words[column].map((text) => toneOf(column, text)?.fill)
    expect(new Set(fills).size).toBe(words[column].length)
  }
})

test('every ink stands out from its fill by 7 : 1, and from white paper', () => {
  for (const column of columns)
    for (const text of words[column]) {
      const { fill, ink } = toneOf(column, text) ?? { fill: '#ffffff', ink: '#ffffff' }
      expect(contrast(fill, ink)).toBeGreaterThanOrEqual(7)
      expect(contrast('#ffffff', ink)).toBeGreaterThanOrEqual(7)
    }
})

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
