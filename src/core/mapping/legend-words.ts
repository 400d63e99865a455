// What a legend says of a code in words (“P: performed by us”, “CSP (Tern) is responsible”), as whose it is.
import type { ClaimOwnership } from '../claims/claim.ts'
import { ownershipIn } from './ownership-words.ts'
import { splitHolders } from './party-words.ts'
import type { Naming } from './party-words.ts'
import { plain, plainWords } from './plain-words.ts'

/** Undefined where its words are in no table. */
export function explainedAs(explained: string, naming: Naming): ClaimOwnership | undefined {
  if (notApplicable.test(plain(explained))) return 'not-applicable'
  const whole = ownershipIn(explained, naming) ?? ownershipIn(bare(explained), naming)
  if (whole !== undefined) return whole.ownership
  const parts = parted.exec(explained.trim())
  return parts === null ? undefined : besidesAside(parts[1]!, parts[2]!, naming)
}

function besidesAside(head: string, aside: string, naming: Naming): ClaimOwnership | undefined {
  const owned = ownershipIn(bare(`${head}${tailOf(aside)}`), naming)?.ownership
  if (owned === undefined || owned === 'unclear') return undefined
  return owned === 'shared' || namesOnly(aside, owned, naming) ? owned : undefined
}

const notApplicable = /^(?:not applicable|n a)(?: (?:to|for) (?:the|this|our) (?:service|services|system|product))?$/

/** What is said besides, in brackets or behind a dash. */
const parted = /^([^()–—:]{2,60}?)\s*(\(.*|\s[–—-]\s.*|:\s.*)$/su

/** What stands behind the brackets goes on with what stands before them. */
function tailOf(aside: string): string {
  return /^\([^()]*\)(.*)$/su.exec(aside)?.[1] ?? ''
}

/** Another party in it would have a part that the code does not show. */
function namesOnly(aside: string, owned: ClaimOwnership, naming: Naming): boolean {
  return splitHolders(plainWords(aside), naming).every((part) => typeof part === 'string' || part.side === owned)
}

/** Words around a party in such a sentence, which say that it does the work. */
const around = new Set(
  'is are that this it control controls requirement work does do done performs perform performed provides provided handles handled implements implemented delivers delivered carries out carried ist sind wird erbringt erbracht ausgefuhrt fuhrt aus est sont realise realisee effectue effectuee assure assuree es son realiza realizado realizada ejecuta ejecutado ejecutada'.split(
    ' ',
  ),
)

function bare(text: string): string {
  return plainWords(text)
    .filter((word) => !around.has(word))
    .join(' ')
}
