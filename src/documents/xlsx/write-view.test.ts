import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sampleRendition, subjectOf } from '../../core/testing/sample-rendition.ts'
import { viewNames, views } from '../../core/views/catalogue.ts'
import type { Table, View } from '../../core/views/view.ts'
import { writeView } from './write-view.ts'

function viewOf(...tables: readonly Table[]): View {
  return { name: 'srm', title: 'A title: of a matrix', intro: ['An introduction.'], preface: [], shows: [], tables }
}

const identity: Table = { title: 'Identity', columns: ['Activity', 'Status'], rows: [['Disable', 'settled']] }

async function rowsOf(view: View): Promise<Readonly<Record<string, readonly (readonly unknown[])[]>>> {
  const file = await readXlsx(await writeView(view, sampleRendition))
  return Object.fromEntries(file.sheets.map(({ name, rows }) => [name, rows.map((row) => row.slice(1))]))
}

test('tables of the same columns are one sheet, with the section of each row', async () => {
  const physical = { ...identity, title: 'Physical', rows: [['Escort', 'open']] }
  expect((await rowsOf(viewOf(identity, physical)))['A title']).toEqual([
    ['Section', 'Activity', 'Status'],
    ['Identity', 'Disable', 'settled'],
    ['Physical', 'Escort', 'open'],
  ])
})

test('tables of other columns are sheets of their own, whatever their titles', async () => {
  const other = { title: 'Identity', columns: ['Id'], rows: [['AC-1']] }
  const sheets = await rowsOf(viewOf(identity, other, { ...other, title: '[A/B]: *?' }))
  expect(Object.keys(sheets)).toEqual(['About', 'Identity', 'Identity 2', 'A B'])
  expect(sheets['Identity 2']).toEqual([['Id'], ['AC-1']])
})

test('what a reader must know first stands on the first sheet, each word under its column’s name', async () => {
  const parties = {
    title: 'Parties',
    columns: ['Party', 'Part', 'Class'],
    rows: [
      ['Sample IT', 'MSP', 'ESP'],
      ['X', '', ''],
    ],
  }
  const file = await readXlsx(await writeView({ ...viewOf(identity), preface: [parties] }, sampleRendition))
  const texts = file.sheets[0]!.rows.map((row) => row.filter((text) => text !== null)).filter(
    ({ length }) => length > 0,
  )
  expect(texts).toEqual([
    ['A title: of a matrix'],
    ['An introduction.'],
    ['Parties'],
    ['Sample IT', 'Part: MSP\nClass: ESP'],
    ['X'],
  ])
})

const tall = Array.from({ length: 80 }, (_, index) => `Duty ${index}`).join('\n')

test('a row too tall to draw stays one, and the first sheet says so', async () => {
  const file = await readXlsx(await writeView(viewOf({ ...identity, rows: [[tall, 'settled']] }), sampleRendition))
  expect(file.sheets[1]!.rows.slice(1).map((row) => row.slice(1))).toEqual([['Identity', tall, 'settled']])
  expect(file.sheets[0]!.rows.flat()).toContainEqual(expect.stringMatching(/^In one row a cell holds more text/))
  expect(JSON.stringify(await rowsOf(viewOf(identity)))).not.toContain('more text than')
})

test('only what no cell holds goes on in a further row, which is no second answer', async () => {
  const long = `${tall}\n`.repeat(60).trim()
  const table = { ...identity, rows: [['AC-2', 'settled', long]], columns: ['Activity', 'Status', 'Duties'] }
  const rows = (await rowsOf(viewOf(table)))['Identity']!.slice(1)
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Identity', 'AC-2', 'settled'],
    ['Identity', 'AC-2 (continued)', null],
  ])
  expect(rows.map((row) => row[3]).join('\n')).toBe(long)
})

test.each(viewNames)('the view %s is a workbook', async (name) => {
  const view = views[name](subjectOf())
  const file = await readXlsx(await writeView(view, sampleRendition))
  expect(file.sheets[0]!.name).toBe('About')
  const rows = file.sheets.slice(1).reduce((total, sheet) => total + sheet.rows.length - 1, 0)
  expect(rows).toBe(view.tables.reduce((total, table) => total + table.rows.length, 0))
})
