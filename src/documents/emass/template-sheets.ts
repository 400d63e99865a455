// The DoD assessment results template: its sheet of objectives, the cells that we may fill, and the limits that its glossary sets.
import { Refusal } from '../../core/refusal.ts'
import type { OpenSheet, OpenWorkbook } from './open-workbook.ts'
import { columnNumber } from './sheet-xml.ts'
import type { SheetCell } from './sheet-xml.ts'

/** A cell that stands there, or the place where it would stand. */
export interface Slot {
  readonly row: number
  readonly column: string
  readonly style: string | undefined
  readonly start: number
  readonly end: number
  readonly text: string
  readonly formula: boolean
}

export interface ObjectiveRow {
  readonly objective: string
  readonly row: number
  readonly inherited: Slot
  readonly provider: Slot
}

export interface Template {
  readonly objectives: { readonly sheet: OpenSheet; readonly rows: readonly ObjectiveRow[] }
  readonly organization: { readonly sheet: OpenSheet; readonly slot: Slot } | undefined
  readonly limits: { readonly organization: number; readonly provider: number }
}

const objectiveSheet = 'Requirement Objectives'
const titles = {
  objective: 'objective number',
  inherited: 'inherited',
  provider: 'if dependent on esp, enter esp name',
} as const
const accepted = ['None', 'Partial', 'Full']

/** What the glossary of version 3.8 says, where a template has none. */
const usualLimits = { organization: 100, provider: 2000 }

export function templateIn(book: OpenWorkbook): Template {
  const sheet = book.sheet(objectiveSheet)
  if (sheet === undefined)
    throw refusal(
      'the file',
      `it has no sheet "${objectiveSheet}", so it is not the CMMC Level 2 assessment results template of CMMC eMASS`,
    )
  const header = headerOf(sheet)
  requireVersion(sheet, book)
  return {
    objectives: { sheet, rows: rowsOf(sheet, header) },
    organization: organizationOf(book),
    limits: {
      organization: limitOf(book, 'OSC Name') ?? usualLimits.organization,
      provider: limitOf(book, 'Provider Dependency ESP Name') ?? usualLimits.provider,
    },
  }
}

interface Header {
  readonly row: number
  readonly objective: string
  readonly inherited: string
  readonly provider: string
}

/** By their titles, wherever they stand. */
function headerOf(sheet: OpenSheet): Header {
  const row = sheet.cells.find(({ text }) => plain(text) === titles.objective)?.row
  if (row === undefined) throw refusal(objectiveSheet, 'no column is titled "Objective Number"')
  const columnOf = (title: string): string => {
    const found = sheet.cells.filter((cell) => cell.row === row && plain(cell.text) === title)
    if (found.length === 1) return found[0]!.column
    throw refusal(
      `${objectiveSheet}, row ${row}`,
      `${found.length === 0 ? 'no column is' : 'several columns are'} titled "${title}"`,
    )
  }
  return {
    row,
    objective: columnOf(titles.objective),
    inherited: columnOf(titles.inherited),
    provider: columnOf(titles.provider),
  }
}

/** Before 3.6 "Inherited" took other answers than None, Partial and Full. */
function requireVersion(sheet: OpenSheet, book: OpenWorkbook): void {
  const [, major, minor] =
    sheet.cells.map(({ text }) => /Template Version\s+(\d+)\.(\d+)/i.exec(text)).find(Boolean) ?? []
  if (major !== undefined && (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 6)))
    throw refusal(
      objectiveSheet,
      `it is version ${major}.${minor}; from 3.6 on the template asks for None, Partial or Full. Fetch the current one from CMMC eMASS`,
    )
  const choices = choicesOf(book)
  if (choices.length !== accepted.length || !accepted.every((choice) => choices.includes(choice)))
    throw refusal(
      'Lookup Values',
      `the choices for "Inherited" are ${choices.length === 0 ? 'not there' : choices.join(', ')}; expected None, Partial and Full. Fetch the template anew from CMMC eMASS`,
    )
}

function choicesOf(book: OpenWorkbook): readonly string[] {
  const cells = book.sheet('Lookup Values')?.cells ?? []
  const head = cells.find(({ text }) => plain(text) === titles.inherited)
  if (head === undefined) return []
  return cells
    .filter(({ column, row, text }) => column === head.column && row > head.row && text.trim() !== '')
    .map(({ text }) => text.trim())
}

function rowsOf(sheet: OpenSheet, { row: head, objective, inherited, provider }: Header): readonly ObjectiveRow[] {
  const byRow = Map.groupBy(sheet.cells, ({ row }) => row)
  return sheet.cells
    .filter(({ column, row, text }) => column === objective && row > head && text.trim() !== '')
    .map(({ row, text }) => ({
      objective: text.trim(),
      row,
      inherited: slotAt(byRow.get(row)!, { row, column: inherited }),
      provider: slotAt(byRow.get(row)!, { row, column: provider }),
    }))
}

function slotAt(cells: readonly SheetCell[], { row, column }: { readonly row: number; readonly column: string }): Slot {
  const there = cells.find((cell) => cell.column === column)
  if (there !== undefined) return there
  const after = cells.find((cell) => columnNumber(cell.column) > columnNumber(column))
  const place = after?.start ?? cells.at(-1)!.end
  return { row, column, style: undefined, start: place, end: place, text: '', formula: false }
}

function organizationOf(book: OpenWorkbook): Template['organization'] {
  const sheet = book.sheet('Assessment')
  const label = sheet?.cells.find(({ text }) => plain(text) === 'osc name')
  const input = sheet?.cells.find(({ text }) => plain(text) === 'input')
  if (sheet === undefined || label === undefined || input === undefined) return undefined
  const cells = sheet.cells.filter(({ row }) => row === label.row)
  return { sheet, slot: slotAt(cells, { row: label.row, column: input.column }) }
}

/** Of the glossary, in its column of character limits. */
function limitOf(book: OpenWorkbook, name: string): number | undefined {
  const cells = book.sheet('Glossary')?.cells ?? []
  const head = cells.find(({ text }) => plain(text).startsWith('character limit'))
  const row = cells.find(({ text }) => text.trim() === name)?.row
  const limit = Number(cells.find((cell) => cell.row === row && cell.column === head?.column)?.text ?? '')
  return Number.isInteger(limit) && limit > 0 ? limit : undefined
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

function refusal(at: string, message: string): Refusal {
  return new Refusal('invalid', 'the template cannot be filled in', [{ at, message }])
}
