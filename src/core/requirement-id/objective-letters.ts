// The objectives that follow a requirement's number: `[a]`, `[a]-[f]`, `[a, b]`, `(a)`, ` a-c`, `.a`.
import { matchAt } from './reading.ts'

export interface Letters {
  readonly end: number
  /** from and to, in the order written */
  readonly spans: readonly (readonly [string, string])[]
  /** `.a` and `a` right behind the number are other schemes' too */
  readonly style: 'marked' | 'dotted' | 'joined'
}

const several = String.raw`[a-z](?:\s{0,3}[,;&-]\s{0,3}[a-z])*`
const group = new RegExp(
  String.raw`(?:\.(?=\[))?\s{0,3}(?:\[\s{0,3}(${several})\s{0,3}\]|\(\s{0,3}(${several})\s{0,3}\))`,
  'iy',
)
const joint = /\s{0,3}(?:(-|(?<=\s)(?:to|through|thru)(?=\s))|[,;/&]|(?<=\s)and(?=\s))?(?=\s{0,3}[[(])/iy
const bare = /\s{1,3}([a-z](?:\s{0,3}[,&-]\s{0,3}[a-z](?![\w.]))*)(?=\s{0,3}(?:$|[,;/]))/y
const dotted = /\.([a-z])(?![\w.]\w)(?!\w)/iy
const joined = /([a-z])(?!\w)/iy

export function lettersAt(text: string, at: number): Letters | undefined {
  const marked = markedAt(text, at)
  if (marked) return marked
  for (const [pattern, style] of [
    [bare, 'marked'],
    [dotted, 'dotted'],
    [joined, 'joined'],
  ] as const) {
    const match = matchAt(pattern, text, at)
    if (match) return { end: pattern.lastIndex, spans: spansOf(match[1]!), style }
  }
  return undefined
}

function markedAt(text: string, at: number): Letters | undefined {
  const first = matchAt(group, text, at)
  if (!first) return undefined
  const spans = [...spansOf(first[1] ?? first[2]!)]
  let end = group.lastIndex
  for (let join = matchAt(joint, text, end); join; join = matchAt(joint, text, end)) {
    const next = matchAt(group, text, joint.lastIndex)
    if (!next) break
    const more = spansOf(next[1] ?? next[2]!)
    if (join[1]) spans.push([spans.pop()![0], more[0]![0]], ...more.slice(1))
    else spans.push(...more)
    end = group.lastIndex
  }
  return { end, spans, style: 'marked' }
}

function spansOf(letters: string): readonly (readonly [string, string])[] {
  return letters
    .toLowerCase()
    .split(/[,;&]/)
    .map((each) => {
      const ends = each.split('-').map((letter) => letter.trim())
      return [ends[0]!, ends.at(-1)!] as const
    })
}

/** Every letter of the spans, or what is wrong with them. */
export function lettersOf(spans: Letters['spans']): readonly string[] | string {
  const found = new Set<string>()
  for (const [from, to] of spans) {
    if (from > to) return `the objectives [${from}] to [${to}] run backwards`
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) found.add(String.fromCharCode(code))
  }
  return [...found]
}
