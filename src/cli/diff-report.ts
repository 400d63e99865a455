// Changes as people read them: what stood before, what stands now.
import type { Change } from '../core/compare.ts'
import type { ActivityId, PartyId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { sayTiming } from '../core/timing.ts'
import type { Timing } from '../core/timing.ts'
import { partyName } from '../core/views/view.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

/** Ids as names: of the activities, and of the parties. */
interface ChangeReader {
  readonly terminal: Terminal
  readonly titleOf: (activity: ActivityId) => string
  readonly nameOf: (party: PartyId) => string
}

export function readerOf(a: Matrix, b: Matrix, terminal: Terminal): ChangeReader {
  const titles = new Map([...a.activities, ...b.activities].map(({ id, title }) => [id, title]))
  return {
    terminal,
    titleOf: (id) => titles.get(id) ?? id,
    nameOf: (party) => partyName({ parties: [...b.parties, ...a.parties] }, party),
  }
}

export function sayChanges(changes: readonly Change[], reader: ChangeReader): string {
  if (changes.length === 0) return 'Nothing changed.\n'
  return [...Map.groupBy(changes, ({ kind }) => kind)]
    .map(
      ([kind, group]) =>
        `${reader.terminal.style('bold', `${kind} (${group.length})`)}\n${group.map((change) => sayChange(change, reader)).join('')}`,
    )
    .join('\n')
}

function sayChange(change: Change, reader: ChangeReader): string {
  const { terminal, titleOf } = reader
  const name =
    change.activity === null ? (change.field ?? 'activities') : `${titleOf(change.activity)} [${change.activity}]`
  const [before, after] = tell(change, reader)
  const gone = without(before, after).map((line) => terminal.style('red', hang('  - ', line, terminal.width)))
  const come = without(after, before).map((line) => terminal.style('green', hang('  + ', line, terminal.width)))
  return [terminal.style('cyan', name), ...gone, ...come, ''].join('\n')
}

/** Only the lines that the other side does not have. */
function without(side: readonly string[], other: readonly string[]): readonly string[] {
  return side.filter((line) => !other.includes(line))
}

function tell({ kind, before, after }: Change, reader: ChangeReader): readonly [readonly string[], readonly string[]] {
  switch (kind) {
    case 'reallocation':
      return [sayAllocation(before, reader), sayAllocation(after, reader)]
    case 'timing':
      return [sayClocks(before), sayClocks(after)]
    case 'added':
    case 'removed':
      return [sayTitle(before), sayTitle(after)]
    case 'order':
      return [[], ['the activities stand in another order']]
    default:
      return [flat(before, ''), flat(after, '')]
  }
}

function sayAllocation(slice: unknown, { nameOf }: ChangeReader): readonly string[] {
  const { accountable, duties } = slice as {
    readonly accountable?: string | readonly string[]
    readonly duties: readonly { readonly party: string; readonly offering?: string; readonly kind?: string }[]
  }
  const named = [accountable ?? []].flat()
  return [
    `accountable: ${named.length === 0 ? 'nobody' : named.map(nameOf).join(', ')}`,
    ...duties.map(
      ({ party, offering, kind }, index) =>
        `duty ${index + 1}: ${nameOf(party)}${offering === undefined ? '' : ` through ${offering}`}${kind === 'pays' ? ' pays' : ''}`,
    ),
  ]
}

function sayClocks(slice: unknown): readonly string[] {
  return (slice as readonly (Timing | null)[]).map(
    (timing, index) => `duty ${index + 1}: ${timing === null ? 'no clock' : sayTiming(timing)}`,
  )
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
