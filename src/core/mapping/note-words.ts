// What a note beside a grid of marks may say against them: that it is not done, or that another does it.
import type { ClaimOwnership } from '../claims/claim.ts'
import { deniesPart } from './denial-words.ts'

const denies =
  /\b(?:out of (?:our )?scope|not in scope|excluded|not (?:performed|provided|covered|included|done|managed|our responsibility)|hors (?:du )?p[ée]rim[èe]tre|non compris|nicht (?:im (?:leistungs)?umfang|enthalten|teil)|fuera de(?:l)? alcance|no incluid[oa])\b/iu

/** "Customer is solely responsible", "MSP delivers the course". */
const does =
  '(?: (?:is|are|remains?))?(?: (?:solely|fully|entirely|alone))?(?: (?:responsible|delivers?|performs?|does|handles|owns|manages|operates))\\b'
const doing = {
  client: new RegExp(`\\b(?:the )?(?:customer|client)s?(?: [\\p{L}]+)?${does}`, 'iu'),
  others: new RegExp(`\\b(?:the |our )?(?:msp|provider|csp|vendor|we)${does}`, 'iu'),
}

export function takesBack(note: string, ownership: ClaimOwnership): boolean {
  if (ownership === 'unclear' || ownership === 'not-applicable') return false
  if (denies.test(note) || deniesPart(note)) return true
  if (ownership === 'shared') return false
  return ownership === 'client' ? doing.others.test(note) : doing.client.test(note)
}
