// The tables of one sheet: where each begins, what its columns hold, and how the ids of each column are read.
import type { SourceTable } from '../claims/source-document.ts'
import { gridOf } from './grid.ts'
import type { Grid } from './grid.ts'
import { showsExample } from './example-rows.ts'
import { findRegions } from './header.ts'
import type { NamesRequirement, Region } from './header.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import { cellsInBrackets } from './ids-in-brackets.ts'
import type { BracketReader } from './ids-in-brackets.ts'
import { mapTable } from './map-table.ts'
import type { ColumnMapping, Mapping, TableMapping } from './mapping.ts'
import { isSureId, namesRequirements, withoutSections } from './own-numbers.ts'
import type { Naming } from './party-words.ts'
import type { Scheme } from '../requirement-id/scheme.ts'
import type { Recogniser } from './recogniser.ts'
import type { OwnLetters } from './role-legend.ts'
import { toldMapping } from './told-mapping.ts'

export interface IdColumn {
  readonly cells: readonly Pick<RawCell, 'text' | 'kind'>[]
  /** texts at its top and the names of the table, the nearest first: one of them may name a scheme of ids */
  readonly headings: readonly string[]
  /** whose ids it holds, where the mapping says so */
  readonly scheme?: Scheme
  /** where one of the cells stands */
  readonly placeOf?: (index: number) => string
}

export interface ReadingWith {
  readonly naming: Naming
  /** for one column: what the id in each of its cells names */
  readonly recogniser: (column: IdColumn) => Recogniser
  /** what the user confirmed or corrected for this layout */
  readonly told: Mapping
  /** what a legend in the document says that a code means */
  readonly legend?: Mapping['words']
  /** its own letters for the roles of RACI */
  readonly ownLetters?: OwnLetters
  /** what the document is called: its title, its file, its cover */
  readonly called?: readonly string[]
}

export interface FoundTable {
  readonly grid: Grid
  readonly region: Region
  readonly mapping: TableMapping
  readonly recognise: Recogniser
  /** where no column holds ids */
  readonly brackets?: BracketReader
}

export function tablesIn(
  table: SourceTable,
  { naming, recogniser, told, legend = {}, ownLetters, called = [] }: ReadingWith,
): readonly FoundTable[] {
  const grid = gridOf(table)
  const about = [...called, table.name, ...table.headings]
  const recognise = columnReader(grid, recogniser)
  const names: NamesRequirement = (row, column) => {
    const cell = grid.cell(row, column)
    return cell !== undefined && recognise(cell).kind === 'known'
  }
  return findRegions(grid, naming, names)
    .filter((region) => !showsExample(grid, region))
    .flatMap((region) =>
      besideEachOther(grid, region).flatMap((part) => {
        const numbered = { grid: part, region, recognise, about }
        const understood = withoutSections(
          mapTable(part, region, { naming, names, legend, ...(ownLetters && { ownLetters }) }),
          numbered,
        )
        if (explains(understood, part, region)) return []
        const found = withSchemes({ grid: part, region, mapping: toldMapping(understood, told), recognise }, recogniser)
        const brackets = bracketReader(found, { recogniser, named: () => namesRequirements(numbered) })
        return [{ ...found, ...(brackets && { brackets }) }]
      }),
    )
}

/** Ids of a column of which the mapping says whose they are. */
function withSchemes(table: FoundTable, recogniser: ReadingWith['recogniser']): FoundTable {
  const { grid, mapping, recognise } = table
  const told = new Map(
    mapping.columns.flatMap(({ column, scheme }) =>
      scheme === undefined ? [] : [[column, onceEach(recogniser({ ...idColumn(grid, column), scheme }))] as const],
    ),
  )
  if (told.size === 0) return table
  return { ...table, recognise: (cell) => (told.get(columnAt(cell)) ?? recognise)(cell) }
}

function columnAt({ at }: Parameters<Recogniser>[0]): string {
  return at.replace(/\d+$/, '')
}

/** One table twice beside itself, to save paper: the same headings from left to right again. */
function besideEachOther(grid: Grid, { header }: Region): readonly Grid[] {
  const row = header.at(-1)!
  const texts = grid.columns.map((column) => grid.cell(row, column)?.text.trim() ?? '')
  const first = texts.findIndex((text) => text !== '')
  const starts = texts.flatMap((text, at) => (text !== '' && text === texts[first] ? [at] : []))
  if (starts.length < 2 || header.length > 1) return [grid]
  const parts = starts.map((start, at) => grid.columns.slice(start, starts[at + 1]))
  const heads = parts.map((columns) =>
    columns
      .map((column) => grid.cell(row, column)?.text.trim() ?? '')
      .filter((text) => text !== '')
      .join('|'),
  )
  return new Set(heads).size === 1 ? parts.map((columns) => ({ ...grid, columns })) : [grid]
}

/** Whose part it is, and what that means, each once: a legend, and no row of work. */
function explains({ columns }: TableMapping, grid: Grid, { body }: Region): boolean {
  const [first, second] = columns
  if (
    first?.is !== 'ownership' ||
    second?.is !== 'activity' ||
    columns.some(({ is }) => is === 'requirement' || is === 'objective')
  )
    return false
  const words = body.flatMap((row) => grid.cell(row, first.column)?.text.trim().toLowerCase() ?? [])
  return words.length <= 12 && new Set(words).size === words.length
}

/** Undefined where a column holds ids, or nothing in brackets looks like one. */
function bracketReader(
  { grid, region, mapping, recognise }: FoundTable,
  given: { readonly recogniser: ReadingWith['recogniser']; readonly named: () => boolean },
): BracketReader | undefined {
  const named = mapping.columns.filter(({ is }) => is === 'requirement' || is === 'objective')
  const below = ({ column }: Pick<ColumnMapping, 'column'>) =>
    region.body.flatMap((row) => grid.cell(row, column) ?? [])
  if (named.some((column) => below(column).some((cell) => recognise(cell).kind !== 'none'))) return undefined
  const worded = [...mapping.columns.filter(({ is }) => is === 'activity'), ...named].slice(0, 1)
  const cells = cellsInBrackets(worded.flatMap(below).map(({ text }) => text)).filter(({ text }) => /\d/.test(text))
  if (cells.length === 0) return undefined
  const [column] = worded as [ColumnMapping]
  const { headings } = idColumn(grid, column.column)
  const inside = onceEach(given.recogniser({ cells, headings }))
  const sure = cells.some(({ text }) => isSureId(text, column.column, inside))
  return { recognise: inside, named: sure || given.named() }
}

/** Ids are recognised by the whole column: `3.1.1` among PCI's is not NIST's. */
function columnReader(grid: Grid, recogniser: ReadingWith['recogniser']): Recogniser {
  const byColumn = new Map<string, Recogniser>()
  return (cell) => {
    const column = columnAt(cell)
    const known = byColumn.get(column)
    if (known) return known(cell)
    const read = onceEach(recogniser(idColumn(grid, column)))
    byColumn.set(column, read)
    return read(cell)
  }
}

const top = 15

function idColumn({ rows, table }: Grid, column: string): IdColumn {
  const cells = rows.flatMap(({ cells: row }) => row.get(column) ?? [])
  const above = rows.slice(0, top).flatMap(({ cells: row }) => row.get(column)?.text ?? [])
  return {
    cells,
    headings: [...above.toReversed(), table.name, ...table.headings.toReversed()],
    placeOf: (index) => `${column}${rows.filter(({ cells: row }) => row.has(column))[index]?.number}`,
  }
}

function onceEach(recognise: Recogniser): Recogniser {
  const answers = new Map<string, ReturnType<Recogniser>>()
  return (cell) => {
    const key = `${cell.kind} ${cell.text}`
    const answer = answers.get(key) ?? recognise(cell)
    answers.set(key, answer)
    return answer
  }
}
