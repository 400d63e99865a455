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

/** Somebody else is named, and no work: "Ask Harbor", "Handled by Harbor", "Harbor does it". */
const elsewhere =
  /^(?:(?:it is |is )?(?:handled|done|performed|managed|covered|provided|delivered|owned) by [^.;,]{1,60}|(?:please )?(?:ask|refer to|check with) (?:the )?\S{1,30}(?: \S{1,30}){0,2}|see (?:the |your |our )?(?:contract|agreement|sow|msa|sla|proposal|order)|[^.;,]{1,60} (?:does|handles|owns|manages|has|takes care of|covers|performs) (?:it|this|that|all|all of it|everything)|[^.;,]{1,60} (?:is|are|remains?) (?:solely |fully |the )?(?:responsible|accountable|the owner|in charge)(?: for (?:it|this|that))?|(?:we |they )?will (?:see|do|be done|follow)(?: it)?|ok|okay|fine|agreed|later)[.!]?$/i

/** A cross, a letter or a party's name in the place of a sentence. */
export function saysOnlyMark(text: string): boolean {
  return text.length <= longest && (mark.test(text.trim()) || elsewhere.test(text.trim()))
}
