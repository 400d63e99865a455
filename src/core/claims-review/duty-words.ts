// A document's words made fit to stand in a duty: quoted, bounded, and where it has none, said so.
import type { Claim } from '../claims/claim.ts'
import type { Requirement } from '../framework.ts'
import { leftUnsaid, leftWith } from '../wording/left-to-others.ts'
import { plainWords, wordsLeft, wordsOfItself, wordsOfOthers } from './claim-words.ts'
import type { HeldClaim } from './held-claim.ts'
import { isOfUnnamedProvider } from './who-does.ts'

/** Characters; a cell of a spreadsheet may hold 32,767. */
const longest = 2000

type Placed = Pick<HeldClaim, 'claim' | 'speaker' | 'subject'> & { readonly requirement: Requirement }

function quoted(text: string, at: string): string {
  const words = plainWords(text)
  return words.length > longest
    ? `“${words.slice(0, longest).toWellFormed()}” (cut here: the whole stands at ${plainWords(at)})`
    : `“${words}”`
}

/** What the speaker does, by its own words; of a mere mark, what the requirement asks. */
export function ownWords(held: Placed): string {
  const { claim, speaker, requirement } = held
  const of = claim.translatedFrom === undefined ? '' : ` of ${claim.translatedFrom} (translated, not equal)`
  const words = wordsOfItself(held)
  if (words !== undefined) return `As ${speaker.name} says${of}: ${quoted(words, claim.at)}`
  return `Do what ${requirement.id} asks (${requirement.summary.replace(/[.\s]+$/, '')}). ${speaker.name} marks it as its own${of} and has no words for it`
}

/** What is left to others: the document's words, or that it has none. Undefined where nothing is left. */
export function leftWords(held: Placed): string | undefined {
  const { claim, speaker } = held
  const leaving = {
    to: speaker.kind === 'client' ? 'others' : 'the customer',
    by: speaker.name,
    of: translation(claim),
  }
  const words = wordsLeft(held)
  if (words !== undefined) return leftWith(leaving, quoted(words, claim.at))
  if (claim.ownership !== 'shared') return undefined
  if (claim.textIs === 'letters')
    return leftUnsaid(
      { ...leaving, to: 'others' },
      `the document says ${quoted(claim.text, claim.at)}, and not what each of them does`,
    )
  const whom = speaker.kind === 'client' ? 'the others do' : 'the customer does'
  return leftUnsaid(leaving, `the document says that it is shared, and not what ${whom}`)
}

/** Of a claim that somebody else does it. */
export function othersWords(held: Placed): string {
  const { claim, speaker, requirement } = held
  const leaving = { to: othersOf(held), by: speaker.name, of: translation(claim) }
  const words = wordsOfOthers(held)
  if (words === undefined) return leftUnsaid(leaving, `what ${requirement.id} asks, without a word about what that is`)
  const whose = isOfUnnamedProvider(held) && claim.textIs === 'owner' ? `${quoted(claim.text, claim.at)}: ` : ''
  return leftWith(leaving, `${whose}${quoted(words, claim.at)}`)
}

function othersOf(held: Placed): string {
  const { ownership, party } = held.claim
  if (isOfUnnamedProvider(held)) return 'another provider'
  return ownership === 'msp' ? 'the MSP' : ownership === 'client' ? 'the customer' : party
}

function translation({ translatedFrom }: Claim): string {
  return translatedFrom === undefined ? '' : ` for ${translatedFrom} (translated, not equal)`
}
