// A duty that is none: "N/A", "Shared", "Yes".
import { onlyClaimsSharing } from './hand-off.ts'

const notApplicable =
  /^(?:(?:it |this )?is )?(?:n\s?\/\s?a|n\.a\.?|na|not applicable|does not apply|doesn['’]t apply|none|nil|nothing(?: (?:to do|further|more|required|needed|left|to be done|for us|for them))*|no dut(?:y|ies)|not required|no (?:responsibility|action|role|involvement)(?: required| needed)?|out of scope|not in scope)(?:\s*[-–—:,;(/].*)?[.)\s]*$/i
const mark =
  /^(?:x|✓|✔|✗|yes|y|no|r|a|c|i|r\s?\/\s?a|a\s?\/\s?r|responsible|accountable|consulted|informed|owner|lead|primary|secondary|support|supports|msp|client|customer|provider|vendor|us|you|we|same(?: as (?:above|msp|client))?|ditto|as above|see (?:above|below|msp|client|contract|sow|msa)|[-–—.?…\s]+)[.!]?$/i
const longest = 120

export function saysNotApplicable(text: string): boolean {
  return text.length <= longest && notApplicable.test(text.trim())
}

/** "Shared", "Both participate": it claims a split and does not say it. */
export function saysOnlyShared(text: string): boolean {
  return text.length <= longest && onlyClaimsSharing(text)
}

/** A cross, a letter or a party's name in the place of a sentence. */
export function saysOnlyMark(text: string): boolean {
  return text.length <= longest && mark.test(text.trim())
}
