// What one row of somebody's table says about who does it, cell by cell.
import type { ClaimOwnership } from '../claims/claim.ts'
import type { Grid, GridCell } from './grid.ts'
import { isPlaceholder, isWaived, markIn, saysNothing } from './marks.ts'
import { byNamedLetters } from './named-letters.ts'
import type { Spoken } from './named-letters.ts'
import type { Saying } from './saying.ts'
import { letterHeading, raciIn } from './raci.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { inheritanceIn, ownershipIn } from './ownership-words.ts'
import type { Owned } from './ownership-words.ts'
import { holderKey } from './party-words.ts'
import type { Holder, Naming } from './party-words.ts'
import { partTextIn } from './part-text.ts'
import { remembered } from '../remembered.ts'
import { plain } from './plain-words.ts'

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
  readonly countedOn: readonly GridCell[]
  readonly notes: readonly GridCell[]
  /** somebody has a part, and nobody says who */
  readonly unknownParties: readonly GridCell[]
  /** cells that say neither yes nor no */
  readonly unread: readonly { readonly at: string; readonly message: string }[]
  /** the table has a column for one side only, and none that says who does it */
  readonly oneSided: boolean
  /** cells of columns that nobody understood, where only the client has a column: they may say what others do */
  readonly notUnderstood: readonly GridCell[]
}

export interface Reading {
  readonly naming: Naming
  /** what the user, or a legend in the document, says that a cell's words mean */
  readonly words: Mapping['words']
  /** letters of RACI that the document gives another meaning */
  readonly strange?: ReadonlySet<string>
}

interface Cell {
  readonly column: ColumnMapping
  readonly cell: GridCell
}

export function evidenceIn(grid: Grid, row: number, { columns, reading }: Columns): RowEvidence {
  const all = columns.flatMap((column): readonly Cell[] => {
    const cell = grid.cell(row, column.column)
    return cell === undefined || cell.text.trim() === '' || isPlaceholder(cell.text) ? [] : [{ column, cell }]
  })
  const across = mergedAcross(all)
  const cells = all.filter(({ cell }) => !across.has(cell.at))
  const marks = marksIn(cells, reading)
  const words = wordsIn(cells, reading.naming)
  return {
    oneSided: isOneSided(columns),
    notUnderstood: isClientsAlone(columns) ? only(cells, 'unknown').filter(({ text }) => !saysNothing(text)) : [],
    sayings: [
      ...byNamedLetters(
        cells.flatMap((each) => spoken(each, reading)),
        columns,
      ),
      ...marks.sayings,
      ...words.sayings,
    ],
    parts: words.parts.map(partIn),
    split: only(cells, 'split'),
    countedOn: only(cells, 'counted-on').filter(({ text }) => !saysNothing(text)),
    notes: only(cells, 'notes'),
    unknownParties: only(cells, 'unknown-party').filter(takesPart),
    unread: [
      ...marks.unread,
      ...words.unread,
      ...[...across].map((at) => ({
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

function isOneSided(columns: readonly ColumnMapping[]): boolean {
  const sides = new Set(columns.flatMap(({ of }) => of ?? []))
  return sides.size === 1 && !sides.has('client') && !columns.some(({ is }) => saysWhole.has(is))
}

function isClientsAlone(columns: readonly ColumnMapping[]): boolean {
  return columns.every(({ of }) => of === undefined || of === 'client') && !columns.some(({ is }) => saysWhole.has(is))
}

function only(cells: readonly Cell[], is: ColumnMapping['is']): readonly GridCell[] {
  return cells.filter(({ column }) => column.is === is).map(({ cell }) => cell)
}

/** Anything but "no", nothing, or letters of one who neither does nor answers. */
function takesPart({ text }: GridCell): boolean {
  if (saysNothing(text) || markIn(text) === 'unmarked') return false
  const letters = raciIn(text)
  return letters === undefined || letters.does || letters.answers
}

function partIn({ column, cell }: Cell): Part {
  return { holder: holderIn(column), at: cell.at, text: cell.text.trim(), nothing: saysNothing(cell.text) }
}

interface Words extends Marks {
  readonly parts: readonly Cell[]
}

/** A party's column of running text, where a cell may also say outright who does it, or nothing that tells. */
function wordsIn(all: readonly Cell[], naming: Naming): Words {
  const read = all
    .filter(({ column }) => column.is === 'words' && column.of !== undefined)
    .map((each) => ({ ...each, is: partTextIn(each.cell.text, naming) }))
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

function holderIn({ of, name }: ColumnMapping): Holder {
  return { side: of!, ...(name !== undefined && { name }) }
}

/** A cell that says it in words. */
function spoken({ column, cell }: Cell, reading: Reading): readonly Spoken[] {
  if (column.is !== 'ownership' && column.is !== 'inheritance') return []
  const own = toldOwnership(cell.text, reading.words)
  const read = column.is === 'inheritance' ? inherited(cell.text) : undefined
  const owned = own ?? read ?? ownershipIn(cell.text, reading.naming) ?? { ownership: 'unclear' as const }
  return [{ column, saying: { ...owned, at: cell.at, words: cell.text.trim() } }]
}

function inherited(text: string): Owned | undefined {
  const ownership = inheritanceIn(text)
  return ownership && { ownership }
}

function toldOwnership(text: string, words: Mapping['words']): Owned | undefined {
  const ownership = plainKeys(words).get(plain(text))
  return ownership && { ownership }
}

const plainKeys = remembered(
  (words: Mapping['words']) => new Map(Object.entries(words).map(([word, ownership]) => [plain(word), ownership])),
)

interface Marks {
  readonly sayings: readonly Saying[]
  readonly unread: RowEvidence['unread']
}

/** Letters of one grid, marks and boxes of another: each kind says one thing together. */
function marksIn(cells: readonly Cell[], reading: Reading): Marks {
  const raci = lettersIn(
    cells.filter(({ column }) => column.is === 'raci'),
    reading,
  )
  const marked = markedIn(cells.filter(({ column }) => ['mark', 'box', 'degree'].includes(column.is)))
  return { sayings: [...raci.sayings, ...marked.sayings], unread: [...raci.unread, ...marked.unread] }
}

/** "N/A" among letters: the party has no part. */
const nobodys = { does: false, answers: false }

function lettersIn(cells: readonly Cell[], { words: told, strange = new Set() }: Reading): Marks {
  const read = cells.map(({ column, cell }) => ({
    holder: holderIn(column),
    cell,
    role: [...strange].some((letter) => cell.text.includes(letter))
      ? undefined
      : isWaived(cell.text)
        ? nobodys
        : roleIn(column, cell.text, told),
  }))
  const unread = read
    .filter(({ role }) => role === undefined)
    .map(({ cell }) => ({ at: cell.at, message: 'it holds something other than the letters R, A, S, C and I' }))
  const doing = read.filter(({ role }) => role?.does)
  const answering = read.filter(({ role }) => role?.answers)
  const first = doing[0] ?? answering[0] ?? read[0]
  if (first === undefined) return { sayings: [], unread }
  const at = first.cell.at
  const words = read.map(({ cell }) => cell.text.trim()).join(' / ')
  if (unread.length > 0 || doing.length === 0) return { sayings: [{ ownership: 'unclear', at, words }], unread }
  const holders = distinctBy([...doing, ...answering].map(({ holder }) => holder))
  return { sayings: [{ ...together(holders), at, words, marked: true }], unread }
}

/**
 * In a column for one letter, a mark stands for that letter. A letter that the document explains otherwise: `S = Shared`
 * has a part, `I = Inherited` has none.
 */
function roleIn({ heading }: ColumnMapping, text: string, told: Mapping['words']): ReturnType<typeof raciIn> {
  const [above, letter] = heading.split(' › ').slice(-2)
  const own = above === undefined || letter === undefined ? undefined : letterHeading(letter)
  const mark = own === undefined ? undefined : markIn(text)
  if (mark !== undefined) return raciIn(mark === 'marked' ? own! : '')
  const owned = /^[A-Z]$/.test(text.trim()) ? toldOwnership(text, told)?.ownership : undefined
  if (owned === 'shared') return { does: true, answers: false }
  if (owned === 'provider' || owned === 'not-applicable') return { does: false, answers: false }
  return owned === undefined ? raciIn(text) : undefined
}

function markedIn(cells: readonly Cell[]): Marks {
  const read = cells.map(({ column, cell }) => ({ column, cell, share: shareIn(column, cell.text) }))
  const unread = read
    .filter(({ share }) => share === undefined)
    .map(({ cell }) => ({ at: cell.at, message: 'it is neither a mark nor empty' }))
  const taken = read.filter(({ share }) => share !== undefined && share !== 'none')
  const at = (taken[0] ?? read.find(({ share }) => share === undefined))?.cell.at
  if (at === undefined) return { sayings: [], unread }
  if (unread.length > 0) return { sayings: [{ ownership: 'unclear', at }], unread }
  const boxes = new Set(taken.flatMap(({ column }) => (column.is === 'box' ? [column.ownership!] : [])))
  const holders = distinctBy(
    taken.filter(({ column }) => column.of !== undefined).map(({ column }) => holderIn(column)),
  )
  const partly = taken.some(({ share }) => share === 'some')
  return { sayings: [{ ...boxed(boxes, holders, partly), at, marked: true }], unread }
}

const inheritedWord = /\b(?:inherit|herit|geerbt|vererb|hered)/

function shareIn({ is, of }: ColumnMapping, text: string): 'all' | 'some' | 'none' | undefined {
  if (is !== 'degree') {
    const mark = markIn(text)
    return mark && (mark === 'marked' ? 'all' : 'none')
  }
  // What a customer inherits is no share of the customer's.
  if (of === 'client' && inheritedWord.test(plain(text))) return undefined
  const degree = inheritanceIn(text)
  if (degree === undefined) return saysNothing(text) ? 'none' : undefined
  return degree === 'provider' ? 'all' : degree === 'shared' ? 'some' : 'none'
}

function boxed(boxes: ReadonlySet<ClaimOwnership>, holders: readonly Holder[], partly: boolean): Owned {
  const all = new Set<ClaimOwnership>([...boxes, ...holders.map(({ side }) => side)])
  if (all.has('not-applicable')) return { ownership: all.size === 1 ? 'not-applicable' : 'unclear' }
  if (all.size > 1 || all.has('shared') || partly) return { ownership: 'shared' }
  return boxes.size > 0 ? { ownership: [...boxes][0]! } : together(holders)
}

function together(holders: readonly Holder[]): Owned {
  const [first, second] = holders
  if (first === undefined) return { ownership: 'unclear' }
  return second === undefined ? { ownership: first.side, holder: first } : { ownership: 'shared' }
}

function distinctBy(holders: readonly Holder[]): readonly Holder[] {
  return [...new Map(holders.map((holder) => [holderKey(holder), holder] as const)).values()]
}
