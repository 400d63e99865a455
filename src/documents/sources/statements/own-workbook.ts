// A workbook that Demarc wrote, whatever became of it since: the sheet of each framework, read by the columns that it had.
import { brief } from '../../../core/brief.ts'
import type { ClaimOwnership } from '../../../core/claims/claim.ts'
import type { SourceDocument, SourceTable, Statement } from '../../../core/claims/source-document.ts'
import type { Issue } from '../../../core/issue.ts'
import { plain } from '../../../core/proposal/cell-text.ts'
import type { RawCell, RawRow, RawWorkbook } from '../../../core/proposal/raw-workbook.ts'
import { identityOf } from '../../../core/proposal/whose-workbook.ts'
import { rowIdTitle } from '../../../core/workbook/row-id.ts'
import { workbookFormat } from '../../../core/workbook/workbook-of.ts'
import { given, sourceOf } from './source-of.ts'
import { cleanText } from './spot.ts'

const hiddenName = '_demarc'
const headerWithin = 20

/** Undefined where it is none of ours, or has lost the hidden sheet that tells its columns. */
export function readOwnWorkbook(
  tables: readonly SourceTable[],
  properties: RawWorkbook['properties'],
): SourceDocument | undefined {
  const identity = identityOf({ sheets: tables, properties })
  const titles = columnTitles(tables)
  if (identity['demarc-format'] !== workbookFormat || titles.size === 0) return undefined
  const issues: Issue[] = []
  const statements = [...titles].flatMap(([name, columns]) => sheetStatements(name, columns, { tables, issues }))
  return sourceOf({ format: 'demarc-workbook', statements }, issues)
}

/** Key by title of each sheet that shows objectives. */
function columnTitles(tables: readonly SourceTable[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const { cells } of tables.find(({ name }) => name === hiddenName)?.rows ?? []) {
    const [sheet, key, title] = ['A', 'C', 'D'].map((letter) => plain(cells.get(letter)?.text ?? ''))
    if (!sheet || !key || !title) continue
    const columns = found.get(sheet) ?? new Map<string, string>()
    found.set(sheet, columns.set(title.toLowerCase(), key))
  }
  return new Map([...found].filter(([, columns]) => isFrameworkSheet(new Set(columns.values()))))
}

function isFrameworkSheet(keys: ReadonlySet<string>): boolean {
  return ['id', 'row', 'ownership', 'status'].every((key) => keys.has(key))
}

interface Around {
  readonly tables: readonly SourceTable[]
  readonly issues: Issue[]
}

function sheetStatements(
  name: string,
  columns: ReadonlyMap<string, string>,
  { tables, issues }: Around,
): readonly Statement[] {
  const table = tables.find((one) => plain(one.name) === name)
  const header = table?.rows.slice(0, headerWithin).find(isHeader)
  if (table === undefined || header === undefined) {
    const missing = table === undefined ? 'this sheet was removed or renamed' : 'its row of column titles is gone'
    issues.push({ at: name, message: `${missing}; nothing on it was read` })
    return []
  }
  const letters = lettersOf(header, columns)
  const lost = ['id', 'ownership'].find((key) => !letters.has(key))
  if (lost !== undefined) {
    issues.push({ at: name, message: `its column "${lost}" is gone; nothing on it was read` })
    return []
  }
  const rows = table.rows.filter(({ number }) => number > header.number)
  return rows.flatMap((row) => rowStatement(row, letters, { name: table.name, issues, header }))
}

function isHeader({ cells }: RawRow): boolean {
  return [...cells.values()].some(({ text }) => plain(text).toLowerCase() === rowIdTitle.toLowerCase())
}

/** Letter by key, wherever a column was moved; of two with one title the first. */
function lettersOf({ cells }: RawRow, columns: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const [letter, { text }] of cells) {
    const key = columns.get(plain(text).toLowerCase())
    if (key !== undefined && !letters.has(key)) letters.set(key, letter)
  }
  return letters
}

interface InSheet {
  readonly name: string
  readonly issues: Issue[]
  readonly header: RawRow
}

function rowStatement(
  row: RawRow,
  letters: ReadonlyMap<string, string>,
  { name, issues, header }: InSheet,
): readonly Statement[] {
  const place = (key: string): string => `${name}!${letters.get(key)!}${row.number}`
  const cell = (key: string): RawCell | undefined => row.cells.get(letters.get(key) ?? '')
  const text = (key: string): string => {
    const found = cell(key)
    if (found?.kind !== 'error') return cleanText(found?.text ?? '')
    issues.push({ at: place(key), message: `it holds the error ${brief(found.text)}; it was not read` })
    return ''
  }
  const id = text('id')
  if (id === '') {
    issues.push({ at: place('id'), message: 'this row names no objective; it was not read' })
    return []
  }
  const word = text('ownership')
  const ownership = ownerships.get(plain(word).toLowerCase())
  if (ownership === undefined)
    issues.push({
      at: place('ownership'),
      message: `${word === '' ? 'nothing' : `"${brief(word)}"`} is no ownership that Demarc writes; it stays unclear`,
    })
  const parts = [...letters].flatMap(([key, letter]) => {
    const duty = key.startsWith('party:') ? text(key) : ''
    return duty === '' ? [] : [{ key, duty, label: labelOf(header.cells.get(letter)?.text ?? '') }]
  })
  const others = parts.filter(({ key }) => key !== 'party:client')
  const holders = parts.filter(({ key }) => key !== 'party:unassigned')
  return [
    {
      at: place('id'),
      id,
      ...given('party', holders.length === 1 ? holders[0]!.label : undefined),
      ownership: ownership ?? 'unclear',
      text: others.map(({ label, duty }) => `${label}: ${duty}`).join('\n'),
      ...given('customerMust', parts.find(({ key }) => key === 'party:client')?.duty),
    },
  ]
}

/** The words of the sheet's column "Ownership". */
const ownerships: ReadonlyMap<string, ClaimOwnership> = new Map([
  ['msp', 'msp'],
  ['client', 'client'],
  ['provider', 'provider'],
  ['shared', 'shared'],
  ['not applicable', 'not-applicable'],
  ['unassigned', 'unclear'],
])

function labelOf(title: string): string {
  return cleanText(plain(title).replace(/: duty$/i, ''))
}
