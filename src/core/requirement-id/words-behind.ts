// The words behind an id: its title, or something that takes back or blurs what the id says.
import { lastControl } from './control.ts'
import { schemesNamed } from './scheme.ts'

export type Behind =
  | { readonly kind: 'title' }
  /** the ids before them stand */
  | { readonly kind: 'more'; readonly problem: string }
  /** what the ids before them stand for cannot be told */
  | { readonly kind: 'blurred'; readonly problem: string }

const title: Behind = { kind: 'title' }

/** Words that take something away from what stands before them. */
const limiting =
  /^[\s:,;./|([-]*(?:except|excepting|excluding|excl|without|other than|but not|not|partial|partially|partly|part of|in part|n\/a|withdrawn|removed|deleted|obsolete|superseded|deprecated|incorporated|sauf|hors|partiel|partielle|partiellement|ohne|außer|ausser|teilweise|excepto|salvo|parcial|parcialmente)(?![\wäöüßéèà])/i
/** "(M365 only)": what stands before them holds there. */
const limited =
  /^\s*[([]?[^()[\]]{0,40}(?<!\p{L})(?:only|nur|seulement|uniquement|solo|sólo|solamente|únicamente)\s*[)\]]?\s*$/iu
/** Words with which a sentence goes on and a title does not begin. */
const running =
  /^\s+(?:of|in|is|are|was|were|has|have|and|or|to|for|from|with|see|says|said|requires|applies|above|below|also|but|on|at|as|by|des|de|du|est|et|ou|der|die|und|oder|ist|siehe|voir|y|o|del)\s/
const furtherId = new RegExp(
  [
    String.raw`(?<![\w.§-])(?:[a-z]{2}\.l[123]-`,
    String.raw`3\.\d{1,2}\.\d{1,2}(?![\w.]*\d)`,
    String.raw`(?:${Object.keys(lastControl).join('|')})-\d{1,2}(?!\d)`,
    String.raw`164\.\d{3}`,
    String.raw`cc\d\.\d`,
    String.raw`0\d\.\d\d\.\d\d(?!\d))`,
  ].join('|'),
  'i',
)
const thirdRevision = /(?<!\w)(?:rev(?:ision|\.)?\s{0,2}|r)3(?!\d)/i
const letter = /\[([a-z])\]/gi

export interface Words {
  readonly text: string
  /** of the one requirement before them: its objectives' letters */
  readonly objectives?: string | undefined
  /** some id before them could be of several schemes and nothing but its form decided */
  readonly unsure: boolean
}

export function wordsBehind({ text, objectives, unsure }: Words): Behind {
  if (!/\w/.test(text)) return title
  if (limiting.test(text) || limited.test(text)) return blurred(text, 'takes something away from the id before it')
  if (running.test(text)) return blurred(text, 'goes on as a sentence, not as a title')
  if (thirdRevision.test(text)) return blurred(text, 'names a third revision')
  const letters = [...new Set([...text.matchAll(letter)].map((match) => match[1]!.toLowerCase()))].sort().join('')
  if (letters !== '' && letters !== objectives) return blurred(text, 'names some objectives in its words')
  if (unsure && schemesNamed(text).some((scheme) => scheme !== 'nist-800-171'))
    return blurred(text, 'names a scheme whose ids may look the same')
  const further = furtherId.exec(text)
  if (further)
    return {
      kind: 'more',
      problem: `the words behind the id name "${/^[\w.-]{1,30}/.exec(text.slice(further.index))![0]}", which is not taken as an id of the row`,
    }
  return title
}

function blurred(text: string, why: string): Behind {
  return { kind: 'blurred', problem: `${excerpt(text.trim(), 60)} ${why}; say which requirements are meant` }
}

function excerpt(text: string, length: number): string {
  return text.length > length ? `"${text.slice(0, length).trim()}…"` : `"${text}"`
}
