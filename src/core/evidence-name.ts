// Evidence counts when it names an artefact that somebody could pick up.
import type { Evidence } from './duty.ts'

const nothing =
  /^(none (\(.*\)|required|needed)|no(thing| evidence| record)|not (needed|required)|verbal(ly)?|trust|on request|see (above|below|ssp|sla)|x+|n\/?a|none|nil|no|not applicable|tbd|tba|to be (determined|defined|confirmed)|unknown|pending|evidence|yes|[\s\-–—.?…]*)$/i

export function isNamed(evidence: Evidence): boolean {
  return !nothing.test(evidence.what.trim())
}
