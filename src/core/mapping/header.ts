// Where a table begins: the rows whose cells together say what the columns hold.
import type { Grid, GridCell } from './grid.ts'
import { headingMeaning } from './heading-words.ts'
import type { HeadingMeaning } from './heading-words.ts'
import { explainedAs } from './legend-words.ts'
import { ownershipIn } from './ownership-words.ts'
import type { Naming } from './party-words.ts'
import { plain } from './plain-words.ts'
import { namesRoles } from './role-columns.ts'

/** Indexes into the grid's rows; the body ends before the next header. */
export interface Region {
  readonly header: readonly number[]
  readonly body: readonly number[]
}

export interface Heading {
  readonly column: string
  /** the uppermost first; what a merged cell says stands over each of its columns */
  readonly texts: readonly string[]
}

/** What the search must know of a cell: whether an id that we know stands in it. */
export type NamesRequirement = (row: number, column: string) => boolean

const longestHeading = 160
const deepest = 3
/** An id of whatever scheme, ours or not: `AC-1`, `3.1.99`, `A&A-01.1`, `CC6.1`, `164.308`, `AC.L3-3.1.2e`, `1.0`; or a day, as on a cover. */
const identifies =
  /^\s*['§(]*\s*(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}|[A-Z&]{2,4}-\d|[A-Z]{2}\.(?:L\d-)?\d|(?:CC|PI|A|P|C)\d\.\d|\d{1,3}(?:\.\d{1,3}){1,3}(?![\d-]))/

export function findRegions(grid: Grid, naming: Naming, names: NamesRequirement): readonly Region[] {
  const headers = declared(grid, { naming, names }) ?? anywhere(grid, { naming, names })
  return headers.map((header, index) => {
    const from = header.at(-1)! + 1
    const to = headers[index + 1]?.[0] ?? grid.rows.length
    const body = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
    return { header, body: withoutLegend(body, grid, naming) }
  })
}

function declared(grid: Grid, knowing: Omit<Knowing, 'further'>): readonly (readonly number[])[] | undefined {
  const { table, rows } = grid
  if (table.declaredHeader === undefined || table.declaredHeader.length === 0) return undefined
  const numbers = new Set(table.declaredHeader)
  const further: Knowing = { ...knowing, further: true }
  const header = reaching(
    rows.flatMap(({ number }, index) => (numbers.has(number) ? [index] : [])),
    grid,
    further,
  )
  const below = rows.flatMap((_, row) => (row > (header.at(-1) ?? rows.length) ? [row] : []))
  return [header, ...below.filter((row) => turns([header.at(-1)!, row], grid, further)).map((row) => [row])]
}

/** A heading merged with the cell below makes that row one of the header, marked or not. */
function reaching(header: readonly number[], grid: Grid, knowing: Knowing): readonly number[] {
  const next = (header.at(-1) ?? grid.rows.length) + 1
  if (next >= grid.rows.length || header.length >= deepest || !follow([...header.slice(-1), next], grid)) return header
  const merged = grid.columns.some((column) => grid.cell(next, column)?.from === 'above')
  return merged && mayBeHeading(next, grid, knowing) ? reaching([...header, next], grid, knowing) : header
}

/** The header once more, further down, with its parties in another order. */
function turns([head, row]: readonly [number, number], grid: Grid, knowing: Knowing): boolean {
  const [above, here] = [textsOf(head, grid), textsOf(row, grid)]
  if (above.join('|') === here.join('|') || !mayBeHeading(row, grid, knowing)) return false
  if (above.toSorted().join('|') === here.toSorted().join('|')) return true
  return above[0] === here[0] && here[0] !== '' && saysEnough([row], grid, knowing)
}

function textsOf(row: number, grid: Grid): readonly string[] {
  return grid.columns.map((column) => plain(grid.cell(row, column)?.text ?? ''))
}

/** Where no heading names a party, the columns beside ids may still do, once somebody says what they mean. */
function anywhere(grid: Grid, knowing: Omit<Knowing, 'further'>): readonly (readonly number[])[] {
  const headers = found(grid, { ...knowing, enough: saysEnough })
  return headers.length > 0 ? headers : found(grid, { ...knowing, enough: headsIds })
}

interface Looking extends Knowing {
  readonly enough: (rows: readonly number[], grid: Grid, knowing: Knowing) => boolean
}

function found(grid: Grid, knowing: Omit<Looking, 'further'>): readonly (readonly number[])[] {
  const headers: (readonly number[])[] = []
  for (let row = 0; row < grid.rows.length; row += 1) {
    const header = headerAt(row, grid, { ...knowing, further: headers.length > 0 })
    if (header === undefined) continue
    const above = headers.at(-1)
    if (above && groups(above, header, grid)) headers[headers.length - 1] = [...above, ...header]
    else headers.push(header)
    row = header.at(-1)!
  }
  return headers
}

/** Right above a fuller header: no table without rows, but the names of its groups ("Nordic Cloud" over "Implementation description"). */
function groups(above: readonly number[], header: readonly number[], grid: Grid): boolean {
  const [last, first] = [above.at(-1)!, header[0]!]
  return last + 1 === first && above.length + header.length <= deepest && cellsIn(last, grid) < cellsIn(first, grid)
}

function cellsIn(row: number, grid: Grid): number {
  return new Set(grid.columns.flatMap((column) => grid.cell(row, column)?.at ?? [])).size
}

interface Knowing {
  readonly naming: Naming
  readonly names: NamesRequirement
  /** a header above it was found: a row of that table holds words for who does it too, and is no header */
  readonly further: boolean
}

/** The fewest rows that say enough, and those below that only divide them further. */
function headerAt(row: number, grid: Grid, knowing: Looking): readonly number[] | undefined {
  for (let depth = 1; depth <= deepest && row + depth <= grid.rows.length; depth += 1) {
    const rows = Array.from({ length: depth }, (_, offset) => row + offset)
    if (!mayBeHeading(rows.at(-1)!, grid, knowing) || !follow(rows, grid)) return undefined
    if (!knowing.enough(rows, grid, knowing)) continue
    return extended(rows, grid, knowing)
  }
  return undefined
}

/** No empty row parts them: what stands above one is another thing. */
function follow(rows: readonly number[], grid: Grid): boolean {
  return grid.rows[rows.at(-1)!]!.number - grid.rows[rows[0]!]!.number === rows.length - 1
}

function extended(rows: readonly number[], grid: Grid, knowing: Knowing): readonly number[] {
  const next = rows.at(-1)! + 1
  if (rows.length >= deepest || next >= grid.rows.length || !follow([...rows, next], grid)) return rows
  if (!divides(next, grid, knowing)) return rows
  return extended([...rows, next], grid, knowing)
}

/** Short texts, at least two, and no id that we know. */
function mayBeHeading(row: number, grid: Grid, { names, naming }: Knowing): boolean {
  const cells = cellsAt(row, grid)
  if (new Set(cells.map(({ at }) => at)).size < 2) return false
  if (cells.some(({ text, kind }) => text.length > longestHeading || kind !== 'text')) return false
  if (cells.some(({ text }) => identifies.test(text)) || explainsCode(cells, naming)) return false
  return !grid.columns.some((column) => names(row, column))
}

/** A legend below the table, behind an empty row, is no row of it. */
function withoutLegend(body: readonly number[], grid: Grid, naming: Naming): readonly number[] {
  const last = body.findLastIndex((row) => !explainsCode(cellsAt(row, grid), naming))
  const [end, next] = [body[last], body[last + 1]]
  return end === undefined || next === undefined || follow([end, next], grid) ? body : body.slice(0, last + 1)
}

function cellsAt(row: number, grid: Grid): readonly GridCell[] {
  return grid.columns.flatMap((column) => grid.cell(row, column) ?? [])
}

/** "P | Provider performs the control": a row of a legend. */
function explainsCode(cells: readonly GridCell[], naming: Naming): boolean {
  const [word, explained, ...more] = cells.map(({ text }) => text.trim())
  if (more.length > 0 || word === undefined || explained === undefined || !/^\p{Lu}{1,3}$/u.test(word)) return false
  return ownershipIn(word, naming) === undefined && explainedAs(explained, naming) !== undefined
}

/** One column says what the row is about, another who has a part in it. */
function saysEnough(rows: readonly number[], grid: Grid, { naming, names, further }: Knowing): boolean {
  const meanings = headingsOf(rows, grid).flatMap(({ texts }) => meaningOver(texts, naming)?.meaning ?? [])
  if (!meanings.some(({ is }) => allocating.has(is)) && (further || !namesRoles(headingsOf(rows, grid)))) return false
  return meanings.some(({ is }) => about.has(is)) || (!further && idsBelow(rows.at(-1)!, grid, names))
}

/** The last row above ids, whatever divides them. */
function headsIds(rows: readonly number[], grid: Grid, { names }: Knowing): boolean {
  let next = rows.at(-1)! + 1
  const named = (row: number): boolean => grid.columns.some((column) => names(row, column))
  while (next < grid.rows.length && isDivider(next, grid) && !named(next)) next += 1
  if (rows.length > 1 || next >= grid.rows.length) return false
  return named(next) || (identifies.test(cellsAt(next, grid)[0]?.text ?? '') && idsBelow(next, grid, names))
}

/** One cell alone, or one across the table: "Access Control (AC)". */
function isDivider(row: number, grid: Grid): boolean {
  return new Set(grid.columns.flatMap((column) => grid.cell(row, column)?.at ?? [])).size === 1
}

const allocating: ReadonlySet<HeadingMeaning['is']> = new Set([
  'ownership',
  'inheritance',
  'part',
  'box',
  'split',
  'counted-on',
])
const about: ReadonlySet<HeadingMeaning['is']> = new Set(['requirement', 'objective', 'activity'])
const looked = 12

function idsBelow(row: number, grid: Grid, names: NamesRequirement): boolean {
  for (let below = row + 1; below < Math.min(row + 1 + looked, grid.rows.length); below += 1)
    if (grid.columns.some((column) => names(below, column))) return true
  return false
}

/** A further row of the header: it stands under a cell that reaches over several columns, and names what is in them. */
function divides(row: number, grid: Grid, knowing: Knowing): boolean {
  const own = grid.columns.filter((column) => saysMore(column, row, grid))
  if (own.length === 0 || grid.columns.some((column) => knowing.names(row, column))) return false
  if (own.some((column) => grid.cell(row, column)!.text.length > longestHeading)) return false
  const first = grid.columns.find((column) => grid.cell(row - 1, column))
  const underGroup = own.every((column) => column !== first)
  const named = own.filter((column) => headingMeaning(grid.cell(row, column)!.text, knowing.naming) !== undefined)
  return underGroup && (named.length === own.length || underMerged(own, row, grid))
}

/** A text of its own, and not the one above it again. */
function saysMore(column: string, row: number, grid: Grid): boolean {
  const cell = grid.cell(row, column)
  return cell !== undefined && cell.from === undefined && cell.text !== grid.cell(row - 1, column)?.text
}

function underMerged(own: readonly string[], row: number, grid: Grid): boolean {
  return own.every((column) => {
    const above = grid.cell(row - 1, column)
    return above?.from === 'left' || grid.width(row - 1, column) > 1
  })
}

/** Texts over each column; an empty cell of an upper row stands under the group to its left when the row below says more. */
export function headingsOf(rows: readonly number[], grid: Grid): readonly Heading[] {
  const upper = new Map<number, string>()
  return grid.columns.flatMap((column) => {
    const texts: string[] = []
    for (const [depth, row] of rows.entries()) {
      const cell = grid.cell(row, column)
      const last = depth === rows.length - 1
      if (cell) upper.set(depth, cell.text)
      const text = cell?.text ?? (last || !grid.cell(rows[depth + 1]!, column) ? '' : (upper.get(depth) ?? ''))
      if (text.trim() !== '' && texts.at(-1) !== text) texts.push(text.replace(/\s+/g, ' ').trim())
    }
    return texts.length === 0 ? [] : [{ column, texts }]
  })
}

export interface Understood {
  readonly meaning: HeadingMeaning
  /** which of the heading's rows say it */
  readonly by: string
  /** the rows above it that say something else: a service, a group */
  readonly group: string
}

/** The lowest row's meaning, or what the rows say together. */
export function meaningOver(texts: readonly string[], naming: Naming): Understood | undefined {
  const own = texts.at(-1)
  if (own === undefined) return undefined
  const alone = headingMeaning(own, naming)
  const described = alone && ofGroup(alone, texts, naming)
  if (described) return described
  if (alone) return { meaning: alone, by: own, group: texts.slice(0, -1).join(' › ') }
  const joined = headingMeaning(texts.join(' '), naming)
  if (joined) return { meaning: joined, by: texts.join(' '), group: '' }
  if (texts.length < 2) return undefined
  const above = meaningOver(texts.slice(0, -1), naming)
  return above && { ...above, group: own }
}

/** "Description" alone may be anybody's; under a party's name it is that party's part. */
function ofGroup({ is }: HeadingMeaning, texts: readonly string[], naming: Naming): Understood | undefined {
  if (texts.length < 2 || (is !== 'notes' && is !== 'split')) return undefined
  const by = texts.join(' ')
  const meaning = headingMeaning(by, naming)
  return meaning?.is === 'part' ? { meaning, by, group: '' } : undefined
}
