import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesIn } from './measure.ts'
import { splitRow } from './split-row.ts'

const frame = { widths: [12, 40, 40], most: 4, letters: { size: 9 } }

test('a row that can be drawn stays one', () => {
  expect(splitRow(['CC1.1', 'a\nb', 'c'], frame)).toEqual([['CC1.1', 'a\nb', 'c']])
})

test('one that cannot goes on in further rows, under the same short words', () => {
  expect(splitRow(['CC1.1', 'a\nb\nc\nd\ne\nf', 'one\ntwo'], frame)).toEqual([
    ['CC1.1', 'a\nb\nc\nd', 'one\ntwo'],
    ['CC1.1', 'e\nf', ''],
  ])
})

test('no line is lost, none is torn, and only a single line may be too tall', () => {
  const line = fc
    .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 12, maxLength: 40 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const rows = splitRow(['id', lines.join('\n'), ''], frame)
      expect(rows.map((row) => row[1]).join('\n')).toBe(lines.join('\n'))
      for (const [id, text = ''] of rows) {
        expect(id).toBe('id')
        expect(!text.includes('\n') || linesIn(text, 40, frame.letters) <= frame.most).toBe(true)
      }
    }),
  )
})
