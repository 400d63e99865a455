// What one row of somebody's table says about who does it, cell by cell.
import type { Grid, GridCell } from './grid.ts'
import { namesCustomer } from './customer-sentences.ts'
import { takenOut } from './gate-cells.ts'
import type { TakenOut } from './gate-cells.ts'
import { coverageIn } from './coverage-words.ts'
import { callsDuty } from './heading-words.ts'
import { isPlaceholder, isWaived, markIn, saysNothing } from './marks.ts'
import { raciIn } from './raci.ts'
import type { ColumnMapping } from './mapping.ts'
import { inheritanceIn, ownershipIn } from './ownership-words.ts'
import type { Owned } from './ownership-words.ts'
import { splitHolders } from './party-words.ts'
import type { Holder, Naming } from './party-words.ts'
import { plain, plainWords } from './plain-words.ts'
import { partTextIn } from './part-text.ts'
import type { PartText } from './part-text.ts'
import { holderIn, ownedBy } from './row-cells.ts'
import type { Cell, Reading, Saying, Unread } from './row-cells.ts'
import { marksIn } from './row-marks.ts'
import type { Marks } from './row-marks.ts'
import { withRoles } from './row-roles.ts'
import { unreadableParts, unsaidOwner } from './silent-cells.ts'

/** A party's part in running text. */
export interface Part {
  readonly holder: Holder
  readonly at: string
  readonly text: string
  /** it says in words that nothing is left to the party */
  readonly nothing: boolean
}

export interface RowEvidence {
  readonly sayings: readonly Saying[]
  readonly parts: readonly Part[]
  /** running text that holds the parts of both */
  readonly split: readonly GridCell[]
  /** of them, those that speak of the document's author and of no customer */
  readonly authorsAlone: readonly GridCell[]
  readonly countedOn: readonly GridCell[]
  readonly notes: readonly GridCell[]
  /** cells that take the whole row out: not applicable, not done */
  readonly takenOut: readonly TakenOut[]
  /** somebody has a part, and nobody says who */
  readonly unknownParties: readonly GridCell[]
  /** cells that say neither yes nor no */
  readonly unread: readonly Unread[]
  /** the table has a column for one side only, none that says who does it, and no heading that calls it responsible */
  readonly oneSided?: Holder['side']
  /** whom the table has columns for */
  readonly sides: ReadonlySet<Holder['side']>
  /** cells by which a party is let off */
  readonly waived: readonly { readonly at: string; readonly side: Holder['side'] }[]
  /** cells of columns that nobody understood, where only the client has a column: they may say what others do */
  readonly notUnderstood: readonly GridCell[]
  /** text in columns that nobody understood, whose headings name a party ("Remaining with client") */
  readonly strangers: readonly { readonly at: string; readonly side: Holder['side'] }[]
}

export function evidenceIn(grid: Grid, row: number, { columns, reading }: Columns): RowEvidence {
  const standing = columns.flatMap((column): readonly Cell[] => {
    const cell = grid.cell(row, column.column)
    return cell === undefined || isPlaceholder(cell.text) ? [] : [{ column, cell }]
  })
  const all = standing.filter(({ cell }) => cell.text.trim() !== '' && cell.kind !== 'error')
  const across = mergedAcross(all)
  const cells = all.filter(({ cell }) => !across.has(cell.at))
  const marks = marksIn(cells, columns, reading)
  const words = wordsIn(cells, reading.naming)
  const serving = servingIn(words, columns)
  const owned = cells.flatMap((each) => spoken(each, reading).map((one) => inheritedFrom(serving, each, one)))
  const jointly = distinctAt(all.filter(({ cell }) => across.has(cell.at) && saysShared(cell.text, reading.naming)))
  const sayings = [...jointly, ...withRoles(cells, owned, reading), ...marks.sayings, ...words.sayings]
  return {
    ...oneSidedIn(columns),
    sides: new Set(columns.flatMap(({ of }) => of ?? [])),
    waived: cells
      .filter(({ column: { of, is }, cell }) => of !== undefined && is !== 'degree' && isWaived(cell.text))
      .map(({ column, cell: { at } }) => ({ at, side: column.of! })),
    strangers: cells.flatMap((each) => strangerIn(each, reading.naming)),
    notUnderstood: isClientsAlone(columns) ? only(cells, 'unknown').filter(({ text }) => !saysNothing(text)) : [],
    sayings,
    parts: words.parts.map(partIn),
    split: only(cells, 'split'),
    authorsAlone: only(cells, 'split').filter(({ text }) => speaksOfAuthorAlone(text, reading.naming)),
    countedOn: only(cells, 'counted-on').filter(({ text }) => !saysNothing(text) && !deniesControls(text)),
    notes: only(cells, 'notes'),
    takenOut: takenOut(cells),
    unknownParties: only(cells, 'unknown-party').filter(takesPart),
    unread: [
      ...unreadableParts(standing),
      ...(sayings.length === 0 && words.parts.length > 0 ? unsaidOwner(columns, standing, grid.rows[row]!.number) : []),
      ...notOperated(all),
      ...marks.unread,
      ...words.unread,
      ...[...across]
        .filter((at) => !jointly.some((one) => one.at === at))
        .map((at) => ({
          at,
          message: 'it is merged across the columns of several parties: it does not say whose it is',
        })),
    ],
  }
}

/** What stands in the columns of several parties at once. */
function mergedAcross(cells: readonly Cell[]): ReadonlySet<string> {
  const own = cells.filter(({ column }) => column.of !== undefined || column.is === 'box')
  const repeated = Map.groupBy(own, ({ cell }) => cell.at)
  return new Set([...repeated].flatMap(([at, same]) => (same.length > 1 ? [at] : [])))
}

/** A control that a report counts on, beside "N" under "Client performs?". */
function notOperated(cells: readonly Cell[]): readonly Unread[] {
  if (!cells.some(({ column }) => column.is === 'counted-on')) return []
  return cells
    .filter(({ column: { is, of }, cell }) => of === 'client' && answers.has(is) && coverageIn(cell.text) === 'none')
    .map(({ cell: { at } }) => ({
      at,
      message: 'the report counts on this control, and here that the client does not operate it: the row stays unclear',
    }))
}

const answers: ReadonlySet<ColumnMapping['is']> = new Set(['mark', 'degree'])

/** "Shared", merged across the columns of those who share it. */
function saysShared(text: string, naming: Naming): boolean {
  return ownershipIn(text, naming)?.ownership === 'shared'
}

function distinctAt(cells: readonly Cell[]): readonly Saying[] {
  return [...new Map(cells.map(({ cell: { at, text } }) => [at, text.trim()]))].map(([at, words]) => ({
    ownership: 'shared',
    at,
    words,
  }))
}

export interface Columns {
  /** those of one service */
  readonly columns: readonly ColumnMapping[]
  readonly reading: Reading
}

const saysWhole: ReadonlySet<string> = new Set([
  'ownership',
  'inheritance',
  'box',
  'split',
  'counted-on',
  'unknown-party',
])

function oneSidedIn(columns: readonly ColumnMapping[]): Pick<RowEvidence, 'oneSided'> {
  const held = columns.filter(({ of }) => of !== undefined)
  const [side, ...more] = new Set(held.map(({ of }) => of!))
  if (side === undefined || more.length > 0 || columns.some(({ is }) => saysWhole.has(is))) return {}
  return side === 'client' && held.some(({ heading }) => callsDuty(heading)) ? {} : { oneSided: side }
}

function isClientsAlone(columns: readonly ColumnMapping[]): boolean {
  return columns.every(({ of }) => of === undefined || of === 'client') && !columns.some(({ is }) => saysWhole.has(is))
}

function only(cells: readonly Cell[], is: ColumnMapping['is']): readonly GridCell[] {
  return cells.filter(({ column }) => column.is === is).map(({ cell }) => cell)
}

/** "No complementary user entity controls are required." */
function deniesControls(text: string): boolean {
  return noControls.test(text.trim())
}

const noControls =
  /^(?:there are )?(?:no|none|aucune?|keine?|ningun[oa]?)\b.{0,40}\b(?:controls?|cuecs?|considerations?|contr[ôo]les?|kontrollen|controles)\b.{0,60}$/iu

/** It begins with who wrote it. */
function speaksOfAuthorAlone(text: string, { party }: Naming): boolean {
  const words = plain(text)
  const names = [plain(party), 'we', 'the csp', 'csp', 'the provider']
  return names.some((name) => name !== '' && words.startsWith(`${name} `)) && !namesCustomer.test(text)
}

function strangerIn({ column, cell }: Cell, naming: Naming): RowEvidence['strangers'] {
  if (column.is !== 'unknown' || saysNothing(cell.text) || plainWords(cell.text).length < 2) return []
  const named = splitHolders(plainWords(column.heading), naming).filter((part) => typeof part !== 'string')
  return named.length === 1 ? [{ at: cell.at, side: named[0]!.side }] : []
}

/** Anything but "no", nothing, or letters of one who neither does nor answers. */
function takesPart({ text }: GridCell): boolean {
  if (saysNothing(text) || markIn(text) === 'unmarked') return false
  const letters = raciIn(text)
  return letters === undefined || letters.does || letters.answers || letters.helps
}

function partIn({ column, cell, is }: ReadPart): Part {
  return { holder: holderIn(column), at: cell.at, text: cell.text.trim(), nothing: is === 'nothing' }
}

interface ReadPart extends Cell {
  readonly is: PartText
}

interface Words extends Marks {
  readonly parts: readonly ReadPart[]
}

/** A party's column of running text, where a cell may also say outright who does it, or nothing that tells. */
function wordsIn(all: readonly Cell[], naming: Naming): Words {
  const read = all
    .filter(({ column }) => column.is === 'words' && column.of !== undefined)
    .map((each) => ({ ...each, is: partTextIn(each.cell.text, naming, each.column.of!) }))
  const unread = read.filter(({ is }) => is === 'unread')
  return {
    sayings: [
      ...read
        .filter(({ is }) => is === 'owner')
        .map(({ cell }) => ({ ...ownershipIn(cell.text, naming)!, at: cell.at, words: cell.text.trim() })),
      ...unread.map(({ cell }) => ({ ownership: 'unclear' as const, at: cell.at })),
    ],
    parts: read.filter(({ is }) => is === 'nothing' || is === 'part'),
    unread: unread.map(({ cell }) => ({
      at: cell.at,
      message: 'it stands where a part is described, and describes none; read it and decide, for the row stays unclear',
    })),
  }
}

/** A cell that says it in words. */
function spoken({ column, cell }: Cell, reading: Reading): readonly Saying[] {
  if (column.is !== 'ownership' && column.is !== 'inheritance') return []
  const read = column.is === 'inheritance' ? inherited(cell.text) : undefined
  return [{ ...ownedBy(cell.text, reading, read), at: cell.at, words: cell.text.trim() }]
}

/** The MSP, where it alone serves in this table and the row says in words what it does. */
function servingIn({ parts }: Words, columns: readonly ColumnMapping[]): Holder | undefined {
  if (columns.some(({ of }) => of === 'provider')) return undefined
  const own = parts.find(({ column, is }) => column.of === 'msp' && is === 'part')
  return own && holderIn(own.column)
}

/** What is inherited is inherited from whoever is described as doing it. */
function inheritedFrom(serving: Holder | undefined, { column }: Cell, saying: Saying): Saying {
  if (serving === undefined || column.is !== 'inheritance' || saying.ownership !== 'provider') return saying
  return { ...saying, ownership: serving.side, holder: serving }
}

function inherited(text: string): Owned | undefined {
  const ownership = inheritanceIn(text)
  return ownership && { ownership }
}
