// What a box of a control's summary means: how far the control is in place, or where it comes from.
import { plain } from '../mapping/plain-words.ts'
import { notApplicableWords, originationSides } from './origination-words.ts'
import type { Side } from './sides.ts'

export type BoxMeaning =
  /** `open`: planned, or in place only in part */
  | { readonly is: 'status'; readonly status: 'in-place' | 'open' | 'away' }
  | { readonly is: 'origin'; readonly side: Side; readonly from?: string }

const statuses: Readonly<Record<'in-place' | 'open', string>> = {
  'in-place':
    'implemented, fully implemented, alternative implementation, alternate implementation, alternatively implemented',
  open: 'partially implemented, partial, partial implementation, planned, planned to be implemented, not implemented, in remediation',
}

const statusOf: ReadonlyMap<string, BoxMeaning> = new Map<string, BoxMeaning>([
  ...Object.entries(statuses).flatMap(([status, list]) =>
    list.split(', ').map((word) => [word, { is: 'status', status: status as 'in-place' | 'open' } as const] as const),
  ),
  ...[...notApplicableWords].map((word) => [plain(word), { is: 'status', status: 'away' } as const] as const),
])

const sideOf: ReadonlyMap<string, Side> = new Map([...originationSides].map(([word, side]) => [plain(word), side]))

/** Undefined where its words are in no table. */
export function boxMeaning(label: string): BoxMeaning | undefined {
  const words = plain(label)
  const status = statusOf.get(words)
  if (status !== undefined) return status
  const side = sideOf.get(words)
  return side === undefined ? inheritedFrom(label) : { is: 'origin', side }
}

const inherited =
  /^inherited from (?:an? )?pre-?\s?existing (?:(?:fedramp|provisional|dod) ){0,2}authorization(?: \((?:PA|ATO)\))?(?=$|[\s:,[<(])/i
const dated =
  /[,;\s]*(?:\(?date of authorization\)?|\[date[^\]]*\])?[:,;\s]*(?:(?:\d{1,4}[-/.]){1,2}\d{1,4}|\p{L}{3,9}\.? (?:\d{1,2}, ?)?\d{4})?[.,;\s]*$/iu

/** Nobody's name is longer. */
const longest = 300

/** "… for Cloud North, 12/1/2025": FedRAMP leaves a line to be filled in behind the words. */
function inheritedFrom(label: string): BoxMeaning | undefined {
  const [words] = inherited.exec(label.replaceAll(/[‐‑–]/g, '-')) ?? []
  if (words === undefined) return undefined
  const from = withoutBlanks(label.slice(words.length, longest))
    .replace(/^[\s:,]*(?:for|from)?\b[\s:,]*/i, '')
    .replace(dated, '')
    .replace(/[\s,;.]*date of authorization$/i, '')
    .trim()
  return { is: 'origin', side: 'inherited', ...(/\p{L}{2}/u.test(from) && { from }) }
}

const blank =
  /click (?:or tap )?(?:here )?to enter (?:a )?(?:text|date)\.?|enter (?:text|a date)(?: here)?\.?|choose an item\.?|<[^<>]{0,80}>|\[(?:enter|insert|provide|name|date|describe)[^[\]]{0,80}\]|\{[^{}]{0,80}\}/giu

/** Without what a form says to the person who fills it in. */
export function withoutBlanks(text: string): string {
  return text.replaceAll(blank, '').trim()
}
