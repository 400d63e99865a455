// FedRAMP's tables of a system security plan, control by control: the summary with its check lists, and the solution.
import type { SourceTable } from '../claims/source-document.ts'
import { columnLetter } from '../proposal/raw-workbook.ts'
import { place } from '../mapping/grid.ts'

export interface ControlTables {
  readonly controls: readonly PlannedControl[]
  /** what of the tables is none of theirs, to be read as any other */
  readonly others: readonly SourceTable[]
}

export interface PlannedControl {
  /** as its head names it */
  readonly id: string
  /** where its check list of originations stands, else its head */
  readonly at: string
  /** a summary stands there, and not a solution alone */
  readonly summed: boolean
  /** the texts of both check lists */
  readonly lists: string
  readonly solution: readonly string[]
}

interface Draft {
  readonly id: string
  at: string
  summed: boolean
  readonly lists: string[]
  readonly solution: string[]
}

type Section = 'status' | 'origination' | 'other' | 'solution'

interface Plan {
  readonly drafts: Draft[]
  /** the last of each id */
  readonly byId: Map<string, Draft>
  now: Draft | undefined
  section: Section
}

export function controlTablesIn(tables: readonly SourceTable[]): ControlTables {
  const plan: Plan = { drafts: [], byId: new Map(), now: undefined, section: 'other' }
  const others = tables.flatMap((table) => {
    const first = table.rows.findIndex(({ cells }) => headIn(lineOf(cells), table) !== undefined)
    if (first === -1) return [table]
    plan.now = undefined
    for (const row of table.rows.slice(first)) takeRow(plan, row, table)
    return first === 0 ? [] : [{ ...table, rows: table.rows.slice(0, first) }]
  })
  return { controls: plan.drafts.map((draft) => ({ ...draft, lists: draft.lists.join('\n') })), others }
}

type Row = SourceTable['rows'][number]

function lineOf(cells: Row['cells']): string {
  return [...cells.values()]
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

interface Head {
  readonly id: string
  readonly of: 'summary' | 'solution'
}

const longestHead = 200
const summaryHead = /^(.{0,100}?)\s*\b(?:control|control enhancement) summary(?: information)?\s*:?$/i
const solutionHead = /^(.{0,100}?)\s*\bwhat is the solution and how is it implemented\s*[?:.]{0,2}$/i

function headIn(line: string, { headings }: SourceTable): Head | undefined {
  if (line.length > longestHead) return undefined
  const summary = summaryHead.exec(line)?.[1]
  const id = summary ?? solutionHead.exec(line)?.[1]
  if (id === undefined) return undefined
  return { id: id.replace(/[\s:–—-]+$/, '') || idAbove(headings), of: summary === undefined ? 'solution' : 'summary' }
}

const idFirst = /^[A-Z]{2}-\d{1,2}(?:\s?\(\d{1,2}\))?/

/** A table that names no control in its head is the control's under whose heading it stands. */
function idAbove(headings: readonly string[]): string {
  const nearest = headings.at(-1) ?? ''
  return idFirst.exec(nearest)?.[0] ?? nearest
}

function takeRow(plan: Plan, row: Row, table: SourceTable): void {
  const head = headIn(lineOf(row.cells), table)
  if (head !== undefined) {
    open(plan, head, place(table, `${firstColumn(row)}${row.number}`))
    return
  }
  for (const [column, { text }] of row.cells)
    for (const line of text.split('\n')) takeLine(plan, { line: line.trim(), at: `${column}${row.number}` }, table)
}

function firstColumn({ cells }: Row): string {
  return cells.keys().next().value ?? columnLetter(0)
}

function open(plan: Plan, { id, of }: Head, at: string): void {
  plan.section = of === 'solution' ? 'solution' : 'other'
  const known = of === 'solution' ? plan.byId.get(idKey(id)) : undefined
  plan.now = known ?? { id, at, summed: of === 'summary', lists: [], solution: [] }
  if (known !== undefined) return
  plan.drafts.push(plan.now)
  plan.byId.set(idKey(id), plan.now)
}

/** `AC-02 (01)` and `AC-2(1)` are one. */

function idKey(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/\b0+(?=\d)/g, '')
}

/** The rows of a summary begin with one of these; so does the one cell of such a row. */
const labels: readonly (readonly [Exclude<Section, 'solution'>, RegExp])[] = [
  ['status', /^implementation (?:status|type|state)\s*(?:\([^()]*\))?\s*:?\s*/i],
  ['origination', /^control origin(?:ation)?\s*(?:\([^()]*\))?\s*:?\s*/i],
  ['other', /^(?:responsible role|parameter\b)[^:]{0,80}(?::|$)/i],
]

interface Line {
  readonly line: string
  readonly at: string
}

function takeLine(plan: Plan, { line, at }: Line, table: SourceTable): void {
  const { now } = plan
  const head = headIn(line, table)
  if (head !== undefined) open(plan, head, place(table, at))
  else if (now !== undefined && line !== '') takeWords(plan, now, { line, at: place(table, at) })
}

function takeWords(plan: Plan, now: Draft, { line, at }: Line): void {
  if (plan.section === 'solution') {
    now.solution.push(line)
    return
  }
  const [section, label] = labels.find(([, pattern]) => pattern.test(line)) ?? []
  if (section !== undefined) plan.section = section
  if (section === 'origination') now.at = at
  if (plan.section !== 'other') now.lists.push(label === undefined ? line : line.replace(label, ''))
}
