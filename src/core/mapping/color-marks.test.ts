import { expect, test } from 'vitest'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'
import type { DocumentReading } from './read-document.ts'

/** "C2 green, D3 yellow" after the table. */
function read(text: string, colors: string): DocumentReading {
  const colored = new Map(colors.split(', ').map((each) => each.split(' ') as [string, string]))
  return readDocument(
    {
      format: 'xlsx',
      tables: [{ ...sourceTable('CRM', text), colored }],
      statements: [],
      prose: 0,
      pictures: 0,
      issues: [],
    },
    {
      naming: { party: 'Nordic Cloud' },
      recogniser: () => (cell) =>
        /^3\.\d\.\d+$/.test(cell.text)
          ? { kind: 'known', found: [{ framework: 'cmmc-l2', requirement: cell.text, objectives: [] }], rest: '' }
          : { kind: 'none' },
      told: { tables: [], words: {} },
    },
  )
}

function placed({ claims, issues }: DocumentReading): readonly string[] {
  return [
    ...claims.map(({ requirement, ownership, at }) => `${requirement} ${ownership} ${at}`),
    ...issues.filter(({ message }) => message.includes('color')).map(({ at }) => `issue ${at}`),
  ]
}

const owners = (...words: readonly string[]): string =>
  `ID | Title | Responsibility / ${words.map((word, index) => `3.1.${index + 1} | Title ${index} | ${word}`).join(' / ')}`
const grid = (...cells: readonly string[]): string =>
  `ID | Title | Provider | Customer / ${cells.map((cell, index) => `3.1.${index + 1} | Title ${index} | ${cell}`).join(' / ')}`

test.each([
  ['one column of colors', owners('', '', ''), 'C2 green, C3 yellow, C4 green', 'CRM!C2'],
  ['a color in the column of each party', grid('|', '|', '|'), 'C2 green, D3 green, C4 green', 'CRM!C2'],
  ['one color in some rows of a column', owners('', '', ''), 'C2 green, C3 green', 'CRM!C2'],
])('declines what says it by colors: %s', (_, text, colors, at) => {
  const { declined, claims, issues } = read(text, colors)
  expect(declined).toContain('it marks who is responsible by colors')
  expect(claims).toEqual([])
  expect(issues.find(({ message }) => message.includes('by color'))?.at).toBe(at)
})

test.each([
  ['a column of one color', owners('', '', ''), 'C2 cream, C3 cream, C4 cream'],
  ['all columns of one color', grid('|', '|', '|'), 'C2 cream, D2 cream, C3 cream, D3 cream, C4 cream, D4 cream'],
  ['every second row', grid('|', '|', '|'), 'C2 grey, D2 grey, C4 grey, D4 grey'],
  ['a color where no party stands', owners('', '', ''), 'B2 green, B3 yellow'],
  ['colors in the header', owners('', '', ''), 'C1 green, B1 yellow'],
  ['a cell that somebody highlighted', owners('', '', '', ''), 'C3 yellow'],
])('takes no mark from %s', (_, text, colors) => {
  expect(read(text, colors).declined).toContain('it is a blank template')
})

test.each([
  [
    'a column of words',
    owners('Provider', '', 'Customer'),
    'C3 green',
    ['3.1.1 provider CRM!C2', '3.1.2 unclear CRM!C3', '3.1.3 client CRM!C4', 'issue CRM!C3'],
  ],
  [
    'marks',
    grid('X |', '|', '| X'),
    'D3 red',
    ['3.1.1 provider CRM!C2', '3.1.2 unclear CRM!D3', '3.1.3 client CRM!D4', 'issue CRM!D3'],
  ],
  [
    'marks beside colors, whose words stand',
    grid('X |', '| X', '| X'),
    'D2 red',
    ['3.1.1 provider CRM!C2', '3.1.2 client CRM!D3', '3.1.3 client CRM!D4'],
  ],
])('a row of color alone is unclear among %s', (_, text, colors, wanted) => {
  const reading = read(text, colors)
  expect(reading.declined).toBeUndefined()
  expect(placed(reading)).toEqual(wanted)
})
