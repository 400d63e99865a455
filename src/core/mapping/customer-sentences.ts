// What a provider's own words leave to its customer: the sentences that say what the customer must do.

const customer =
  '(?:customers?|clients?|tenants?|subscribers?|agenc(?:y|ies)|organi[sz]ations?|osas?|oscs?|you|cliente?s?|kunden?|auftraggebers?|abonné(?:s|es)?|organisme)'
const duty =
  '(?:must|shall|should|will need to|needs? to|has to|have to|(?:is|are|remains?) (?:solely |fully )?responsible|(?:is|are) required to|responsibility of|doit|doivent|devra|devront|(?:est|sont|reste) responsables?|muss|müssen|hat dafür|(?:ist|sind|bleibt) (?:selbst )?verantwortlich|deben?|deberán?|(?:es|son) responsables?)'
const says = new RegExp(
  `(?<!\\p{L})(?:${customer}(?!\\p{L})[^.;]{0,80}?(?<!\\p{L})${duty}|${duty}(?!\\p{L})[^.;]{0,20}(?:by |of |du |vom |del )(?:the )?${customer})(?!\\p{L})`,
  'iu',
)
const denies =
  /\b(?:not (?:required|responsible|need|have to)|no (?:action|need)|n['’]t (?:required|responsible|need|have to)|nothing|without (?:the )?(?:customer|client)|muss nicht|müssen nicht|ne (?:doit|doivent) (?:pas|rien)|no debe hacer nada)\b/iu

/** Word for word; empty where it leaves nothing. */
export function customerSentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.;!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => says.test(sentence) && !denies.test(sentence))
}

export const namesCustomer =
  /\b(?:customers?|clients?|agenc(?:y|ies)|tenants?|osc|you)\b[^.]{0,80}\b(?:must|shall|should|responsib|needs? to|required)/i
