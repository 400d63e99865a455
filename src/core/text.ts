// Text that people wrote: never empty, whole Unicode (a lone surrogate has no canonical bytes).
import { z } from 'zod'

export const Text = z
  .string()
  .trim()
  .min(1, 'write something here or leave the field out')
  .refine((text) => text.isWellFormed(), 'this text holds half a character (a lone surrogate); type it again')

/** A day without a time, as ISO 8601 writes it: 2026-11-23. */
export const CalendarDate = z.iso.date('a date is year-month-day: 2026-11-23')
export type CalendarDate = z.infer<typeof CalendarDate>
