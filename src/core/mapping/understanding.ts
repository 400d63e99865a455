// Whether anything that stands in a row was understood: somebody's part, or that it is left open.
import type { Grid } from './grid.ts'
import { isPlaceholder } from './marks.ts'
import { allocating } from './mapping.ts'
import type { Region } from './header.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { ownershipIn } from './ownership-words.ts'
import type { Naming } from './party-words.ts'
import type { RowEvidence } from './row-evidence.ts'
import { isNonAnswer } from './same-non-answer.ts'

export function saysAPart({ sayings, parts, split, countedOn }: RowEvidence): boolean {
  return (
    sayings.some(({ ownership }) => ownership !== 'unclear') ||
    parts.some(({ nothing }) => !nothing) ||
    split.length > 0 ||
    countedOn.length > 0
  )
}

export interface RowOf {
  readonly grid: Grid
  readonly columns: readonly ColumnMapping[]
  readonly naming: Naming
}

/** Nothing stands where a part should but "TBD", or the list that one has to choose from. */
export function isLeftOpen({ grid, columns, naming }: RowOf, row: number): boolean {
  return columns
    .filter(({ is }) => allocating.has(is))
    .map(({ column }) => grid.cell(row, column)?.text ?? '')
    .every((text) => text.trim() === '' || isPlaceholder(text) || leavesOpen(text, naming))
}

function leavesOpen(text: string, naming: Naming): boolean {
  return ownershipIn(text, naming)?.ownership === 'unclear' || isNonAnswer(text, naming)
}

const shortest = 4
const longestCode = 24
const half = 0.5
const letters = /^\p{Lu}{1,3}(?:\s*[/,;+&]\s*\p{Lu}{1,3})*$/u

interface Grids {
  readonly grid: Grid
  readonly region: Region
  readonly mapping: TableMapping
}

/** A few words, each of them in many cells under the names of both sides or where one stands for them: a grid of parts, whatever the words mean. */
export function isGridOfCodes(table: Grids): boolean {
  const { columns } = table.mapping
  const owned = textsIn(
    columns.filter(({ is }) => is === 'ownership'),
    table,
  )
  if (new Set(owned).size < owned.length && owned.every((text) => letters.test(text))) return true
  const parties = columns.filter(({ of, is }) => of !== undefined && allocating.has(is))
  if (new Set(parties.map(({ of }) => of)).size < 2) return false
  const texts = textsIn(parties, table)
  return recur(texts) && texts.every((text) => text.length <= longestCode && !/\d/.test(text))
}

function textsIn(columns: readonly ColumnMapping[], { grid, region }: Grids): readonly string[] {
  return columns
    .flatMap(({ column }) => region.body.map((row) => grid.cell(row, column)?.text.trim() ?? ''))
    .filter((text) => text !== '')
}

function recur(texts: readonly string[]): boolean {
  return texts.length >= shortest && new Set(texts).size <= half * texts.length
}
