// What a row says, weighed: its own word for who does it stands; where two of its cells disagree, it is unclear.
import type { Claim, ClaimOwnership } from '../claims/claim.ts'
import { visibleText } from '../text.ts'
import type { Issue } from '../issue.ts'
import type { Saying } from './row-cells.ts'
import type { Part, RowEvidence } from './row-evidence.ts'
import type { Holder } from './party-words.ts'
import { holderKey } from './party-words.ts'
import { gainsayingIn } from './gainsaying.ts'
import { customerSentences, namesCustomer } from './customer-sentences.ts'
import { isWaived, saysNothing } from './marks.ts'
import { textKind } from './text-kind.ts'

export interface Verdict {
  readonly ownership: ClaimOwnership
  /** the cell that says it */
  readonly at: string
  readonly text: string
  readonly textIs?: Claim['textIs']
  readonly customerMust?: string
  /** what shows that it is done */
  readonly evidence?: string
  /** the one provider who does it, where the document names several */
  readonly holder?: Holder
  readonly issues: readonly Issue[]
  /** words that say who does it and are in no table */
  readonly unknownWords?: string
}

interface Weighed {
  readonly marked?: true
  readonly ownership: ClaimOwnership
  readonly at: string
  readonly holder?: Holder
  readonly issues: readonly Issue[]
  readonly unknownWords?: string
}

/** Undefined where the row says nothing about who does it. */
export function verdictOf(row: RowEvidence): Verdict | undefined {
  const weighed = row.sayings.length > 0 ? ofSayings(row.sayings) : ofWords(row)
  if (weighed === undefined) return undefined
  const doubted = gainsaid(silentSide(doubt(weighed, row), row), row)
  const { marked: _, ...rest } = doubted
  const words = wordsOf(row, doubted.ownership)
  return { ...rest, issues: [...rest.issues, ...waivers(row)], ...words, ...textKind(row, words.text) }
}

/** In a grid of the MSP and its client, where each has people, places and vendors of its own. */
function waivers({ waived, sides }: RowEvidence): readonly Issue[] {
  return sides.has('msp') ? waived.map(({ at, side }) => ({ at, message: sayWaiver[side] })) : []
}

const sayWaiver: Readonly<Record<Holder['side'], string>> = {
  msp: '“N/A” for the MSP is wrong as far as its own people, sites, devices and subcontractors reach what is protected: a business associate answers for them itself (45 CFR 164.302, 164.308(b)(2)), and so does an MSP that holds CUI or security protection data (32 CFR 170.19)',
  client:
    '“N/A” for the client holds only while it has no people, sites, devices or other vendors of its own that this concerns; name who decided so, why and when',
  provider:
    '“N/A” for the provider holds only while its people and sites reach nothing that is protected; ask it to say so in writing',
}

function ofSayings(sayings: readonly Saying[]): Weighed {
  const [first] = sayings
  const whole = sayings.filter((one) => !isPartOf(one, sayings))
  const [told] = whole
  const different = whole.find(({ ownership }) => ownership !== told!.ownership)
  if (different === undefined) return { ...told!, issues: [], ...strangeWords(told!) }
  const open = whole.find(({ ownership }) => ownership === 'unclear')
  const decided = whole.filter(({ ownership }) => ownership !== 'unclear')
  return {
    ownership: 'unclear',
    at: first!.at,
    issues: [{ at: (decided[0] ?? first!).at, message: sayDifferent(decided, open?.at) }],
    ...(open !== undefined && strangeWords(open)),
  }
}

/** "Shared" beside a mark in the only party's column of marks: that the other has a part too is said there. */
function isPartOf({ alone, ownership }: Saying, sayings: readonly Saying[]): boolean {
  return (
    alone === true && ownership !== 'unclear' && sayings.some((one) => one.alone !== true && one.ownership === 'shared')
  )
}

function sayDifferent(decided: readonly Saying[], open: string | undefined): string {
  const said = decided.map(({ at, ownership }) => `${at} says ${ownership}`).join(', ')
  if (new Set(decided.map(({ ownership }) => ownership)).size > 1) return `the row contradicts itself: ${said}`
  return `${said}, and what ${open!} says was not understood: the row stays unclear`
}

function strangeWords({ ownership, words }: Saying): Pick<Verdict, 'unknownWords'> {
  return ownership === 'unclear' && words !== undefined ? { unknownWords: words } : {}
}

/** No cell says it outright: then who has a part in running text. */
function ofWords({ parts, split, countedOn, unknownParties, unread }: RowEvidence): Weighed | undefined {
  const [counted] = countedOn
  if (counted) return { ownership: 'shared', at: counted.at, issues: [] }
  const acting = parts.filter(({ nothing }) => !nothing)
  const [first] = acting
  if (first) return ofParts(first, acting)
  if (areWaived(parts)) return { ownership: 'not-applicable', at: parts[0]!.at, issues: [] }
  const empty = parts[0]?.at ?? split[0]?.at ?? unknownParties[0]?.at ?? unread[0]?.at
  return empty === undefined ? undefined : { ownership: 'unclear', at: empty, issues: [] }
}

/** "N/A" for the customer and for whoever serves it alike. */
function areWaived(parts: readonly Part[]): boolean {
  const sides = new Set(parts.map(({ holder }) => holder.side))
  return sides.has('client') && sides.size > 1 && parts.every(({ text }) => isWaived(text))
}

function ofParts(first: Part, acting: readonly Part[]): Weighed {
  const holders = new Set(acting.map(({ holder }) => holderKey(holder)))
  if (holders.size > 1) return { ownership: 'shared', at: first.at, issues: [] }
  return { ownership: first.holder.side, holder: first.holder, at: first.at, issues: [] }
}

/** What stands against it: a part of somebody unknown, a cell that could not be read, words that say otherwise. */
function doubt(weighed: Weighed, { unknownParties, unread, parts }: RowEvidence): Weighed {
  const [stranger] = unknownParties
  if (stranger)
    return unclear(weighed, {
      at: stranger.at,
      message: 'somebody has a part here, and the mapping does not say who that column means',
    })
  if (unread.length > 0) return { ...weighed, ownership: 'unclear', issues: [...weighed.issues, ...unread] }
  const against = parts.find((part) => contradicts(part, weighed.ownership))
  if (against === undefined) return weighed
  return {
    ...weighed,
    issues: [...weighed.issues, { at: against.at, message: sayAgainst(against, weighed.ownership) }],
  }
}

/** A table of one side's parts alone does not say that the other has none, nor does a provider's name in it. */
function silentSide(weighed: Weighed, { oneSided, parts }: RowEvidence): Weighed {
  const { ownership } = weighed
  const serving = oneSided !== 'client' && (ownership === 'provider' || ownership === 'msp')
  const from = serving || weighed.marked === true || parts.some(({ at, nothing }) => at === weighed.at && !nothing)
  if (oneSided === undefined || !from || ownership === 'unclear') return weighed
  return unclear(weighed, { at: weighed.at, message: saySilent[oneSided === 'client' ? 'others' : 'client'] })
}

const saySilent = {
  client: 'the customer has no column here, and whether it has a part too is not said',
  others:
    'only the customer has a column here, and no heading calls it responsible: whether others have a part too is not said',
} as const

/** A mark beside a note that takes it back, or a customer's part beside words that nobody understood. */
function gainsaid(weighed: Weighed, row: RowEvidence): Weighed {
  const issue = gainsayingIn(row, weighed)
  return issue === undefined ? weighed : unclear(weighed, issue)
}

function unclear(weighed: Weighed, issue: Issue): Weighed {
  return { ownership: 'unclear', at: weighed.at, issues: [...weighed.issues, issue] }
}

function contradicts({ holder, nothing }: Part, ownership: ClaimOwnership): boolean {
  if (ownership === 'unclear') return false
  if (nothing) return ownership === 'shared' || ownership === holder.side
  return ownership === 'not-applicable' || (ownership !== 'shared' && ownership !== holder.side)
}

function sayAgainst({ holder, nothing }: Part, ownership: ClaimOwnership): string {
  return nothing
    ? `the row says ${ownership}, and here that nothing is left to the ${holder.side}`
    : `the row says ${ownership}, and here what the ${holder.side} does; what it must do is kept with the claim`
}

function wordsOf(row: RowEvidence, ownership: ClaimOwnership): Pick<Verdict, 'text' | 'customerMust'> {
  const clients = row.parts.filter(({ holder, nothing }) => holder.side === 'client' && !nothing)
  const others = row.parts.filter(({ holder, nothing }) => holder.side !== 'client' && !nothing)
  const both = row.split.map(({ text }) => text.trim()).filter((text) => !saysNothing(text))
  const theirs = row.split
    .filter((cell) => !row.authorsAlone.includes(cell))
    .map(({ text }) => text.trim())
    .filter((text) => !saysNothing(text))
  const must = [...clients.map(({ text }) => text), ...row.countedOn.map(({ text }) => text.trim())]
  const customerMust =
    must.length > 0 ? must : leavesAPart.has(ownership) ? theirs : both.filter((text) => namesCustomer.test(text))
  const own = [...others.map(({ text }) => text), ...both]
  const said = customerMust.length > 0 || !serves.has(ownership) ? [] : [...own, ...row.notes.map(({ text }) => text)]
  const left = join([...customerMust, ...said.flatMap(customerSentences)])
  return {
    text: join(
      firstFilled([
        own,
        row.notes.map(({ text }) => text.trim()),
        ownership === 'client' ? must : [],
        row.sayings.map(({ words }) => words ?? ''),
      ]),
    ),
    ...(left !== '' && { customerMust: left }),
  }
}

const serves: ReadonlySet<ClaimOwnership> = new Set(['provider', 'msp', 'shared'])

const leavesAPart: ReadonlySet<ClaimOwnership> = new Set(['shared', 'client', 'unclear'])

function firstFilled(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.some((text) => text !== '')) ?? []
}

function join(texts: readonly string[]): string {
  return texts
    .map(visibleText)
    .filter((text) => text !== '')
    .join('\n')
}
