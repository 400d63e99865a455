// What the fonts draw, read from their files, and what follows for lines and columns.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from '../../core/paper/paper.ts'
import { columnWidths } from './column-widths.ts'
import type { Table } from './column-widths.ts'
import { fontFiles, fontSets, typefaceOf } from './fonts.ts'
import { fontsFor } from './printable.ts'
import { setText } from './set-line.ts'
import { readTypeface, renamed } from './typeface.ts'
import { longestWord, partsOf, widthOf } from './wrapping.ts'

const drawn = (character: string): number => character.codePointAt(0)!

test.each([
  ['latin', 'AéŁΩЖ—€', 'あ深שع'],
  ['arabic', 'عربي', 'A'],
  ['hebrew', 'שלום', 'あ'],
  ['japanese', '日本語カな', '讯'],
  ['chinese', '腾讯深圳', 'ש'],
  ['korean', '한빛전자', 'ש'],
] as const)('the %s font draws %s and not %s', (set, those, others) => {
  for (const character of those) expect(typefaceOf(set).draws(drawn(character)), character).toBe(true)
  for (const character of others) expect(typefaceOf(set).draws(drawn(character)), character).toBe(false)
})

test.each(['latin', 'arabic', 'hebrew'] as const)(
  'every weight of the %s font draws what its regular weight draws',
  (set) => {
    const [regular, ...others] = fontFiles(set).map(readTypeface)
    const characters = Array.from({ length: 0x3000 }, (_, codePoint) => codePoint).filter((one) => regular?.draws(one))
    expect(characters.length).toBeGreaterThan(80)
    for (const other of others) expect(characters.filter((one) => !other.draws(one))).toEqual([])
  },
)

test('the em dash is as wide as the type is high, a space far less', () => {
  expect(typefaceOf('latin').advance(drawn('—'))).toBe(1)
  expect(typefaceOf('latin').advance(drawn(' '))).toBeCloseTo(0.26, 2)
})

test('no font keeps the family name under which a machine may have another', () => {
  for (const set of fontSets.slice(0, 3))
    for (const file of fontFiles(set)) expect(file.toString('latin1')).toMatch(/D\0e\0m\0a\0r\0c/u)
  expect(() => renamed(fontFiles('latin')[0]!, 'A family name that is far too long to fit')).toThrow('is longer')
})

test.each([
  ['Tamarack Dental', ['latin']],
  ['שלום Zürich', ['latin', 'hebrew']],
  ['日立', ['latin', 'japanese']],
  ['讯 日', ['latin', 'chinese', 'japanese']],
])('for %s it needs the fonts %j', (text, sets) => {
  expect(fontsFor([{ at: 'here', text }])).toEqual(sets)
})

test('a Chinese name is set in one font, not in two by turns', () => {
  expect(setText('深圳市腾讯', 50)).toEqual([{ parts: ['深圳市腾讯'], chinese: true }])
  expect(setText('日立', 50)).toBe('日立')
  expect(setText('腾かな', 50)).toBe('腾かな')
})

describe('a word breaks', () => {
  test.each([
    ['not, where it fits', 'access-control', 20, ['access-control']],
    [
      'after its signs first',
      'https://example.org/a-long-path',
      8,
      ['https:', '/', '/', 'example.', 'org/', 'a-', 'long-', 'path'],
    ],
    ['between letters where nothing else helps', 'abcabc', 1, ['a', 'b', 'c', 'a', 'b', 'c']],
  ])('%s', (_, text, room, parts) => expect(partsOf(text, room)).toEqual(parts))

  test('and nothing is added or lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (text, room) => {
        expect(partsOf(text, room).join('')).toBe(text)
      }),
    )
  })

  test('so that no part is wider than the room, letters excepted', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.()/-]{1,60}$/u), fc.integer({ min: 2, max: 12 }), (text, room) => {
        for (const part of partsOf(text, room)) if (part.length > 1) expect(widthOf(part)).toBeLessThanOrEqual(room)
      }),
    )
  })
})

describe('columns', () => {
  const setting = { room: 500, size: 8, padding: 9 }
  const tableOf = (columns: Table['columns'], ...rows: readonly (readonly string[])[]): Table => ({
    kind: 'table',
    caption: '',
    columns,
    groups: [{ rows: rows.map((row) => row.map((text) => [plain(text)])) }],
  })

  test('fill the page exactly, whatever stands in them', () => {
    const text = fc.string({ maxLength: 60 })
    const column = fc.record(
      { title: text, weight: fc.integer({ min: 1, max: 9 }), ids: fc.constant(true) },
      { requiredKeys: ['title'] },
    )
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 9 }),
        fc.array(fc.array(text, { maxLength: 9 }), { maxLength: 6 }),
        (columns, rows) => {
          const widths = columnWidths(tableOf(columns, ...rows), setting)
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(500, 6)
          for (const width of widths) expect(width).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('of ids are as wide as their longest id', () => {
    const [ids] = columnWidths(
      tableOf(
        [
          { title: 'Id', ids: true },
          { title: 'Duty', weight: 9 },
        ],
        ['AC.L2-3.1.1[a]', 'x '.repeat(900)],
      ),
      setting,
    )
    expect(ids).toBeCloseTo(longestWord('AC.L2-3.1.1[a]') * 8 + 9, 6)
  })

  test('that are nearly empty give their width to the ones that are full', () => {
    const [full, empty] = columnWidths(
      tableOf(
        [
          { title: 'A', weight: 1 },
          { title: 'B', weight: 1 },
        ],
        ['word '.repeat(300), 'no'],
      ),
      setting,
    )
    expect(full).toBeGreaterThan(400)
    expect(empty).toBeGreaterThan(20)
  })

  test('leave the first one room to name its row, and an empty one room for its head', () => {
    const about = 'Name the client’s security official, and list who may approve what'
    const titles = ['What it is about', 'You', 'Proof', 'How it meets the others', 'Asked by'].map((title) => ({
      title,
    }))
    const rows = [0, 1, 2].map(() => [about, 'word '.repeat(300), 'word '.repeat(60), '', 'AC.1'])
    const [first, , , empty] = columnWidths(tableOf(titles, ...rows), setting)
    expect(first).toBeGreaterThanOrEqual(500 / 7.5 - 1e-9)
    expect(empty).toBeGreaterThan(1.08 * longestWord('others') * 8 + 9)
  })
})
