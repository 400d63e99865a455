import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetName } from './sheet-name.ts'

test.each<readonly [string, readonly string[], string]>([
  ['SOC 2', [], 'SOC 2'],
  ['Smith: Jones? [A/B] \\*', [], 'Smith Jones A B'],
  ["'quoted'", [], 'quoted'],
  ['History', [], 'Sheet History'],
  ['', [], 'Sheet'],
  ['///', [], 'Sheet'],
  ['_demarc', [], 'demarc'],
  ['What Loomwright Software, Inc. does every day', [], 'What Loomwright Software, Inc.'],
  ['x'.repeat(40), [], 'x'.repeat(31)],
  ['Activities', ['Cover', 'ACTIVITIES'], 'Activities 2'],
  ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(29)} 2`],
  [`${'x'.repeat(30)}🦷`, [], 'x'.repeat(30)],
  ['two\nlines\tand a tab', [], 'two lines and a tab'],
])('%j beside %j is %j', (title, taken, name) => {
  expect(sheetName(title, taken)).toBe(name)
})

test('whatever the titles, spreadsheet programs take the names', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 6 }), (titles) => {
      const names: string[] = []
      for (const title of titles) names.push(sheetName(title, names))
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
      for (const name of names) {
        expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
        expect(name).not.toMatch(/^['_]|'$|^history$/i)
        expect(name.isWellFormed()).toBe(true)
      }
    }),
  )
})
