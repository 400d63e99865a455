// What a row says, weighed: its own word for who does it stands; where two of its cells disagree, it is unclear.
import type { ClaimOwnership } from '../claims/claim.ts'
import { visibleText } from '../text.ts'
import type { Issue } from '../issue.ts'
import type { Part, RowEvidence } from './row-evidence.ts'
import type { Saying } from './saying.ts'
import type { Holder } from './party-words.ts'
import { holderKey } from './party-words.ts'
import { isWaived, saysNothing } from './marks.ts'
import { takesBack } from './note-words.ts'

export interface Verdict {
  readonly ownership: ClaimOwnership
  /** the cell that says it */
  readonly at: string
  readonly text: string
  readonly customerMust?: string
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
  return { ...rest, issues: [...rest.issues, ...waivers(row)], ...wordsOf(row, doubted.ownership) }
}

/** In a grid of the MSP and its client, where each has people, places and vendors of its own. */
function waivers({ parts }: RowEvidence): readonly Issue[] {
  if (!parts.some(({ holder }) => holder.side === 'msp')) return []
  return parts
    .filter(({ text }) => isWaived(text))
    .map(({ at, holder: { side } }) => ({ at, message: sayWaiver[side] }))
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
  const different = sayings.find(({ ownership }) => ownership !== first!.ownership)
  if (different === undefined) return { ...first!, issues: [], ...strangeWords(first!) }
  const message = `the row contradicts itself: ${sayings.map(({ at, ownership }) => `${at} says ${ownership}`).join(', ')}`
  return { ownership: 'unclear', at: first!.at, issues: [{ at: first!.at, message }] }
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
  const empty = parts[0]?.at ?? split[0]?.at ?? unknownParties[0]?.at ?? unread[0]?.at
  return empty === undefined ? undefined : { ownership: 'unclear', at: empty, issues: [] }
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

/** A table of providers' parts alone does not say that the customer has none, nor does a provider's name in it. */
function silentSide(weighed: Weighed, { oneSided, parts }: RowEvidence): Weighed {
  const { ownership, at: said } = weighed
  const from =
    ownership === 'provider' || ownership === 'msp' || parts.some(({ at, nothing }) => at === said && !nothing)
  if (!oneSided || !from || ownership === 'unclear') return weighed
  return unclear(weighed, {
    at: said,
    message: 'the customer has no column here, and whether it has a part too is not said',
  })
}

const leavesNothing =
  /^\s*(?:none\b|nothing\b|fully inherited\b|no (?:customer|agency|client) (?:responsibilit|action))/iu

/** A mark beside a note that takes it back, or a customer's part beside words that nobody understood. */
function gainsaid(weighed: Weighed, { notes, notUnderstood, split }: RowEvidence): Weighed {
  const [cell] = notUnderstood
  if (weighed.ownership === 'client' && cell !== undefined)
    return unclear(weighed, {
      at: cell.at,
      message:
        'this column was not understood, and it may say what somebody else does; say in the mapping what it holds',
    })
  const none = weighed.ownership === 'client' ? split.find(({ text }) => leavesNothing.test(text)) : undefined
  if (none !== undefined)
    return unclear(weighed, {
      at: none.at,
      message: 'the row gives it to the customer, and here that nothing is left to it',
    })
  const note = weighed.marked === true ? notes.find(({ text }) => takesBack(text, weighed.ownership)) : undefined
  if (note === undefined) return weighed
  return unclear(weighed, { at: note.at, message: 'the note says otherwise than the marks; read it and decide' })
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
  const must = [...clients.map(({ text }) => text), ...row.countedOn.map(({ text }) => text.trim())]
  const customerMust =
    must.length > 0 ? must : leavesAPart.has(ownership) ? both : both.filter((text) => namesCustomer.test(text))
  const own = [...others.map(({ text }) => text), ...both]
  const left = join(customerMust)
  return {
    text: join(
      firstFilled([own, row.notes.map(({ text }) => text.trim()), must, row.sayings.map(({ words }) => words ?? '')]),
    ),
    ...(left !== '' && { customerMust: left }),
  }
}

const namesCustomer =
  /\b(?:customers?|clients?|agenc(?:y|ies)|tenants?|osc|you)\b[^.]{0,80}\b(?:must|shall|should|responsib|needs? to|required)/i

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
