// Statements of a system security plan as a person writes them: what each party is to do, in sentences.
import { sayTiming } from '../timing.ts'
import type { Timing } from '../timing.ts'
import { capital, listed } from './serving.ts'

/** First words of a sentence that tells something instead of asking for it. */
const telling =
  /^(a|an|the|this|that|these|those|it|its|they|their|he|she|we|our|you|your|one|two|three|each|every|all|any|both|either|neither|no|nobody|none|nothing|who|whoever|what|whatever|there|here|some|such|only|others?|another|silence|access|customers?|clients?|providers?|vendors?|msp|people|users?|everyone|anyone|someone|yes|not|new|data)\b/i
/** First words that set the stage for an order. */
const staging =
  /^(or|and|but|never|if|when|where|while|for|from|to|in|on|at|by|with|without|unless|until|once|after|before|during|as|within|under|of|beside|besides|outside|inside|between|then|otherwise|there(?:after|upon))\b/i

/** A text that begins with a verb in its plain form: "Disable the accounts", not "Disables", "Disabling" or "Encryption". */
export function isOrder(text: string): boolean {
  const [first = ''] = /^[\p{L}’'-]+/u.exec(text.trim()) ?? []
  if (first === '' || telling.test(first) || staging.test(first)) return false
  if (/^\p{Lu}{2,}/u.test(first)) return false
  return !/(?:[^s]s|ing|tion|sion|ment|ance|ence|ity|ness|ed)$/i.test(first) || verbs.has(first.toLowerCase())
}

/** Verbs that end as nouns and participles do. */
const verbs: ReadonlySet<string> = new Set([
  'bring',
  'ring',
  'focus',
  'feed',
  'need',
  'heed',
  'embed',
  'seed',
  'speed',
  'shed',
  'proceed',
  'mention',
  'position',
  'question',
  'condition',
  'partition',
  'commission',
  'caution',
  'document',
  'implement',
  'supplement',
  'comment',
  'augment',
  'segment',
  'balance',
  'enhance',
  'advance',
  'finance',
  'commence',
  'sequence',
  'reference',
  'evidence',
  'witness',
  'string',
  'bus',
  'bias',
  'canvas',
  'exceed',
  'succeed',
  'requisition',
  'provision',
  'envision',
  'supervision',
])

/** Who is to do it: as the subject of the first sentence, and as one says it again. */
export interface Doer {
  readonly first: string
  readonly again: string
}

interface Setting {
  /** the clock, to open the sentence with; empty where there is none */
  readonly when: string
  readonly doer: Doer
}

interface Clause {
  readonly text: string
  readonly kind: 'order' | 'staged' | 'told'
}

function clausesOf(text: string): readonly Clause[] {
  return text
    .trim()
    .replace(/\.$/, '')
    .split(/(?<=[^\s.]{2})\.\s+(?=\p{Lu})/u)
    .map((part) => ({ text: part, kind: isOrder(part) ? 'order' : staging.test(part) ? 'staged' : 'told' }))
}

/** "Every month, the MSP’s identity engineer is to compare the policies; to close each hole; and to say so." */
export function sayStatement(does: string, { when, doer }: Setting): string {
  const clauses = clausesOf(does)
  const opening = openingOf({ when, doer })
  if (clauses[0]?.kind !== 'order') return `${capital(opening)} has this part: “${does.trim()}”.`
  return runsOf(clauses)
    .map((run, index) => sayRun(run, index === 0 ? `${opening} is to` : `${doer.again} is also to`))
    .join(' ')
}

export function sayPayment(does: string, setting: Setting): string {
  const thing = /^(a|an|the)\b/i.test(does) ? lowered(does) : `this: “${does.trim()}”`
  return `${capital(openingOf(setting))} is to pay for ${thing}.`
}

function openingOf({ when, doer }: Setting): string {
  return when === '' ? doer.first : `${when}, ${doer.first}`
}

/** Orders that follow one another make one sentence; what is told stands alone. */
function runsOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const runs: Clause[][] = []
  for (const clause of clauses) {
    const run = runs.at(-1)
    if (run === undefined || clause.kind === 'told' || run[0]!.kind !== 'order') runs.push([clause])
    else run.push(clause)
  }
  return runs
}

function sayRun(run: readonly Clause[], subject: string): string {
  const [head, ...rest] = run
  if (head === undefined) return ''
  if (head.kind !== 'order') return `${head.text}.`
  const further = rest.map(({ text, kind }, index) => {
    const and = kind === 'order' && index === rest.length - 1 ? 'and ' : ''
    return `; ${and}${kind === 'order' ? 'to ' : ''}${lowered(text)}`
  })
  return `${capital(subject)} ${lowered(head.text)}${further.join('')}.`
}

/** The clock, to open a sentence with. */
export function sayClock(timing: Timing): string {
  if ('before' in timing) return `no later than ${timing.before} before ${timing.event}`
  if ('keep' in timing) return `for ${timing.keep} from ${timing.from}`
  return sayTiming(timing)
}

/** A first letter in lower case, unless the word is an acronym. */
export function lowered(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** Items that hold commas are parted by semicolons. */
export function enumerated(items: readonly string[]): string {
  if (items.length < 2 || !items.some((item) => item.includes(','))) return listed(items)
  return `${items.slice(0, -1).join('; ')}; and ${items.at(-1)!}`
}

export function ended(text: string): string {
  return /[.!?”]$/.test(text) ? text : `${text}.`
}
