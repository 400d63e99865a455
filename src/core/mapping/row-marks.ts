// What the cells of a grid say in one row: letters of RACI, ticks, boxes and degrees, each kind together.
import type { ClaimOwnership } from '../claims/claim.ts'
import { coverageIn, rankIn } from './coverage-words.ts'
import type { Coverage } from './coverage-words.ts'
import { lettersText } from './letters-text.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { isWaived, markIn, saysNothing } from './marks.ts'
import type { Owned } from './ownership-words.ts'
import type { Holder } from './party-words.ts'
import { plain } from './plain-words.ts'
import { letterHeading, raciIn } from './raci.ts'
import { inRaci } from './role-legend.ts'
import { holderIn, together, toldOwnership } from './row-cells.ts'
import type { Cell, Reading, Saying, Unread } from './row-cells.ts'

export interface Marks {
  readonly sayings: readonly Saying[]
  readonly unread: readonly Unread[]
}

/** Letters of one grid, marks and boxes of another: each kind says one thing together. */
export function marksIn(cells: readonly Cell[], columns: readonly ColumnMapping[], reading: Reading): Marks {
  const raci = lettersIn(
    cells.filter(({ column }) => column.is === 'raci'),
    reading,
  )
  const marks = cells.filter(({ column }) => kinds.has(column.is))
  const waived = waivedBy(marks)
  const marked =
    waived === undefined ? markedIn(marks, isAlone(columns), reading.ranks) : { sayings: [waived], unread: [] }
  return { sayings: [...raci.sayings, ...marked.sayings], unread: [...raci.unread, ...marked.unread] }
}

const kinds: ReadonlySet<ColumnMapping['is']> = new Set(['mark', 'box', 'degree'])

/** Of one party only, and no boxes: the others' parts stand elsewhere, or nowhere. */
function isAlone(columns: readonly ColumnMapping[]): boolean {
  const marks = columns.filter(({ is }) => kinds.has(is))
  return marks.every(({ is }) => is !== 'box') && new Set(marks.map(({ of }) => of)).size === 1
}

/** "N/A" for the customer and for whoever serves it alike. */
function waivedBy(cells: readonly Cell[]): Saying | undefined {
  if (!cells.every(({ cell }) => isWaived(cell.text))) return undefined
  const sides = new Set(cells.map(({ column }) => column.of))
  return sides.has('client') && sides.size > 1 ? { ownership: 'not-applicable', at: cells[0]!.cell.at } : undefined
}

function lettersIn(cells: readonly Cell[], reading: Reading): Marks {
  const waived = waivedBy(cells)
  if (waived !== undefined) return { sayings: [waived], unread: [] }
  const read = cells.map((each) => ({ holder: holderIn(each.column), cell: each.cell, role: roleIn(each, reading) }))
  const unread = read
    .filter(({ role }) => role === undefined)
    .map(({ cell }) => ({ at: cell.at, message: 'it holds something other than the letters R, A, S, C and I' }))
  const doing = read.filter(({ role }) => role?.does)
  const answering = read.filter(({ role }) => role?.answers)
  const first = doing[0] ?? answering[0] ?? read[0]
  if (first === undefined) return { sayings: [], unread }
  const at = first.cell.at
  const words = lettersText(cells)
  if (unread.length > 0 || doing.length === 0) return { sayings: [{ ownership: 'unclear', at, words }], unread }
  const helping = read.filter(({ role }) => role?.helps)
  const holders = [...doing, ...answering, ...helping].map(({ holder }) => holder)
  return { sayings: [{ ...together(holders), at, words, marked: true }], unread }
}

/** A letter of the grid; where the document gives one of them another meaning, cells that hold it are not read. */
function roleIn(
  { column, cell: { text } }: Cell,
  { words, strange = new Set(), ownLetters }: Reading,
): ReturnType<typeof raciIn> {
  if (ownLetters !== undefined && /\p{L}/u.test(text) && !isWaived(text)) {
    const letters = inRaci(text, ownLetters)
    return letters === undefined ? undefined : raciIn(letters)
  }
  if (!isWaived(text) && [...strange].some((letter) => text.includes(letter))) return undefined
  return letterIn(column, text, words)
}

/**
 * In a column for one letter, a mark stands for that letter. A letter that the document explains otherwise: `S = Shared`
 * has a part, `I = Inherited` has none.
 */
function letterIn({ heading }: ColumnMapping, text: string, told: Mapping['words']): ReturnType<typeof raciIn> {
  const [above, letter] = heading.split(' › ').slice(-2)
  const own = above === undefined || letter === undefined ? undefined : letterHeading(letter)
  const mark = own === undefined ? undefined : markIn(text)
  if (mark !== undefined) return raciIn(mark === 'marked' ? own! : '')
  const owned = /^[A-Z]$/.test(text.trim()) ? toldOwnership(text, told)?.ownership : undefined
  if (owned === 'shared') return raciIn('R')
  if (owned === 'provider' || owned === 'not-applicable') return raciIn('')
  return owned === undefined ? raciIn(text) : undefined
}

function markedIn(cells: readonly Cell[], alone: boolean, ranks: Reading['ranks']): Marks {
  const read = cells.map(({ column, cell }) => ({ column, cell, share: shareIn(column, cell.text, ranks) }))
  const unread = read
    .filter(({ share }) => share === undefined)
    .map(({ cell }) => ({ at: cell.at, message: 'it is neither a mark nor empty' }))
  const taken = read.filter(({ share }) => share !== undefined && share !== 'none')
  const at = (taken[0] ?? read.find(({ share }) => share === undefined))?.cell.at
  if (at === undefined) return { sayings: [], unread }
  if (unread.length > 0) return { sayings: [{ ownership: 'unclear', at }], unread }
  const boxes = new Set(taken.flatMap(({ column }) => (column.is === 'box' ? [column.ownership!] : [])))
  const holders = taken.filter(({ column }) => column.of !== undefined).map(({ column }) => holderIn(column))
  const said = boxed({ boxes, holders, shares: new Set(taken.map(({ share }) => share!)) })
  return { sayings: [{ ...said, at, marked: true, ...(alone && { alone }) }], unread }
}

const inheritedWord = /\b(?:inherit|herit|geerbt|vererb|hered)/

function shareIn({ is, of }: ColumnMapping, text: string, ranks: Reading['ranks']): Coverage | undefined {
  if (of !== undefined && isWaived(text)) return 'none'
  if (is === 'degree') return degreeIn(text, of)
  const mark = markIn(text)
  if (mark !== undefined) return mark === 'marked' ? 'all' : 'none'
  return of === undefined ? undefined : (rankIn(text) ?? ranks?.get(text.trim()))
}

/** What a customer inherits is no share of the customer's. */
function degreeIn(text: string, of: ColumnMapping['of']): Coverage | undefined {
  if (of === 'client' && inheritedWord.test(plain(text))) return undefined
  return coverageIn(text) ?? (saysNothing(text) ? 'none' : undefined)
}

interface Boxed {
  readonly boxes: ReadonlySet<ClaimOwnership>
  readonly holders: readonly Holder[]
  readonly shares: ReadonlySet<Coverage>
}

function boxed({ boxes, holders, shares }: Boxed): Owned {
  const all = new Set<ClaimOwnership>([...boxes, ...holders.map(({ side }) => side)])
  if (all.has('not-applicable')) return { ownership: all.size === 1 ? 'not-applicable' : 'unclear' }
  // Who is second in line, and who is first is not said.
  if (shares.has('second') && !shares.has('first') && !shares.has('all')) return { ownership: 'unclear' }
  if (all.size > 1 || all.has('shared') || shares.has('some')) return { ownership: 'shared' }
  return boxes.size > 0 ? { ownership: [...boxes][0]! } : together(holders)
}
