// What a document says of itself, in the form in which it is kept.

/** 2026-11-23 out of a day or a moment that begins so; nothing is made of other ways to write a day. */
function isoDay(text: string | undefined): string | undefined {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s]|$)/.exec(text ?? '') ?? []
  if (year === '') return undefined
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const whole = `${year}-${month}-${day}`
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(whole) ? whole : undefined
}

/** As one line, not endless. */
function lineOf(text: string | undefined): string | undefined {
  const line = (text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 300).toWellFormed()
  return line === '' ? undefined : line
}

export interface Facts {
  readonly title?: string
  readonly version?: string
  readonly date?: string
}

/** Those that are there. */
export function factsOf({
  title,
  version,
  date,
}: {
  readonly title?: string | undefined
  readonly version?: string | undefined
  readonly date?: string | undefined
}): Facts {
  const [line, number, day] = [lineOf(title), lineOf(version), isoDay(date)]
  return {
    ...(line !== undefined && { title: line }),
    ...(number !== undefined && { version: number }),
    ...(day !== undefined && { date: day }),
  }
}
