// The change in figures, as the first page tells it.
import type { Cell, Line } from '../paper/paper.ts'
import { clockChange } from './clock-change.ts'
import type { ClockChange } from './clock-change.ts'
import { cellFrom } from './marks.ts'
import { movesOf } from './row-change.ts'
import type { DutyChange, RowChange } from './row-change.ts'
import { sayCeiling } from './standing-section.ts'
import type { CeilingChange, StandingChange } from './standing-change.ts'

export interface Counted {
  readonly rows: readonly RowChange[]
  readonly added: number
  readonly removed: number
  readonly standings: readonly StandingChange[]
  readonly ceilings: readonly CeilingChange[]
  /** what changes around the rows: parties, agreement, answers … */
  readonly engagement: readonly string[]
}

export function figures(counted: Counted): readonly (readonly [string, Cell])[] {
  const { rows, added, removed, standings, ceilings, engagement } = counted
  const all: readonly (readonly [string, readonly Line[]])[] = [
    ['Responsibility', texts(responsibility(rows))],
    ['Time', texts(times(rows))],
    ['Rows', texts([count(added, 'row added', 'rows added'), count(removed, 'row removed', 'rows removed')])],
    ['Wording', texts([count(rows.filter(isReworded).length, 'row reads otherwise', 'rows read otherwise')])],
    ['Citations', texts([count(rows.filter(({ citations }) => citations).length, ...citing)])],
    ['Objectives', texts(objectives(standings))],
    ['Engagement', texts(engagement.length === 0 ? [] : [`changes in: ${engagement.join('; ')}`])],
    ...ceilings.map((change) => [`Supported ceiling, ${change.framework.title}`, [sayCeiling(change)]] as const),
  ]
  return all.map(([label, lines]) => [label, cellFrom(...lines)] as const).filter(([, cell]) => cell.length > 0)
}

const citing = [
  'row serves other objectives or holds in other scopes',
  'rows serve other objectives or hold in other scopes',
] as const

function texts(all: readonly string[]): readonly Line[] {
  return all.filter((text) => text !== '').map((text) => [{ text }])
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`
}

function responsibility(rows: readonly RowChange[]): readonly string[] {
  const kind = (wanted: DutyChange['kind']): number =>
    rows.flatMap(({ duties }) => duties).filter((duty) => duty.kind === wanted).length
  return [
    count(rows.flatMap(movesOf).length, 'duty passes to another party', 'duties pass to another party'),
    count(
      rows.filter(({ accountable }) => accountable).length,
      'row changes its accountable party',
      'rows change their accountable party',
    ),
    count(kind('new'), 'new duty in a row that stays', 'new duties in rows that stay'),
    count(kind('ended'), 'duty ends in a row that stays', 'duties end in rows that stay'),
    count(
      rows.flatMap(({ duties }) =>
        duties.filter((duty) => duty.kind === 'kept' && duty.facets.has('support') && !duty.facets.has('party')),
      ).length,
      'duty rests on another offering or basis',
      'duties rest on another offering or basis',
    ),
  ]
}

function times(rows: readonly RowChange[]): readonly string[] {
  const changes = rows
    .flatMap(({ duties }) => duties)
    .flatMap((duty) =>
      duty.kind === 'kept' && duty.facets.has('clock') ? clockChange(duty.before.timing, duty.after.timing) : [],
    )
  if (changes.length === 0) return []
  const of = (wanted: ClockChange): number => changes.filter((change) => change === wanted).length
  const parts = [
    count(of('longer'), 'longer', 'longer'),
    count(of('shorter'), 'shorter', 'shorter'),
    count(of('to business time'), 'from calendar to business time', 'from calendar to business time'),
    count(of('to calendar time'), 'from business to calendar time', 'from business to calendar time'),
    count(of('otherwise'), 'in another way', 'in another way'),
  ]
  const head = count(changes.length, 'time limit or cadence changes', 'time limits and cadences change')
  return [`${head}: ${parts.filter((part) => part !== '').join(', ')}`]
}

function isReworded({ phrases, duties }: RowChange): boolean {
  return phrases || duties.some((duty) => duty.kind === 'kept' && duty.facets.has('wording'))
}

function objectives(standings: readonly StandingChange[]): readonly string[] {
  const to = (after: StandingChange['after']): number => standings.filter((change) => change.after === after).length
  return [
    count(to('open'), 'becomes open', 'become open'),
    count(to('settled'), 'becomes settled', 'become settled'),
    count(to('not-applicable'), 'becomes not applicable', 'become not applicable'),
    count(to('not assessed'), 'is no longer assessed', 'are no longer assessed'),
  ]
}
