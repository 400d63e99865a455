// A line of a party's cell, read as a duty: "Pays: ", the words, and the time in parentheses.
import type { Duty } from '../duty.ts'
import { fill } from '../placeholder.ts'
import type { Timing } from '../timing.ts'
import { sayTiming } from '../timing.ts'
import { sayWhen } from '../views/say-duty.ts'
import type { Answers } from './answers.ts'
import { plain } from './cell-text.ts'
import { parseTiming, timingsExplained } from './parse-timing.ts'
import { restored } from './restore-placeholders.ts'

export type LineDuty = Pick<Duty, 'does' | 'kind' | 'timing' | 'source'>

interface When {
  readonly timing: Timing | undefined
  readonly source: string | undefined
}

const pays = 'Pays: '

/** A line that stands for no duty from before. A parenthesis that is no time belongs to the words. */
export function parseNewLine(line: string): LineDuty {
  const { words, kind } = withoutPays(line)
  const split = splitParenthesis(words)
  const when = split && parseWhen(split.inside, 0)
  const found = split && when ? { does: split.head, ...when } : { does: words, timing: undefined, source: undefined }
  return { kind, ...found }
}

/** The duty's own words, time and questions wherever the line leaves them as they were; a text says what cannot be read. */
export function parseChangedLine(line: string, duty: Duty, answers: Answers): LineDuty | string {
  const literal = duty.kind !== 'pays' && plain(fill(duty.does, answers)).startsWith(pays)
  const { words, kind } = literal ? { words: line, kind: duty.kind } : withoutPays(line)
  const read = headAndWhen(words, duty, answers)
  if (typeof read === 'string') return read
  const { does, timing, source } = read
  return {
    kind: kind === 'pays' || duty.kind === 'pays' ? kind : duty.kind,
    does: restored(duty.does, does, answers),
    timing: restoredTiming(duty.timing, timing, answers),
    source:
      source !== undefined && duty.source !== undefined && plain(source) === plain(duty.source) ? duty.source : source,
  }
}

function headAndWhen(words: string, duty: Duty, answers: Answers): ({ readonly does: string } & When) | string {
  const whenBefore = plain(sayWhen(duty, { parameters: answers }))
  const behind = ` (${whenBefore})`
  if (whenBefore !== '' && words.endsWith(behind) && words.length > behind.length)
    return { does: words.slice(0, -behind.length), timing: duty.timing, source: duty.source }
  const none: When = { timing: undefined, source: whenBefore === '' ? duty.source : undefined }
  const split = splitParenthesis(words)
  if (split === undefined) return { does: words, ...none }
  const ownWords = splitParenthesis(plain(fill(duty.does, answers)))?.inside === split.inside
  if (ownWords) return { does: words, ...none }
  const when = parseWhen(split.inside, semicolonsIn(duty, answers), duty.source)
  if (when) return { does: split.head, ...when }
  if (whenBefore === '') return { does: words, ...none }
  return `"(${split.inside})" is not a time that can be read; ${timingsExplained}`
}

const timeWords =
  /\b(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?|hourly|daily|(?:bi-?)?weekly|(?:bi-?)?monthly|quarterly|annual(?:ly)?|yearly|within|every|before|after|upon|once|twice|immediately|promptly|as needed|at once|on demand)\b/i

/** What a line ends with in parentheses that speaks of time, and cannot be read as one. */
export function unreadTime(line: string): string | undefined {
  const inside = splitParenthesis(line)?.inside
  return inside === undefined || !timeWords.test(inside) || parseWhen(inside, 0) ? undefined : inside
}

function withoutPays(line: string): { readonly words: string; readonly kind: 'pays' | undefined } {
  const found = /^pays:\s*(.+)$/i.exec(line)?.[1]
  return found === undefined ? { words: line, kind: undefined } : { words: found, kind: 'pays' }
}

/** The last parenthesis, where the line ends with it and something stands before. */
export function splitParenthesis(text: string): { readonly head: string; readonly inside: string } | undefined {
  if (!text.endsWith(')')) return undefined
  let depth = 0
  for (let at = text.length - 1; at > 0; at -= 1) {
    if (text[at] === ')') depth += 1
    if (text[at] === '(') depth -= 1
    if (depth > 0) continue
    const head = text.slice(0, at).trimEnd()
    const inside = text.slice(at + 1, -1).trim()
    return head === '' || inside === '' || head.length === at ? undefined : { head, inside }
  }
  return undefined
}

/** Semicolons that belong to the time itself, not between the time and its source. */
function semicolonsIn({ timing }: Duty, answers: Answers): number {
  return timing === undefined ? 0 : plain(fill(sayTiming(timing), answers)).split('; ').length - 1
}

function parseWhen(inside: string, own: number, source?: string): When | undefined {
  const behind = source === undefined ? '' : `; ${plain(source)}`
  if (behind !== '' && inside.endsWith(behind)) {
    const timing = parseTiming(inside.slice(0, -behind.length))
    if (timing) return { timing, source }
  }
  const pieces = inside.split('; ')
  const timing = parseTiming(pieces.slice(0, own + 1).join('; '))
  const rest = pieces
    .slice(own + 1)
    .join('; ')
    .trim()
  return timing && { timing, source: rest === '' ? undefined : rest }
}

/** Field by field, where it is the same kind of time. */
export function restoredTiming(
  before: Timing | undefined,
  after: Timing | undefined,
  answers: Answers,
): Timing | undefined {
  if (before === undefined || after === undefined) return after
  if (plain(fill(sayTiming(before), answers)) === plain(fill(sayTiming(after), answers))) return before
  const originals = before as Readonly<Record<string, string>>
  return Object.fromEntries(
    Object.entries(after).map(([field, text]) => [
      field,
      originals[field] === undefined ? text : restored(originals[field], text, answers),
    ]),
  ) as Timing
}
