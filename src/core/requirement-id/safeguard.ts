// Paragraphs of the HIPAA rules, as the Code of Federal Regulations cites them.
import { stem } from './dictionary.ts'
import type { Dictionary, Target } from './dictionary.ts'
import { matchAt, problem, whole } from './reading.ts'
import type { Reading, Resolved, Scope } from './reading.ts'

const section = /1(?:60|62|64)\.\d{3}(?!\d|\.\d)/y
const level = /\s{0,2}\(\s?([a-z]{1,5}|\d{1,2})\s?\)/iy
const upTo = /\s{0,2}(?:-|(?<=\s)(?:to|through|thru)(?=\s))\s{0,2}\(\s?([a-z]{1,5}|\d{1,2})\s?\)/iy
/** HHS marks a specification "(R)" or "(A)" behind its paragraph. */
const marks: Readonly<Record<string, string>> = { '(R)': 'required', '(A)': 'addressable' }

interface Paragraph {
  readonly section: string
  readonly levels: readonly string[]
  readonly to: string | undefined
  /** where the last level begins and whether a space stands before it */
  readonly last: { readonly at: number; readonly apart: boolean }
}

export function readSafeguard(text: string, at: number): Reading | undefined {
  const match = matchAt(section, text, at)
  if (!match) return undefined
  const levels: string[] = []
  let end = section.lastIndex
  let last = { at: end, apart: false }
  for (let found = matchAt(level, text, end); found && levels.length < 9; found = matchAt(level, text, end)) {
    levels.push(`(${found[1]})`)
    last = { at: end, apart: found[0].startsWith(' ') }
    end = level.lastIndex
  }
  const range = levels.length === 0 ? null : matchAt(upTo, text, end)
  if (range) end = upTo.lastIndex
  const paragraph = { section: match[0], levels, to: range ? `(${range[1]})` : undefined, last }
  const id = `${match[0]}${levels.join('')}${range ? `-(${range[1]})` : ''}`
  return { end, form: 'hipaa', id, resolve: (scope) => resolveParagraph(id, paragraph, scope) }
}

function resolveParagraph(id: string, paragraph: Paragraph, scope: Scope): Resolved {
  const { dictionary, written } = scope
  const exact = dictionary.paragraphs.get(id)
  if (exact) return { hits: exact.map((target) => whole(target)) }
  if (paragraph.to !== undefined) return run(paragraph, scope)
  const marked = beforeMark(paragraph, dictionary)
  if (marked) return { hits: marked.map((target) => whole(target)) }
  const within = [...dictionary.paragraphs.keys()].filter((each) => each.startsWith(`${id}(`))
  if (within.length > 0)
    return problem(`"${written}" is not a requirement by itself; it holds ${shortList(within)}; say which`)
  return problem(nearby(id, scope))
}

/** `164.312(a)(2)(i) (R)`: the mark is no paragraph, where the specification bears it. */
function beforeMark(
  { section: start, levels, last }: Paragraph,
  { paragraphs }: Dictionary,
): readonly Target[] | undefined {
  const designation = marks[levels.at(-1) ?? '']
  if (!designation || !last.apart) return undefined
  const targets = paragraphs.get(`${start}${levels.slice(0, -1).join('')}`)
  return targets?.every(({ requirement }) => requirement.attributes.designation === designation) ? targets : undefined
}

/** `164.308(a)(1)(ii)(A)-(D)`: paragraphs of the same level, each of which stands here. */
function run({ section: start, levels, to }: Paragraph, scope: Scope): Resolved {
  const above = `${start}${levels.slice(0, -1).join('')}`
  const { dictionary, written } = scope
  const [from] = dictionary.paragraphs.get(`${above}${levels.at(-1)!}`) ?? []
  const [end] = dictionary.paragraphs.get(`${above}${to!}`) ?? []
  if (!from || !end) return problem(`"${written}": an end of the range is no requirement here`)
  return between({ from, to: end }, scope)
}

export interface Ends {
  readonly from: Target
  readonly to: Target
}

/** From one requirement to another that is counted on from it. */
export function between({ from, to }: Ends, { dictionary, written }: Scope): Resolved {
  if (stem(from) !== stem(to))
    return problem(`"${written}" runs from one family or paragraph into another; name each requirement`)
  const siblings = dictionary.siblings.get(stem(from)) ?? []
  const [start, end] = [siblings.indexOf(from), siblings.indexOf(to)]
  if (start > end) return problem(`"${written}" runs backwards; say what is meant`)
  return { hits: siblings.slice(start, end + 1).map((target) => whole(target)) }
}

function shortList(ids: readonly string[]): string {
  return ids.length > 12 ? `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more` : ids.join(', ')
}

function nearby(id: string, { dictionary, written }: Scope): string {
  const keys = [...dictionary.paragraphs.keys()]
  const otherCase = keys.find((each) => each.toLowerCase() === id.toLowerCase())
  if (otherCase) return `"${written}" is not as the rule is printed; for ${otherCase}, write it so`
  const above = keys.filter((each) => id.startsWith(`${each}(`))
  if (above.length > 0) return `"${written}" is a part of ${above.join(', ')} or none; say whether that is meant whole`
  const among = keys.filter((each) => each.includes(')-(') && each.startsWith(id.slice(0, 7)))
  if (among.length > 0)
    return `"${written}" is no requirement here by itself; ${id.slice(0, 7)} stands here as ${among.join(', ')}`
  return `"${written}" is no requirement of the HIPAA rules that stand here`
}
