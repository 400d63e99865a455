// The kinds of text: how long each may be, and that none hides anything. Never empty, whole Unicode (a lone surrogate has no canonical bytes).
import { z } from 'zod'

/** Control characters but tab and line ends, and marks that turn the reading direction of what follows. */
// oxlint-disable-next-line no-control-regex -- they are what must not be there
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const everyHidden = new RegExp(hidden, 'g')
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Characters at most. */
export const longest = {
  /** what somebody or something is called in lists, mail and events */
  name: 200,
  /** what a row, a scope or a document is called in a matrix */
  title: 500,
  slug: 200,
  reference: 400,
  note: 4000,
  /** duties, reasons, answers, hand-offs */
  words: 20_000,
  email: 254,
  phone: 60,
  url: 2048,
  file: 255,
  search: 500,
  /** of a list that is ordered by titles, in any script */
  cursor: 4000,
  locale: 40,
  /** a heading or a cell as a document of somebody else’s has it */
  cell: 1_000_000,
  /** RFC 3339 */
  time: 40,
} as const

/** What stands in a document of somebody else’s, however long it is there. */
export const ForeignText = z
  .string()
  .trim()
  .min(1, { error: 'write something here or leave the field out', abort: true })
  .refine((text) => !hidden.test(text), 'this text holds a control character that nobody can see; type it again')
  .refine((text) => visible.test(text), 'this text shows nothing; write something, or leave the field out')
  .refine((text) => text.isWellFormed(), 'this text holds half a character (a lone surrogate); type it again')

/** On any number of lines. */
function textUpTo(most: number) {
  return ForeignText.max(most, { error: ({ input }) => tooLong(input, most) })
}

/** Line ends and tabs, by which one thing would pass for two. */
const broken = /[\t\n\v\f\r\u0085\u2028\u2029]/

/** On one line. */
export function lineUpTo(most: number) {
  return textUpTo(most).refine(
    (text) => !broken.test(text),
    'this stands on one line; take the line breaks and tabs out',
  )
}

function tooLong(input: unknown, most: number): string {
  const length = typeof input === 'string' ? input.length : 0
  return `this has ${length} characters; at most ${most} are kept`
}

export const Text = textUpTo(longest.words)
export const Note = textUpTo(longest.note)
export const Title = lineUpTo(longest.title)
export const Name = lineUpTo(longest.name)

/** A moment as RFC 3339 writes it in UTC. */
export const Moment = z.iso
  .datetime('a time is UTC, as in 2026-11-23T16:05:00Z')
  .max(longest.time, 'a time has no more digits than 2026-11-23T16:05:00.000Z')

/** What can be kept of a text that somebody else wrote: without what nobody can see; empty where nothing is left to see. */
export function visibleText(text: string): string {
  const kept = text.toWellFormed().replaceAll(everyHidden, '').trim()
  return visible.test(kept) ? kept : ''
}

/** A day without a time, as ISO 8601 writes it: 2026-11-23. */
export const CalendarDate = z.iso.date('a date is year-month-day: 2026-11-23')
export type CalendarDate = z.infer<typeof CalendarDate>
