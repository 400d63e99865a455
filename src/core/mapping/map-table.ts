// A table's columns understood: by their headings first, by what stands in them where the heading leaves it open.
import type { ClaimOwnership } from '../claims/claim.ts'
import { contentOf } from './content.ts'
import type { Content } from './content.ts'
import { coverageIn } from './coverage-words.ts'
import { namesDepartment } from './department-headings.ts'
import type { Grid } from './grid.ts'
import { headingsOf, meaningOver } from './header.ts'
import { headingMeaning } from './heading-words.ts'
import type { NamesRequirement, Region, Understood } from './header.ts'
import { ownershipIn } from './ownership-words.ts'
import type { ColumnMapping, Mapping, TableMapping } from './mapping.ts'
import { holderOf } from './party-words.ts'
import type { Naming } from './party-words.ts'
import { plain } from './plain-words.ts'
import { isPlaceholder } from './marks.ts'
import { letterHeading } from './raci.ts'
import { heldBy, mostly, partColumn } from './part-column.ts'
import type { Column, Meant } from './part-column.ts'
import { housing, otherParty } from './other-party.ts'
import { roleColumns } from './role-columns.ts'
import { inRaci } from './role-legend.ts'
import type { OwnLetters } from './role-legend.ts'
import { oneActivity, subjectIn } from './subject-column.ts'
import { sideBySide } from './side-by-side.ts'
import { asksForStanding } from './standing-words.ts'
import { stateIn } from './state-headings.ts'
import { namesParties, otherState } from './unread-reasons.ts'

const looked = 400
const shown = 3
const exampleLength = 60

export interface Knowing {
  readonly naming: Naming
  readonly names: NamesRequirement
  readonly legend?: Mapping['words']
  readonly ownLetters?: OwnLetters
}

export function mapTable(grid: Grid, region: Region, knowing: Knowing): TableMapping {
  const columns = columnsOf(grid, region, knowing)
  const mapped = roleColumns(
    columns.map((column) => ({ ...meaningOf(column, columns, knowing.naming), ...exampleOf(column) })),
    columns.map(({ cells }) => cells),
    knowing.naming,
  )
  return {
    table: grid.table.name,
    layout: columns.map(({ texts }) => plain(texts.join(' '))).join(' | '),
    header: region.header.map((row) => grid.rows[row]!.number),
    ...rowsOf(grid, region),
    columns: otherParty(
      housing(oneActivity(subjectIn(sideBySide(mapped, columns, knowing.legend ?? {}), columns))),
      knowing.naming,
    ),
  }
}

function rowsOf({ rows }: Grid, { body }: Region): Pick<TableMapping, 'rows'> {
  if (body.length === 0) return {}
  return { rows: [rows[body[0]!]!.number, rows[body.at(-1)!]!.number] }
}

function columnsOf(grid: Grid, { header, body }: Region, { naming, names, ownLetters }: Knowing): readonly Column[] {
  const headings = new Map(headingsOf(header, grid).map((heading) => [heading.column, heading]))
  const sample = body.slice(0, looked).filter((row) => !reachesAcross(grid, row))
  return grid.columns.flatMap((column) => {
    const written = sample.map((row) => filledText(grid.cell(row, column)?.text))
    const cells = ownLetters === undefined ? written : written.map((text) => inRaci(text, ownLetters) ?? text)
    const filled = cells.filter((text) => text.trim() !== '').length
    const heading = headings.get(column)
    if (heading === undefined && filled === 0) return []
    const ids = sample.filter((row) => names(row, column)).length
    return [
      {
        column,
        texts: heading?.texts ?? [],
        written,
        cells,
        content: contentOf(cells, naming),
        ids: filled === 0 ? 0 : ids / filled,
      },
    ]
  })
}

/** "ACCESS CONTROL", merged across the table: no word of any of its columns. */
function reachesAcross(grid: Grid, row: number): boolean {
  const cells = grid.columns.flatMap((column) => grid.cell(row, column) ?? [])
  return cells.length > 1 && new Set(cells.map(({ at }) => at)).size === 1
}

function filledText(text = ''): string {
  return isPlaceholder(text) ? '' : text
}

function exampleOf({ written }: Column): Pick<ColumnMapping, 'examples'> {
  const texts = [...new Set(written.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '')
  const examples = texts.slice(0, shown).map((text) => text.slice(0, exampleLength).toWellFormed())
  return examples.length === 0 ? {} : { examples }
}

/** R, A, C and I as columns of marks under a party's name. */
function letterColumn({ column, texts, content }: Column, naming: Naming): ColumnMapping | undefined {
  const above =
    texts.length < 2 || (content !== 'mark' && content !== 'empty') ? undefined : letterHeading(texts.at(-1)!)
  const meaning = above === undefined ? undefined : meaningOver(texts.slice(0, -1), naming)?.meaning
  if (meaning?.is !== 'part') return undefined
  return {
    column,
    heading: texts.join(' › '),
    is: 'raci',
    ...heldBy(meaning.of, texts.join(' ')),
    because: `“${texts.join(' › ')}”, and its cells are marks`,
  }
}

function meaningOf(column: Column, all: readonly Column[], naming: Naming): ColumnMapping {
  const letter = letterColumn(column, naming)
  if (letter) return letter
  const understood = detailsOf(column, naming) ?? meaningOver(column.texts, naming)
  const base = { column: column.column, heading: column.texts.join(' › ') }
  const state = otherStateOf(column, understood, naming)
  if (state !== undefined) return { ...base, is: 'unknown', because: `${otherState}: “${state}”` }
  if (understood === undefined) return { ...base, ...byContent(column) }
  const { is } = understood.meaning
  if ((is === 'part' || is === 'somebody') && tellsStanding(column, is))
    return { ...base, is: 'unknown', because: `“${understood.by}”, but its cells say how far it is in place` }
  const meant = byHeading(understood, column, all)
  // "Responsible › Landlord": the part of somebody unknown is no service of everybody's.
  return is === 'ownership' && meant.is === 'unknown-party'
    ? { ...base, ...meant }
    : { ...base, ...meant, ...serviceOf(understood, naming) }
}

/** "Proposed responsible", or "MSP" under "Proposed". */
function otherStateOf({ texts }: Column, understood: Understood | undefined, naming: Naming): string | undefined {
  if (understood?.meaning.is === 'other-state') return understood.by
  if (understood === undefined || common.has(understood.meaning.is)) return undefined
  return texts.slice(0, -1).find((text) => headingMeaning(text, naming)?.is === 'other-state')
}

const details: ReadonlySet<string> = new Set(
  'detail, details, description, task, tasks, action, actions, activities, responsibilities, responsibility description, description des taches, taches, aufgaben, beschreibung, einzelheiten, tareas, descripcion, detalle, detalles'.split(
    ', ',
  ),
)

/** "Customer › Details": what stands under a party's name, in running text, is its part. */
function detailsOf({ texts, content }: Column, naming: Naming): Understood | undefined {
  const own = texts.at(-1)
  if (content !== 'words' || texts.length < 2 || !details.has(plain(own!))) return undefined
  const above = meaningOver(texts.slice(0, -1), naming)
  return above?.meaning.is === 'part' ? { ...above, by: texts.join(' › ') } : undefined
}

/** "Met" under a party's name, or a yes under "Installed at the MSP". */
function tellsStanding({ content, texts }: Column, is: 'part' | 'somebody'): boolean {
  return content === 'standing' || (is === 'somebody' && content === 'mark' && asksForStanding(texts.join(' ')))
}

function byHeading({ meaning, by, group }: Understood, column: Column, all: readonly Column[]): Meant {
  const because = `“${by}”`
  switch (meaning.is) {
    case 'part':
      return partColumn({ meaning, by }, column, all)
    case 'box':
      return boxColumn(column, meaning.ownership, because)
    case 'ownership':
      return ownershipColumn(column, because, group)
    case 'requirement':
      return requirementColumn(column, all, because)
    case 'inheritance':
      return { is: inheritanceColumn(column), because }
    case 'split':
      return column.content === 'ownership'
        ? { is: 'ownership', because: `${because}, and every cell of it says who does it` }
        : { is: 'split', because }
    case 'somebody':
      return { is: 'unknown-party', because: `${because}: somebody's part, and nobody says who that is` }
    case 'other-state':
      return { is: 'unknown', because: `${otherState}: ${because}` }
    case 'activity':
      return activityColumn(column, by, because)
    default:
      return { is: column.ids >= mostly ? 'requirement' : meaning.is, because }
  }
}

/** P beside neither yes nor no may be a party's letter. */
function inheritanceColumn({ content, cells }: Column): 'inheritance' | 'ownership' {
  return content !== 'degree' && cells.includes('P') ? 'ownership' : 'inheritance'
}

function boxColumn({ content }: Column, ownership: ClaimOwnership, because: string): Meant {
  return content === 'mark' || content === 'empty'
    ? { is: 'box', ownership, because: `${because}, and its cells are marks` }
    : { is: 'ignored', because: `${because}, but its cells are not marks` }
}

function activityColumn(column: Column, by: string, because: string): Meant {
  if (/objecti|determination|ziel/.test(plain(by)) && lettered(column))
    return { is: 'objective', because: `${because}, and its cells are letters` }
  return { is: column.ids >= mostly ? 'requirement' : 'activity', because }
}

function requirementColumn(column: Column, all: readonly Column[], because: string): Meant {
  return isBesideIds(column, all) ? besideIds(column, because) : { is: 'requirement', because }
}

/** "Requirement" and "Practice" head columns of other things too, where another column holds the ids. */
function isBesideIds(column: Column, all: readonly Column[]): boolean {
  return column.ids === 0 && all.some((other) => other.ids >= mostly)
}

function besideIds(column: Column, because: string): Meant {
  const filled = column.cells.filter((text) => text.trim() !== '')
  switch (column.content) {
    case 'raci':
      return byContent(column)
    case 'mark':
      return { is: 'unknown' }
    case 'words':
      return filled.filter((text) => /\p{Ll}{3}/u.test(text)).length >= mostly * filled.length
        ? { is: 'activity', because: `${because}, and the ids stand in another column` }
        : { is: 'requirement', because }
    default:
      return { is: 'requirement', because }
  }
}

function lettered({ cells }: Column): boolean {
  const filled = cells.filter((text) => text.trim() !== '')
  return filled.length > 0 && filled.every((text) => /^\s*[[(]?[a-z][\]).]?\s*$/.test(text))
}

function ownershipColumn({ content, texts, cells }: Column, because: string, group: string): Meant {
  const box = content === 'mark' ? ownershipIn(texts.at(-1) ?? '', noNaming) : undefined
  if (box) return { is: 'box', ownership: box.ownership, because: `${because}, and its cells are marks` }
  // "Reseller › Responsible" over ticks: somebody's, whom no table knows.
  if (content === 'mark' && group !== '') return { is: 'unknown-party', because: `${because}, and its cells are marks` }
  return answersHowMuch(content, cells) && asksInheritance.test(plain(texts.join(' ')))
    ? { is: 'inheritance', because: `${because}, and its cells say how much` }
    : { is: 'ownership', because }
}

function answersHowMuch(content: Content, cells: readonly string[]): boolean {
  return (
    content === 'degree' || (content === 'mark' && cells.every((text) => text === '' || coverageIn(text) !== undefined))
  )
}

const noNaming: Naming = { party: '' }
const asksInheritance = /\b(?:inherit|heritage|herit|geerbt|vererb|hered)/

/** A heading that the tables do not know. */
function byContent(column: Column): Meant {
  if (column.ids >= mostly) return { is: 'requirement', because: 'its cells are ids of requirements' }
  if (column.content === 'raci') return { is: 'unknown-party', because: 'its cells are RACI letters' }
  if (
    column.content === 'mark' &&
    !asksForStanding(column.texts.join(' ')) &&
    column.cells.some((text) => text.trim() !== '')
  )
    return { is: 'unknown-party', because: 'its cells are marks' }
  return { is: 'unknown', ...(column.content === 'ownership' && { because: namesParties }) }
}

/** What stands over a group of columns and is no meaning of its own: the service that they speak of. */
function serviceOf({ group, meaning }: Understood, naming: Naming): Pick<ColumnMapping, 'service'> {
  if ('service' in meaning) return { service: meaning.service }
  const lowest = group.split(' › ').at(-1)!
  if (lowest === '' || common.has(meaning.is) || stateIn(lowest)?.rest === '') return {}
  if (meaning.is === 'part' && namesDepartment(lowest)) return {}
  const general = meaningOver([lowest], naming)
  const holder = holderOf(lowest, naming)
  return general !== undefined && holder?.name === undefined ? {} : { service: lowest }
}

const common: ReadonlySet<string> = new Set(['requirement', 'objective', 'activity', 'evidence', 'ignored'])
