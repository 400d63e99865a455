// A place in somebody's JSON or YAML: what stands there, how a person finds it, and complaints about what is no such thing.
import { brief } from '../../../core/brief.ts'
import type { Issue } from '../../../core/issue.ts'
import { Text } from '../../../core/text.ts'

export type Group = Readonly<Record<string, unknown>>

/** One for the whole document. */
export interface Log {
  readonly issues: Issue[]
  /** how many things were found that could not be read at all */
  unread: number
}

export interface Spot {
  /** `implemented-requirements[3] (ac-2).statements[0]`; empty at the root */
  readonly at: string
  readonly group: Group
  readonly log: Log
}

export function rootOf(group: Group): Spot {
  return { at: '', group, log: { issues: [], unread: 0 } }
}

export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What the group itself holds, never what it comes with. */
export function held(group: Group, field: string): unknown {
  return Object.hasOwn(group, field) ? group[field] : undefined
}

// oxlint-disable-next-line no-control-regex -- nobody sees them, and no claim may hold them
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Line feeds only, nothing that nobody sees; empty where nothing is left to see. */
export function cleanText(text: string): string {
  const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll(hidden, '').toWellFormed().trim()
  return Text.safeParse(clean).success ? clean : ''
}

export function placeOf({ at }: Pick<Spot, 'at'>, field: string): string {
  return at === '' ? field : `${at}.${field}`
}

export function complain({ log }: Pick<Spot, 'log'>, at: string, message: string): void {
  log.issues.push({ at: at === '' ? 'the document' : at, message })
}

/** Of what has another shape than it may have. */
export function leaveUnread(spot: Pick<Spot, 'log'>, at: string, expected: string): void {
  spot.log.unread += 1
  complain(spot, at, `${expected} expected here; it was not read`)
}

/** What reading gives, and whether all of it could be read. */
export function readWhole<T>(
  { log }: Pick<Spot, 'log'>,
  read: () => T,
): { readonly value: T; readonly whole: boolean } {
  const before = log.unread
  const value = read()
  return { value, whole: log.unread === before }
}

/** Empty where there is none; anything but a text is complained of. */
export function textAt(spot: Spot, field: string): string {
  const value = held(spot.group, field)
  if (typeof value === 'string') return cleanText(value)
  if (value !== undefined && value !== null) leaveUnread(spot, placeOf(spot, field), 'a text is')
  return ''
}

export function groupAt(spot: Spot, field: string): Spot | undefined {
  const value = held(spot.group, field)
  if (isGroup(value)) return { at: placeOf(spot, field), group: value, log: spot.log }
  if (value !== undefined && value !== null) leaveUnread(spot, placeOf(spot, field), 'a group of fields is')
  return undefined
}

/**
 * The groups of a list. `key` is the field that names one of them: the older JSON of OSCAL keeps them under that name,
 * and one alone without a list.
 */
export function groupsAt(spot: Spot, field: string, key: string): readonly Spot[] {
  const value = held(spot.group, field)
  const at = placeOf(spot, field)
  if (value === undefined || value === null) return []
  if (Array.isArray(value))
    return (value as readonly unknown[]).flatMap((item, index) => one(spot, { at: `${at}[${index}]`, item, key }))
  if (!isGroup(value)) {
    leaveUnread(spot, at, 'a list is')
    return []
  }
  if (typeof held(value, key) === 'string') return one(spot, { at, item: value, key })
  return Object.entries(value).flatMap(([name, item]) =>
    one(spot, { at: `${at}["${brief(cleanText(name))}"]`, item: isGroup(item) ? { [key]: name, ...item } : item, key }),
  )
}

interface Item {
  readonly at: string
  readonly item: unknown
  readonly key: string
}

function one(spot: Spot, { at, item, key }: Item): readonly Spot[] {
  if (isGroup(item)) return [{ at: `${at}${nameOf(item, key)}`, group: item, log: spot.log }]
  leaveUnread(spot, at, 'a group of fields is')
  return []
}

/** A UUID tells a person nothing. */
function nameOf(group: Group, key: string): string {
  const name = held(group, key)
  if (typeof name !== 'string' || key.endsWith('uuid')) return ''
  const shown = cleanText(name)
  return shown === '' ? '' : ` (${brief(shown)})`
}
