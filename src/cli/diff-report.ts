// Changes as people read them: what stood before, what stands now.
import { accountableParties } from '../core/activity.ts'
import type { Activity } from '../core/activity.ts'
import type { Change } from '../core/compare.ts'
import type { Duty } from '../core/duty.ts'
import type { ActivityId, PartyId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import type { RowChange } from '../core/redline/row-change.ts'
import { sayTiming } from '../core/timing.ts'
import { partyName } from '../core/views/view.ts'
import { isOfDuties, rowOf, touchedDuties } from '../core/redline/duty-changes.ts'
import type { TouchedDuty } from '../core/redline/duty-changes.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

/** Ids as names: of the activities, and of the parties. */
interface ChangeReader {
  readonly terminal: Terminal
  readonly titleOf: (activity: ActivityId) => string
  readonly nameOf: (party: PartyId) => string
  readonly rowOf: (change: Change) => RowChange
}

export function readerOf(a: Matrix, b: Matrix, terminal: Terminal): ChangeReader {
  const titles = new Map([...a.activities, ...b.activities].map(({ id, title }) => [id, title]))
  return {
    terminal,
    titleOf: (id) => titles.get(id) ?? id,
    nameOf: (party) => partyName({ parties: [...b.parties, ...a.parties] }, party),
    rowOf: (change) => rowOf(change, a, b),
  }
}

/** Lines that only one side has. */
interface Told {
  readonly change: Change
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

export function sayChanges(changes: readonly Change[], reader: ChangeReader): string {
  if (changes.length === 0) return 'Nothing changed.\n'
  return [...Map.groupBy(toldOnce(changes, reader), ({ change }) => change.kind)]
    .map(
      ([kind, group]) =>
        `${reader.terminal.style('bold', `${kind} (${group.length})`)}\n${group.map((told) => sayChange(told, reader)).join('')}`,
    )
    .join('\n')
}

/** A duty that comes or goes moves the others; where that is all, or where only their order is another, it is told in one place. */
function toldOnce(changes: readonly Change[], reader: ChangeReader): readonly Told[] {
  const told = changes.map((change): Told => {
    const [before, after] = tell(change, reader)
    return { change, gone: without(before, after), come: without(after, before) }
  })
  const says = ({ gone, come }: Told): boolean => gone.length + come.length > 0
  const heard = new Set(told.filter(says).map(({ change }) => change.activity))
  return told.flatMap((one) => {
    const { change } = one
    if (says(one) || !isOfDuties(change)) return one
    if (heard.has(change.activity)) return []
    heard.add(change.activity)
    return { ...one, come: ['its duties stand in another order'] }
  })
}

function sayChange({ change, gone, come }: Told, { terminal, titleOf }: ChangeReader): string {
  const name =
    change.activity === null ? (change.field ?? 'activities') : `${titleOf(change.activity)} [${change.activity}]`
  const red = gone.map((line) => terminal.style('red', hang('  - ', line, terminal.width)))
  const green = come.map((line) => terminal.style('green', hang('  + ', line, terminal.width)))
  return [terminal.style('cyan', name), ...red, ...green, ''].join('\n')
}

/** Only the lines that the other side does not have. */
function without(side: readonly string[], other: readonly string[]): readonly string[] {
  return side.filter((line) => !other.includes(line))
}

type Sides = readonly [before: readonly string[], after: readonly string[]]

function tell(change: Change, reader: ChangeReader): Sides {
  const { kind, before, after } = change
  switch (kind) {
    case 'reallocation':
      return allocations(change, reader)
    case 'timing':
      return ofDuties(change, reader, (duty, name) => [`${name}: ${sayClock(duty)}`])
    case 'wording':
      return wordings(change, reader)
    case 'added':
    case 'removed':
      return [sayTitle(before), sayTitle(after)]
    case 'order':
      return [[], ['the activities stand in another order']]
    default:
      return [flat(before, ''), flat(after, '')]
  }
}

function allocations(change: Change, reader: ChangeReader): Sides {
  const { nameOf, rowOf: row } = reader
  const accountable = (activity: Activity): string => {
    const named = accountableParties(activity)
    return `accountable: ${named.length === 0 ? 'nobody' : named.map(nameOf).join(', ')}`
  }
  const { before, after } = row(change)
  const [was, is] = ofDuties(change, reader, (duty, name, became) => [
    became === 'changed'
      ? `${name}: ${sayHolder(duty, reader)}`
      : `${name} ${became}: ${sayHolder(duty, reader)}: ${duty.does} (${sayClock(duty)})`,
  ])
  return [
    [accountable(before), ...was],
    [accountable(after), ...is],
  ]
}

type SayDuty = (duty: Duty, name: string, became: TouchedDuty['became']) => readonly string[]

/** The duties that this kind of change touches, each under its number on its own side. */
function ofDuties(change: Change, reader: ChangeReader, say: SayDuty): Sides {
  const row = reader.rowOf(change)
  const touched = touchedDuties(change, row)
  const side = (duties: readonly Duty[], key: 'before' | 'after'): readonly string[] =>
    touched.flatMap((one) => {
      const place = one[key]
      return place === null ? [] : say(duties[place]!, `duty ${(one.after ?? place) + 1}`, one.became)
    })
  return [side(row.before.duties, 'before'), side(row.after.duties, 'after')]
}

function sayHolder({ party, offering, kind, own, basis }: Duty, { nameOf }: ChangeReader): string {
  const words = [
    nameOf(party),
    offering === undefined ? '' : ` through ${offering}`,
    kind === 'pays' ? ' pays' : '',
    own === true ? ', about itself' : '',
    basis === undefined ? '' : `, resting on ${flat(basis, '').join(', ')}`,
  ]
  return words.join('')
}

function sayClock({ timing }: Duty): string {
  return timing === undefined ? 'no clock' : sayTiming(timing)
}

/** The activity's own words, and those of the duties that kept their place among the others. */
function wordings(change: Change, reader: ChangeReader): Sides {
  const [was, is] = ofDuties(change, reader, (duty, name) => {
    const { party: _p, offering: _o, kind: _k, own: _w, basis: _b, timing: _t, ...words } = duty
    return flat(words, '').map((line) => `${name}, ${line}`)
  })
  const own = (slice: unknown): readonly string[] => flat({ ...(slice as object), duties: undefined }, '')
  return [
    [...own(change.before), ...was],
    [...own(change.after), ...is],
  ]
}

function sayTitle(activity: unknown): readonly string[] {
  return activity === null ? [] : [(activity as { readonly title: string }).title]
}

/** Every value with its place: `duties[0].does: …` */
function flat(value: unknown, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null)
    return value === null && at === '' ? [] : [`${at}${at === '' ? '' : ': '}${String(value)}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => flat(item, `${at}[${index}]`))
  return Object.entries(value)
    .filter(([key]) => key !== 'origin')
    .flatMap(([key, item]) => (item === undefined ? [] : flat(item, at === '' ? key : `${at}.${key}`)))
}
