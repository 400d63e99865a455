// The log: one JSON object a line, whatever is in it.

export const levels = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof levels)[number]

export type Log = (level: Level, entry: Readonly<Record<string, unknown>> & { readonly event: string }) => void

export const silent: Log = () => undefined

export interface LogTo {
  readonly level: Level
  /** milliseconds since 1970 */
  readonly now: () => number
  readonly write: (line: string) => void
}

export function logTo({ level: least, now, write }: LogTo): Log {
  const lowest = levels.indexOf(least)
  return (level, entry) => {
    if (levels.indexOf(level) < lowest) return
    const line = JSON.stringify({ time: new Date(now()).toISOString(), level, ...entry })
    write(`${line.replaceAll(breaks, escaped)}\n`)
  }
}

/** What some viewer takes for the end of a line or for a command, and JSON lets stand. */
const breaks = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Lines of one turn of the event loop go out in one write, each of which costs as much as a small answer; nothing waits longer. */
export function gathered(write: (text: string) => void): {
  readonly write: (line: string) => void
  readonly flush: () => void
} {
  let lines = ''
  const flush = () => {
    const text = lines
    lines = ''
    if (text !== '') write(text)
  }
  return {
    write: (line) => {
      if (lines === '') setImmediate(flush)
      lines += line
    },
    flush,
  }
}
