// One changed row as an item of the comparison: its heading, where it stands, and every change of it.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { same } from '../compare.ts'
import type { Block, Cell, Line, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import { heading } from '../views/srm.ts'
import { dutyRow } from './duty-cell.ts'
import { listMarked } from './list-marks.ts'
import { cellFrom, isMarked, replaced } from './marks.ts'
import { sayPlace } from './numbering.ts'
import type { Places } from './numbering.ts'
import type { RowChange } from './row-change.ts'
import { markedPhrase, nameOf, sayCover, scopeName, scopesOf } from './side.ts'
import type { Side, Sides } from './side.ts'

export interface Item {
  readonly number: string
  readonly places: Places
  readonly sides: Sides
}

export function rowItem(change: RowChange, item: Item): Section {
  const { after } = change
  const { sides } = item
  const title = fill(after.title, sides.after.matrix.parameters)
  const rows: readonly (readonly [string, Cell])[] = [
    ['Title', phraseCell(change, 'title', sides)],
    ['Accountable', accountableCell(change, sides)],
    ...change.duties.map((duty) => dutyRow(duty, sides)),
    ['Hand-off', phraseCell(change, 'handoff', sides)],
    ['Applies when', phraseCell(change, 'appliesWhen', sides)],
    ['Objectives', objectivesCell(change)],
    ['Holds for', scopesCell(change, sides)],
  ]
  return itemSection(item, {
    title,
    place: standingLine(after, sides.after, item.places),
    rows: rows.filter(([, cell]) => cell.length > 0),
    after: untouchedNote(change),
  })
}

export interface ItemText {
  readonly title: string
  readonly place: string
  readonly rows: readonly (readonly [string, Cell])[]
  readonly after?: readonly Block[]
}

export function itemSection({ number }: Item, { title, place, rows, after = [] }: ItemText): Section {
  return {
    number,
    heading: title,
    level: 2,
    blocks: [{ kind: 'facts', caption: title, rows: [['Stands in', [[{ text: place }]]], ...rows] }, ...after],
  }
}

/** Topic, number and citations: how a reader finds the row in the matrix. */
export function standingLine(activity: Activity, side: Side, places: Places): string {
  const covers = activity.covers.map(sayCover)
  return [
    sayPlace(activity.id, places),
    heading(activity.topic, side.matrix),
    covers.length === 0 ? 'serves no objective' : covers.join(', '),
    ...(activity.scopes === undefined ? [] : [`only for ${scopesOf(activity, side)}`]),
  ].join(' · ')
}

/** What reads otherwise only because of an answer is told under the answer. */
function phraseCell({ before, after }: RowChange, field: 'title' | 'handoff' | 'appliesWhen', sides: Sides): Cell {
  const [was = '', is = ''] = [before[field], after[field]]
  return was === is ? [] : cellFrom(markedPhrase(was, is, sides))
}

function accountableCell({ accountable, before, after }: RowChange, sides: Sides): Cell {
  if (!accountable) return []
  const [was, is] = [sayAnswering(before, sides.before), sayAnswering(after, sides.after)]
  const ids = (activity: Activity): string => ` (${accountableParties(activity).join(', ')})`
  return cellFrom(was === is ? replaced(was + ids(before), is + ids(after)) : replaced(was, is))
}

export function sayAnswering(activity: Activity, side: Side): string {
  const named = accountableParties(activity)
  return named.length === 0 ? 'nobody' : named.map((party) => nameOf(side, party)).join(' and ')
}

function objectivesCell({ before, after, citations }: RowChange): Cell {
  return citations ? cellFrom(onlyMarked(listMarked(before.covers.map(sayCover), after.covers.map(sayCover)))) : []
}

function scopesCell({ before, after }: RowChange, sides: Sides): Cell {
  if (same(before.scopes, after.scopes)) return []
  const names = ({ scopes }: Activity, side: Side): readonly string[] =>
    scopes === undefined ? ['every scope'] : scopes.map((id) => scopeName(side, id))
  return cellFrom(onlyMarked(listMarked(names(before, sides.before), names(after, sides.after))))
}

function onlyMarked(line: Line): Line {
  return isMarked(line) ? line : []
}

function untouchedNote({ untouched }: RowChange): readonly Block[] {
  if (untouched === 0) return []
  const text =
    untouched === 1
      ? 'The other duty of this row is unchanged.'
      : `The other ${untouched} duties of this row are unchanged.`
  return [{ kind: 'text', style: 'note', line: [{ text, mark: 'muted' }] }]
}
