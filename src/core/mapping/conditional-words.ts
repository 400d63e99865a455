// A provider's words that promise nothing for now: planned, sold besides, or only where something else is done first.
const conditional =
  /(?<!\p{L})(?:planned (?:for|in|q[1-4])|(?:will|to) be (?:offered|available|provided|introduced|launched|released|implemented|supported) (?:in|from|by|later|soon|with|q[1-4])|on (?:the|our) roadmap|coming soon|not yet (?:available|implemented|supported)|(?:available|offered) (?:as an? (?:option|add-on)|(?:on request )?(?:at|for) (?:an )?(?:extra|additional) (?:cost|charge|fee)|on request)|optional(?: service| add-on| module)|as an? (?:option|add-on)|(?:at|for) (?:an )?(?:extra|additional) (?:cost|charge|fee)|(?:if|when|where) (?:licensed|purchased|subscribed|contracted|ordered|enabled by)|en option|prévue? (?:pour|en)|sur demande|auf anfrage|optional gegen aufpreis|gegen aufpreis|geplant (?:für|ab|im)|noch nicht (?:verfügbar|umgesetzt)|bajo pedido|como opción|con coste adicional|previsto para)(?!\p{L})/iu

export function isConditional(text: string): boolean {
  return conditional.test(text)
}
