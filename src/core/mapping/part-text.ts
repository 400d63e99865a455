// What stands in a party's column of running text: a part, nothing, or something that is no description of a part.
import { deniesPart } from './denial-words.ts'
import { inheritsIn, ownershipIn } from './ownership-words.ts'
import { openWords } from './open-words.ts'
import type { Naming, Side } from './party-words.ts'
import { plain, plainWords } from './plain-words.ts'
import { doubtsPart, saysNothing } from './marks.ts'
import { raciIn } from './raci.ts'

export type PartText = 'part' | 'nothing' | 'owner' | 'unread'

const mail = /\S@\S+\.\p{L}{2,}/u
const numeric = /^[\d\s.,:;/+()<>≤≥~%€$£¥–-]+(?:\p{L}{1,8}\.?)?$/u
const letters = /\p{L}{2}/u

/** Words that leave it open, point elsewhere, or name a share or a standing rather than work. */
const noDuty = new Set(
  'same, ditto, idem, dito, included, not included, inclus, non inclus, inklusive, incluido, igual que arriba, independent controller, joint controller, data controller, data processor, sub processor'.split(
    ', ',
  ),
)
/** "None – fully managed by us": it begins with "none", and more follows that may take it back. */
const beginsWithNone = /^(?:none|nothing|nil|aucune?|neant|keine?|nichts|ningun[oa]?|nada)\b/u

/** "See AT-1": what is meant stands elsewhere. */
const pointer = /^(?:see|refer to|as in|same as|cf|siehe|vgl|wie|voir|vease|ver|consulte)\b/u

/** What the customer inherits is done for it: of its own it leaves nothing. */
export function partTextIn(text: string, naming: Naming, side: Side): PartText {
  if (saysNothing(text) || (side === 'client' && inheritsIn(text, naming))) return 'nothing'
  if (leavesItOpen(text) || isNoText(text)) return 'unread'
  const owned = ownershipIn(text, naming)
  if (owned !== undefined) return owned.ownership === 'unclear' ? 'unread' : 'owner'
  return isCode(text) ? 'unread' : 'part'
}

const fewWords = 8

function leavesItOpen(text: string): boolean {
  const words = plain(text)
  if (doubtsPart(text) || deniesPart(text) || noDuty.has(words) || openWords.has(words) || beginsWithNone.test(words))
    return true
  return pointer.test(words) && words.split(' ').length < fewWords
}

/** An address, a number, letters of another grid. */
function isNoText(text: string): boolean {
  return mail.test(text) || numeric.test(text.trim()) || raciIn(text) !== undefined
}

/** Codes and signs ("D/V", "P", "🟢") describe no work. */
function isCode(text: string): boolean {
  return !letters.test(text) || code.test(text.trim())
}

const code = /^\p{Lu}{1,3}(?:[\s/,;+&|.·-]+\p{Lu}{1,3}){0,4}\s*(?:[*¹²³]|\(?\d\)?)?$/u
const half = 0.5
const nobody: Naming = { party: '' }

/** One word in most cells: codes, names, shares ("Lead", "D/V", "Controller"), no descriptions of work. */
export function isOneWordEach(texts: readonly string[]): boolean {
  const said = texts.filter((text) => !saysNothing(text) && !inheritsIn(text, nobody))
  return said.length > 0 && said.filter((text) => plainWords(text).length < 2).length > half * said.length
}
