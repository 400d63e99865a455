// A row that is new or gone: all that it says, with who takes or loses which duty.
import type { Activity } from '../activity.ts'
import type { Cell, Line, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import { endedDuty, newDuty, wholeDuty } from './duty-cell.ts'
import { added, cellFrom, struck } from './marks.ts'
import { itemSection, sayAnswering, standingLine } from './row-item.ts'
import type { Item } from './row-item.ts'
import { sayCover, scopesOf } from './side.ts'
import type { Side } from './side.ts'

export function addedItem(activity: Activity, item: Item): Section {
  return wholeItem(activity, item, { side: item.sides.after, mark: added, duty: newDuty })
}

export function removedItem(activity: Activity, item: Item): Section {
  return wholeItem(activity, item, { side: item.sides.before, mark: struck, duty: endedDuty })
}

interface How {
  readonly side: Side
  readonly mark: (text: string) => Line
  readonly duty: typeof newDuty
}

function wholeItem(activity: Activity, item: Item, { side, mark, duty }: How): Section {
  const say = (text: string): string => fill(text, side.matrix.parameters)
  const rows: readonly (readonly [string, Cell])[] = [
    ['Accountable', cellFrom(mark(sayAnswering(activity, side)))],
    ...activity.duties.map((one) => wholeDuty(one, side, duty)),
    ['Hand-off', cellFrom(mark(say(activity.handoff ?? '')))],
    ['Applies when', cellFrom(mark(activity.appliesWhen ?? ''))],
    ['Objectives', cellFrom(mark(activity.covers.map(sayCover).join('; ')))],
    ['Holds for', activity.scopes === undefined ? [] : cellFrom(mark(scopesOf(activity, side)))],
  ]
  return itemSection(item, {
    title: say(activity.title),
    place: standingLine(activity, side, item.places),
    rows: rows.filter(([, cell]) => cell.length > 0),
  })
}
