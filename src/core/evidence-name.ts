// Evidence counts when it names an artefact that somebody could pick up.
import type { Evidence } from './duty.ts'

const nothing =
  /^(none (\(.*\)|required|needed)|no(thing|t yet)?( (evidence|record|records|documentation|proof))?( (yet|available|so far))*|not (yet )?(available|provided|known|defined)|not (needed|required)|verbal(ly)?|trust|on request|see (above|below|ssp|sla)|x+|n\/?a|none|nil|no|not applicable|tbd|tba|to be (determined|defined|confirmed|provided|agreed|supplied|added|decided)|t\.?b\.?[acd]\.?|ok(ay)?|see (the )?(contract|sow|msa|agreement|document(ation)?)|various|several|multiple|documentation|documents?|records?|sample|example|later|coming soon|in progress|unknown|pending|evidence|yes|[\s\-–—.?…]*)$/i

export function isNamed(evidence: Evidence): boolean {
  return !nothing.test(evidence.what.trim())
}
