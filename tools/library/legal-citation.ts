// What a source may be: custom, or a law, regulation, contract clause or government notice by its citation.
const paragraphs = String.raw`(?:\([a-z]\)(?:\(\d+\)(?:\([ivx]+\)(?:\([A-Z]\)(?:\(\d+\))?)?)?)?)?`

const citations: readonly RegExp[] = [
  new RegExp(`^45 CFR 164\\.(?:3(?:0[26]|08|1[0246])|4(?:0[02468]|1[024])|5(?:0[248]|2[0-8]|30))${paragraphs}$`),
  new RegExp(`^32 CFR (?:170\\.\\d{1,2}|2002\\.\\d{1,2})${paragraphs}$`),
  new RegExp(`^48 CFR \\d{1,3}\\.\\d{3,4}${paragraphs}$`),
  new RegExp(`^DFARS 252\\.204-70(?:12|19|20|21|25)${paragraphs}$`),
  new RegExp(`^FAR 52\\.204-21${paragraphs}$`),
  new RegExp(`^\\d{1,2} U\\.S\\.C\\. \\d{1,5}[a-z]?${paragraphs}$`),
  /^ISOO CUI Notice 20\d\d-\d\d$/,
]

/** Citations joined by "and", each with what it is for; what follows a semicolon explains, and is not looked at. */
export function isSource(source: string): boolean {
  if (/^customary\b/.test(source)) return true
  const [law] = source.split(';')
  return law!
    .replace(/(?: for |, where ).*$/, '')
    .split(' and ')
    .every((text) => citations.some((citation) => citation.test(text)))
}
