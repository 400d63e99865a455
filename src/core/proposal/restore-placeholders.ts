// A text that was shown filled in and came back changed: what nobody touched becomes a question in braces again.
import { fill, isAnswered } from '../placeholder.ts'
import { nearestAnswers } from './answers.ts'
import type { Answers, AnswerSets } from './answers.ts'
import { plain } from './cell-text.ts'
import { keptTokens, tokensOf } from './word-alignment.ts'

interface Span {
  readonly from: number
  readonly to: number
  /** as it stands in the original: `{request channel}` */
  readonly braces: string
}

/** The edited text with every untouched answer of `original` as the placeholder that it came from; blanks are the original's too. */
export function restored(original: string, edited: string, answers: Answers): string {
  const { shown, spans } = filledIn(original, answers)
  if (plain(shown) === plain(edited)) return original
  const result = rewoven(shown, spans, edited)
  return plain(fill(result, answers)) === plain(fill(edited, answers)) ? result : edited
}

/** With the answers that it was written with. */
export function restoredAmong(original: string, edited: string, sets: AnswerSets): string {
  return restored(
    original,
    edited,
    nearestAnswers(sets, (answers) => fill(original, answers), edited),
  )
}

function filledIn(original: string, answers: Answers): { readonly shown: string; readonly spans: readonly Span[] } {
  const spans: Span[] = []
  let shown = ''
  let last = 0
  for (const match of original.matchAll(/\{([^{}]+)\}/g)) {
    const name = match[1]!.trim().replaceAll(/\s+/g, ' ')
    if (!isAnswered(answers, name)) continue
    shown += original.slice(last, match.index)
    spans.push({ from: shown.length, to: shown.length + answers[name]!.length, braces: match[0] })
    shown += answers[name]!
    last = match.index + match[0].length
  }
  return { shown: shown + original.slice(last), spans }
}

function rewoven(shown: string, spans: readonly Span[], edited: string): string {
  const before = tokensOf(shown)
  const after = tokensOf(edited)
  const kept = keptTokens(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const texts = after.map(({ text }, index) => {
    const from = kept.get(index)
    return from === undefined || isNewLine(before[from]!.text, text) ? text : before[from]!.text
  })
  const places = new Map([...kept].map(([now, then]) => [then, now] as const))
  for (const span of spans) {
    const covered = before.flatMap((token, index) =>
      token.at < span.to && token.at + token.text.length > span.from ? [index] : [],
    )
    const now = covered.map((index) => places.get(index))
    if (covered.length === 0 || now.some((place, index) => place === undefined || place !== now[0]! + index)) continue
    const first = before[covered[0]!]!
    const last = before[covered.at(-1)!]!
    const head = first.text.slice(0, Math.max(0, span.from - first.at))
    const tail = last.text.slice(span.to - last.at)
    if (covered.length > 1 || !texts[now[0]!]!.includes('{')) {
      for (const place of now) texts[place!] = ''
      texts[now[0]!] = head + span.braces + tail
    }
  }
  return texts.join('')
}

/** A cell may show a line end as a blank, but a line end where a blank was is somebody's. */
function isNewLine(before: string, after: string): boolean {
  return after.includes('\n') && !/[\r\n]/.test(before)
}
