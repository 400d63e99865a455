// A document's words made fit to stand in a duty: quoted, bounded, and without what a duty would take for a question.
import type { Claim } from '../claims/claim.ts'
import type { Requirement } from '../framework.ts'
import { leftUnsaid, leftWith } from '../wording/left-to-others.ts'
import { saysNotApplicable, saysOnlyMark, saysOnlyShared } from '../wording/says-nothing.ts'

/** Characters; a cell of a spreadsheet may hold 32,767. */
const longest = 2000

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
export function saysWhat(text: string | undefined): text is string {
  if (text === undefined || plainWords(text) === '') return false
  return !saysOnlyMark(text) && !saysOnlyShared(text) && !saysNotApplicable(text) && !mark.test(text.trim())
}

function quoted(text: string, at: string): string {
  const words = plainWords(text)
  return words.length > longest
    ? `“${words.slice(0, longest).toWellFormed()}” (cut here: the whole stands at ${plainWords(at)})`
    : `“${words}”`
}

/** What the speaker does, by its own words; of a mere mark, what the requirement asks. */
export function ownWords(claim: Claim, name: string, requirement: Requirement): string {
  const of = claim.translatedFrom === undefined ? '' : ` of ${claim.translatedFrom} (translated, not equal)`
  if (saysWhat(claim.text)) return `As ${name} says${of}: ${quoted(claim.text, claim.at)}`
  return `Do what ${requirement.id} asks (${requirement.summary.replace(/[.\s]+$/, '')}). ${name} marks it as its own${of} and has no words for it`
}

/** What is left to others: the document's words, or that it has none. Undefined where nothing is left. */
export function leftWords(claim: Claim, by: string): string | undefined {
  const of = translation(claim)
  const to = 'the customer'
  if (saysWhat(claim.customerMust)) return leftWith({ to, by, of }, quoted(claim.customerMust, claim.at))
  if (claim.ownership !== 'shared') return undefined
  return leftUnsaid({ to, by, of }, 'the document says that it is shared, and not what the customer does')
}

/** Of a claim that somebody else does it. */
export function othersWords(claim: Claim, by: string, requirement: Requirement): string {
  const leaving = { to: othersOf(claim), by, of: translation(claim) }
  const words = [claim.customerMust, claim.text].find(saysWhat)
  return words === undefined
    ? leftUnsaid(leaving, `what ${requirement.id} asks, without a word about what that is`)
    : leftWith(leaving, quoted(words, claim.at))
}

function othersOf({ ownership, party }: Claim): string {
  return ownership === 'msp' ? 'the MSP' : ownership === 'client' ? 'the customer' : party
}

function translation({ translatedFrom }: Claim): string {
  return translatedFrom === undefined ? '' : ` for ${translatedFrom} (translated, not equal)`
}
