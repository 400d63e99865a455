// Which of a claim's words tell what its speaker does, and which what it leaves to others.
import type { Claim } from '../claims/claim.ts'
import { saysNotApplicable, saysOnlyMark, saysOnlyShared } from '../wording/says-nothing.ts'
import type { HeldClaim } from './held-claim.ts'

// oxlint-disable-next-line no-control-regex -- they are what must not be there
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g
const mark =
  /^(?:(?:fully |partially )?inherited|full|partial|hybrid|common|(?:customer|provider|msp|client|vendor|shared)(?:['’]s)? responsibility)[.\s]*$/i

/** One line; braces ask a question in a duty, so that they become brackets. */
export function plainWords(text: string): string {
  const words = text.toWellFormed().replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim()
  return words.replaceAll('{', '[').replaceAll('}', ']')
}

/** False for a mark, a party's name, "n/a": no words about what is done. */
function saysWhat(text: string | undefined): text is string {
  if (text === undefined || plainWords(text) === '') return false
  return !saysOnlyMark(text) && !saysOnlyShared(text) && !saysNotApplicable(text) && !mark.test(text.trim())
}

type Spoken = Pick<HeldClaim, 'claim' | 'speaker' | 'requirement'>

/** What it does by its own word. A client's document says what others do in the text, and what it does itself beside. */
export function wordsOfItself({ claim, speaker, requirement }: Spoken): string | undefined {
  const { customerMust, ownership } = claim
  const beside = speaker.kind === 'client'
  const said = beside
    ? [customerMust, ownership === 'client' ? textOf(claim) : undefined]
    : [textOf(claim) === customerMust ? undefined : textOf(claim)]
  return aboutActivity(said.find(saysWhat), claim, requirement)
}

/** What it leaves to others: the customer, or where the customer speaks, whoever serves it. */
export function wordsLeft({ claim, speaker }: Spoken): string | undefined {
  const { customerMust, ownership } = claim
  if (speaker.kind !== 'client') return saysWhat(customerMust) ? customerMust : undefined
  const text = ownership === 'shared' && textOf(claim) !== customerMust ? textOf(claim) : undefined
  return saysWhat(text) ? text : undefined
}

/** What it says that somebody else does. */
export function wordsOfOthers({ claim, requirement }: Spoken): string | undefined {
  return aboutActivity([claim.customerMust, textOf(claim)].find(saysWhat), claim, requirement)
}

/** Without a text that only says whose it is. */
function textOf({ text, textIs }: Claim): string | undefined {
  return textIs === undefined || textIs === 'note' ? text : undefined
}

/** What the row is about, where the words are none or only a note. */
function aboutActivity(
  words: string | undefined,
  claim: Claim,
  requirement: HeldClaim['requirement'],
): string | undefined {
  const activity = activityOf(claim, requirement)
  if (words === undefined || activity === undefined) return words ?? activity
  return words === claim.text ? `${activity}. Its note: ${words}` : words
}

/** Of a row of marks or letters: what the row is about, unless that is only the requirement's name. */
function activityOf({ activity, textIs }: Claim, requirement: HeldClaim['requirement']): string | undefined {
  if (textIs === undefined || !saysWhat(activity)) return undefined
  const names = [requirement?.title, requirement?.id].map((name) => name?.toLowerCase())
  return names.includes(plainWords(activity).toLowerCase()) ? undefined : activity
}
