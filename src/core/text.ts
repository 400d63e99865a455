// Text that people wrote: never empty, whole Unicode (a lone surrogate has no canonical bytes).
import { z } from 'zod'

/** Control characters but tab and line ends, and marks that turn the reading direction of what follows. */
// oxlint-disable-next-line no-control-regex -- they are what must not be there
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const everyHidden = new RegExp(hidden, 'g')
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

export const Text = z
  .string()
  .trim()
  .min(1, { error: 'write something here or leave the field out', abort: true })
  .refine((text) => !hidden.test(text), 'this text holds a control character that nobody can see; type it again')
  .refine((text) => visible.test(text), 'this text shows nothing; write something, or leave the field out')
  .refine((text) => text.isWellFormed(), 'this text holds half a character (a lone surrogate); type it again')

/** What can be kept of a text that somebody else wrote: without what nobody can see; empty where nothing is left to see. */
export function visibleText(text: string): string {
  const kept = text.toWellFormed().replaceAll(everyHidden, '').trim()
  return visible.test(kept) ? kept : ''
}

/** A day without a time, as ISO 8601 writes it: 2026-11-23. */
export const CalendarDate = z.iso.date('a date is year-month-day: 2026-11-23')
export type CalendarDate = z.infer<typeof CalendarDate>
