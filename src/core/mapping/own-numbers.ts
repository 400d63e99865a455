// Numbers such as 3.1.1 in a column of somebody's table: requirements of NIST SP 800-171, or sections of that document.
import { schemesNamed } from '../requirement-id/scheme.ts'
import type { Grid } from './grid.ts'
import type { Region } from './header.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { plain } from './plain-words.ts'
import type { Recogniser } from './recogniser.ts'

export interface Numbered {
  readonly grid: Grid
  readonly region: Region
  readonly recognise: Recogniser
  /** what the document, the sheet and the headings above the table are called */
  readonly about: readonly string[]
}

/** Why a column of numbers is not read as ids. */
export const mayBeSections =
  'its numbers may be sections of this document: neither its heading nor a title, nor another id, says whose they are'

/** Beside words for what each row is about, numbers that nothing calls requirements are left to the user. */
export function withoutSections(mapping: TableMapping, table: Numbered): TableMapping {
  const doubted = mapping.columns.filter((column) => mayCount(column, table))
  if (doubted.length === 0 || namesRequirements(table)) return mapping
  const described = mapping.columns.some(({ is }) => is === 'activity')
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      doubted.includes(column) ? leftOpen(column, { ...table, described }) : column,
    ),
  }
}

function leftOpen(
  column: ColumnMapping,
  { described, ...table }: Numbered & { readonly described: boolean },
): ColumnMapping {
  if (described) return { ...column, is: 'unknown', because: mayBeSections }
  const worded = textsIn(column, table).some((text) => /\p{L}{3}/u.test(text))
  return worded ? { ...column, is: 'activity', because: mayBeSections } : column
}

/** Bare numbers under a heading that calls them no requirements, and too few to be those of NIST. */
function mayCount(column: ColumnMapping, table: Numbered): boolean {
  if (column.is !== 'requirement' || saysRequirement(column.heading)) return false
  const texts = textsIn(column, table)
  return (
    texts.some((text) => threefold.test(text)) &&
    texts.every((text) => !isSureId(text, column.column, table.recognise)) &&
    !isPlain(column, table)
  )
}

const looked = 400

function textsIn({ column }: Pick<ColumnMapping, 'column'>, { grid, region }: Numbered): readonly string[] {
  return region.body.slice(0, looked).flatMap((row) => grid.cell(row, column)?.text ?? [])
}

const bare = /^[\s§("'[]*\d/
const threefold = /^[\s§("'[]*3\.\d{1,2}\.\d/
const manyNumbers = 20
const manyFamilies = 3

/** So many numbers, over several families, and all of them known: no document numbers its sections so. */
function isPlain({ column }: ColumnMapping, table: Numbered): boolean {
  const read = textsIn({ column }, table)
    .filter((text) => bare.test(text) && !/^\s*3\.\d{1,2}(?![\d.])/.test(text))
    .map((text) => table.recognise({ text, kind: 'text', at: `${column}1` }))
  const found = new Set(read.flatMap((is) => ('found' in is ? is.found.map(({ requirement }) => requirement) : [])))
  const families = new Set([...found].map((requirement) => /3\.\d{1,2}(?=\.\d{1,2}$)/.exec(requirement)?.[0]))
  return read.every(({ kind }) => kind === 'known') && found.size >= manyNumbers && families.size >= manyFamilies
}

/** A known id in a form that numbers of sections do not have: `AC.L2-3.1.1`, `AC-2`, `164.308(a)(1)`. */
export function isSureId(text: string, column: string, recognise: Recogniser): boolean {
  const cited = /^[\s§("'[]*(?:\d{2} cfr|1(?:60|62|64)\.\d{3})/iu.test(text)
  return (!bare.test(text) || cited) && recognise({ text, kind: 'text', at: `${column}1` }).kind === 'known'
}

const above = 15

/** A title, a heading, or an id of a form of its own says what the numbers are. */
export function namesRequirements(table: Numbered): boolean {
  const { grid, region, about, recognise } = table
  const first = region.body[0] ?? 0
  const texts = grid.rows
    .slice(Math.max(0, first - above), first)
    .flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))
  if ([...about, ...texts].some(saysCompliance)) return true
  return region.body
    .slice(0, looked)
    .some((row) => grid.columns.some((column) => isSureId(grid.cell(row, column)?.text ?? '', column, recognise)))
}

const compliance = new Set(
  'control controls requirement requirements req reqs safeguard safeguards criteria criterion compliance crm srm ssrm nist dfars cui hipaa exigence exigences conformite anforderung anforderungen anforderungsnummer kontrolle kontrollen konformitat kriterium requisito requisitos cumplimiento'.split(
    ' ',
  ),
)
/** In the heading of the column itself, words that elsewhere may mean anything. */
const ofColumn = new Set(
  'id ids identifier identifiant identificador kennung practice practices objective objectives standard standards regulation citation mesure mesures massnahme massnahmen controle controles'.split(
    ' ',
  ),
)

function saysCompliance(text: string): boolean {
  if (text.length > longest) return false
  return plainWordsOf(text).some((word) => compliance.has(word)) || schemesNamed(text).length > 0
}

function saysRequirement(heading: string): boolean {
  return saysCompliance(heading) || plainWordsOf(heading).some((word) => ofColumn.has(word))
}

const longest = 200

function plainWordsOf(text: string): readonly string[] {
  return plain(text.replaceAll('_', ' ')).split(' ')
}
