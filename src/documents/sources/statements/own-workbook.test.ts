import { beforeAll, describe, expect, test } from 'vitest'
import type { SourceTable } from '../../../core/claims/source-document.ts'
import type { RawCell } from '../../../core/proposal/raw-workbook.ts'
import { workbookOf } from '../../../core/workbook/workbook-of.ts'
import { subjectOf } from '../../../core/testing/sample-rendition.ts'
import { readWorkbook } from '../../xlsx/read-workbook.ts'
import { writeWorkbook } from '../../xlsx/write-workbook.ts'
import { readOwnWorkbook } from './own-workbook.ts'

describe('a workbook of ours that was worked on', () => {
  let tables: readonly SourceTable[] = []
  let properties: Readonly<Record<string, string>> = {}
  let sheet = ''

  beforeAll(async () => {
    const subject = subjectOf()
    const read = await readWorkbook(await writeWorkbook(workbookOf(subject), subject.rendition))
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    tables = read.value.sheets.map((one) => ({ ...one, headings: [] }))
    properties = read.value.properties
    sheet = readOwnWorkbook(tables, properties)!.statements[0]!.at.split('!')[0]!
  })

  /** With one sheet's cells changed; undefined empties a cell. */
  function changed(change: (letter: string, row: number, cell: RawCell) => RawCell | undefined) {
    const edited = tables.map((table) =>
      table.name !== sheet
        ? table
        : {
            ...table,
            rows: table.rows.map((row) => ({
              ...row,
              cells: new Map(
                [...row.cells].flatMap(([letter, cell]) => {
                  const after = change(letter, row.number, cell)
                  return after === undefined ? [] : [[letter, after] as const]
                }),
              ),
            })),
          },
    )
    return readOwnWorkbook(edited, properties)!
  }

  /** Of this sheet's heading. */
  function letterOf(title: string): string {
    const [header] = tables.find(({ name }) => name === sheet)!.rows
    return [...header!.cells].find(([, { text }]) => text === title)![0]
  }

  test('a word that is no ownership is unclear, with its cell', () => {
    const letter = letterOf('Ownership')
    const { statements, issues } = changed((at, row, cell) =>
      at === letter && row === 2 ? { text: 'mostly MSP', kind: 'text' } : cell,
    )
    expect(statements[0]!.ownership).toBe('unclear')
    expect(issues.map(({ at }) => at)).toEqual([`${sheet}!${letter}2`])
  })

  test('an error in a cell is told, and its row still counts', () => {
    const letter = letterOf('Ownership')
    const { statements, issues } = changed((at, row, cell) =>
      at === letter && row === 2 ? { text: '#REF!', kind: 'error' } : cell,
    )
    expect(statements[0]!.ownership).toBe('unclear')
    expect(issues.length).toBeGreaterThan(0)
  })

  test('a row without an id is told', () => {
    const letter = letterOf('Id')
    const { issues } = changed((at, row, cell) => (at === letter && row === 2 ? undefined : cell))
    expect(issues).toEqual([{ at: `${sheet}!${letter}2`, message: 'this row names no objective; it was not read' }])
  })

  test('without the column of ids nothing is read from the sheet, and that is told', () => {
    const letter = letterOf('Id')
    const { issues, statements } = changed((at, _, cell) => (at === letter ? undefined : cell))
    expect(issues.map(({ at }) => at)).toContain(sheet)
    expect(statements.filter(({ at }) => at.startsWith(`${sheet}!`))).toEqual([])
  })

  test('a renamed sheet is told', () => {
    const renamed = tables.map((table) => (table.name === sheet ? { ...table, name: 'Other' } : table))
    expect(readOwnWorkbook(renamed, properties)!.issues[0]!.at).toBe(sheet)
  })

  test('without its hidden sheet, or as a stranger’s, it is not ours to read', () => {
    expect(
      readOwnWorkbook(
        tables.filter(({ name }) => name !== '_demarc'),
        properties,
      ),
    ).toBeUndefined()
    expect(readOwnWorkbook(tables, { 'demarc-format': 'demarc/workbook@9' })).toBeUndefined()
    expect(readOwnWorkbook([], {})).toBeUndefined()
  })
})
