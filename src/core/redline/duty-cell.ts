// One duty as the redline tells it: what becomes of it, its words, its clock, its proof.
import type { Duty } from '../duty.ts'
import type { Cell, Line, Run } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import { sayClockChange } from './clock-change.ts'
import { added, cellFrom, isMarked, marked, replaced, struck } from './marks.ts'
import type { DutyChange, KeptDuty } from './row-change.ts'
import { clockOf, evidenceOf, markedPhrase, nameOf, phrases, sayBasis } from './side.ts'
import type { Side, Sides } from './side.ts'

type Labelled = readonly [string, Cell]

export function dutyRow(change: DutyChange, sides: Sides): Labelled {
  if (change.kind === 'new') return wholeDuty(change.after, sides.after, newDuty)
  if (change.kind === 'ended') return wholeDuty(change.before, sides.before, endedDuty)
  return [labelOf(change), changedDuty(change, sides)]
}

interface Whole {
  readonly label: string
  readonly mark: (text: string) => Line
}

export const newDuty: Whole = { label: 'New duty', mark: added }
export const endedDuty: Whole = { label: 'Duty that ends', mark: struck }

/** All of it, every word marked. */
export function wholeDuty(duty: Duty, side: Side, { label, mark }: Whole): Labelled {
  const say = (text: string): string => fill(text, side.matrix.parameters)
  const head = `${nameOf(side, duty.party)}${duty.kind === 'pays' ? ' pays' : ''}`
  const texts = [['When', clockOf(duty)] as const, ...detailsOf(duty, side)]
  const lines = texts.map(([name, text]) => (text === '' ? [] : [named(name), ...mark(say(text))]))
  return [label, cellFrom(mark(head), mark(`“${say(duty.does)}”`), ...lines)]
}

function labelOf({ facets }: KeptDuty): string {
  if (facets.has('party')) return 'Duty that passes'
  const what = [
    facets.has('support') ? 'basis' : '',
    facets.has('clock') ? 'time' : '',
    facets.has('wording') ? 'wording' : '',
  ].filter((text) => text !== '')
  return `Duty: ${what.join(', ')}`
}

function changedDuty({ before, after, facets }: KeptDuty, sides: Sides): Cell {
  const clock = markedPhrase(clockOf(before), clockOf(after), sides)
  const remark = facets.has('clock') ? sayClockChange(before.timing, after.timing) : ''
  return cellFrom(
    facets.has('party') ? passing(before, after, sides) : [strong(nameOf(sides.after, after.party))],
    [{ text: '“' }, ...markedPhrase(before.does, after.does, sides), { text: '”' }],
    clock.length === 0 ? [] : [named('When'), ...clock, ...aside(remark)],
    ...changedDetails(before, after, sides),
  )
}

function named(label: string): Run {
  return { text: `${label}: `, mark: 'muted' }
}

function passing(before: Duty, after: Duty, sides: Sides): Line {
  const [from, to] = [nameOf(sides.before, before.party), nameOf(sides.after, after.party)]
  const told = from === to ? [`${from} (${before.party})`, `${to} (${after.party})`] : [from, to]
  return [{ text: 'Passes from ' }, ...struck(told[0]!), { text: ' to ' }, ...added(told[1]!), { text: ':' }]
}

function changedDetails(before: Duty, after: Duty, sides: Sides): readonly Line[] {
  const was = new Map(detailsOf(before, sides.before))
  const is = new Map(detailsOf(after, sides.after))
  return details.flatMap((name) => {
    const line = markedDetail(was.get(name) ?? '', is.get(name) ?? '', sides)
    return isMarked(line) ? [[named(name), ...line]] : []
  })
}

/** A name or a choice is replaced whole; sentences word by word. */
function markedDetail(before: string, after: string, sides: Sides): Line {
  const [was, is] = phrases(before, after, sides)
  return Math.max(was.length, is.length) <= 40 ? replaced(was, is) : marked(was, is)
}

const details = [
  'Role',
  'Who is interviewed',
  'Under the offering',
  'Does it or pays for it',
  'About itself',
  'Rests on',
  'Shown by',
] as const

/** Label and text of what stands besides the words and the clock; what is not said is not listed. */
function detailsOf(duty: Duty, side: Side): readonly (readonly [string, string])[] {
  const { role = '', interviewee = '', offering, kind, own } = duty
  const all: Readonly<Record<(typeof details)[number], string>> = {
    Role: role,
    'Who is interviewed': interviewee,
    'Under the offering': offering === undefined ? '' : side.offeringName(offering),
    'Does it or pays for it': kind === 'pays' ? 'pays for it' : '',
    'About itself': own === true ? 'the duty concerns the party itself' : '',
    'Rests on': sayBasis(duty.basis, side),
    'Shown by': evidenceOf(duty, side),
  }
  return details.map((name) => [name, all[name]] as const).filter(([, text]) => text !== '')
}

export function strong(text: string): Run {
  return { text, mark: 'strong' }
}

function aside(remark: string): Line {
  return remark === '' ? [] : [{ text: ` (${remark})`, mark: 'muted' }]
}
