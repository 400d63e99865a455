// Values of any shape as tables: each list of groups is one, its fields the columns, the groups in a field written as `field.part`.
import type { RawCell } from '../../../core/proposal/raw-workbook.ts'
import type { SourceTable } from '../../../core/claims/source-document.ts'
import type { Issue } from '../../../core/issue.ts'
import { issuesIn, newIssues, note, type IssueList } from '../issue-list.ts'
import { newTally, type Tally } from '../source-limits.ts'
import { nameGiver } from '../table-names.ts'
import { addRow, newRows, widthIssues } from '../table-rows.ts'

export interface ValueTables {
  readonly tables: readonly SourceTable[]
  readonly prose: number
  readonly issues: readonly Issue[]
}

interface Walk {
  readonly tally: Tally
  readonly nameOf: (wanted: string) => string
  readonly tables: SourceTable[]
  readonly issues: Issue[]
  readonly nested: IssueList
  prose: number
}

type Group = Readonly<Record<string, unknown>>

export function valueTables(value: unknown, name: string): ValueTables {
  const walk: Walk = {
    tally: newTally(),
    nameOf: nameGiver(),
    tables: [],
    issues: [],
    nested: newIssues('what stands here is neither a text nor a list of groups, and was not read'),
    prose: 0,
  }
  visit(walk, value, [name])
  const { tables, prose, issues, nested } = walk
  return { tables, prose, issues: [...issues, ...issuesIn(nested)] }
}

/** Recursion goes as deep as values nest, which their reading has bounded. */
function visit(walk: Walk, value: unknown, path: readonly string[]): void {
  if (isGroup(value) && keyedTable(walk, value, path)) return
  if (isGroup(value)) for (const [field, part] of Object.entries(value)) visit(walk, part, [...path, field])
  else if (!Array.isArray(value)) walk.prose += typeof value === 'string' ? value.length : 0
  else if (value.some(isGroup)) groupsTable(walk, value, path)
  else if (value.some(Array.isArray)) listsTable(walk, value, path)
  else for (const part of value as readonly unknown[]) visit(walk, part, path)
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Groups by their names (`"3.1.1": { "owner": … }`): a list of groups, each with its name. */
function keyedTable(walk: Walk, value: Group, path: readonly string[]): boolean {
  const entries = Object.entries(value)
  if (entries.length < 2 || !entries.every(([name, part]) => /\d/.test(name) && isGroup(part))) return false
  groupsTable(
    walk,
    entries.map(([name, part]) => ({ id: name, ...(part as Group) })),
    path,
  )
  return true
}

/** The first row holds the names of the fields; the groups follow. */
function groupsTable(walk: Walk, list: readonly unknown[], path: readonly string[]): void {
  const name = walk.nameOf(path.slice(1).join('.') || path[0]!)
  const table = newRows(walk.tally)
  const inner: Inner[] = []
  const rows = list.map((item, index) => flat(isGroup(item) ? item : { value: item }, { index, inner }))
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  addRow(table, { number: 1, cells: columns })
  for (const [index, row] of rows.entries())
    addRow(table, { number: index + 2, cells: columns.map((column) => row.get(column)) })
  walk.issues.push(...widthIssues(name, table))
  walk.tables.push({
    name,
    headings: path.slice(1),
    rows: table.rows,
    declaredHeader: [1],
    hiddenColumns: [],
    merges: [],
  })
  for (const { value, steps } of inner) visit(walk, value, [...path, ...steps])
}

interface Inner {
  readonly value: unknown
  readonly steps: readonly string[]
}

interface Flattening {
  readonly index: number
  /** lists of groups inside: tables of their own */
  readonly inner: Inner[]
}

function flat(group: Group, { index, inner }: Flattening): ReadonlyMap<string, RawCell> {
  const cells = new Map<string, RawCell>()
  const take = (value: unknown, steps: readonly string[]): void => {
    if (isGroup(value)) for (const [field, part] of Object.entries(value)) take(part, [...steps, field])
    else if (Array.isArray(value) && value.some((part) => typeof part === 'object' && part !== null))
      inner.push({ value, steps: [String(index + 1), ...steps] })
    else cells.set(steps.join('.'), cellOf(value))
  }
  take(group, [])
  return cells
}

function cellOf(value: unknown): RawCell {
  if (Array.isArray(value)) return { text: value.map((part) => sayValue(part)).join('\n'), kind: 'text' }
  const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
  return { text: sayValue(value), kind }
}

function sayValue(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return typeof value === 'boolean' ? String(value).toUpperCase() : ''
}

/** Lists in a list, as spreadsheets are written down: each is a row. */
function listsTable(walk: Walk, list: readonly unknown[], path: readonly string[]): void {
  const name = walk.nameOf(path.slice(1).join('.') || path[0]!)
  const table = newRows(walk.tally)
  for (const [index, item] of list.entries()) {
    const cells = (Array.isArray(item) ? (item as readonly unknown[]) : [item]).map((part) => {
      if (typeof part !== 'object' || part === null) return cellOf(part)
      note(walk.nested, `${name}, row ${index + 1}`)
      return undefined
    })
    addRow(table, { number: index + 1, cells })
  }
  walk.issues.push(...widthIssues(name, table))
  walk.tables.push({ name, headings: path.slice(1), rows: table.rows, hiddenColumns: [], merges: [] })
}
