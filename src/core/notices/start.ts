// What starts a duty's time: discovery itself, somebody's notice, a decision, or something else.

export type Start = 'discovery' | 'notice' | 'decision' | 'other'

const patterns: readonly (readonly [Start, RegExp])[] = [
  [
    'discovery',
    /discover|suspicion|suspect|\bknew\b|\bknows?\b|\bknown\b|knowledge|detect|\bnotices\b|noticed|\baware|\bfound\b|\bfinding\b|\boccurr|\bseen\b|\bspots?\b|\blearns? (?:of|about)|\bhappen|\bidentif|\b(?:an?|the|any|each) (?:\w+ )?(?:incident|breach|event)$/i,
  ],
  [
    'notice',
    /\bnotice\b|\bnotif|\breports?\b|\breported|\breporting\b|\bcalls?\b|\bphones?\b|\btold\b|\btells?\b|\binform|\bhand(?:s|ed|ing)?[- ]?(?:over|off)|\bescalat|\balerts?\b|\bmessage|\be-?mail|\bticket|\breceiv|\breceipt|\barriv|\bletter|\blearns? from|\bhears? from|\bword from|\bpasse[sd] on|\bfirst facts|\bfacts\b/i,
  ],
  [
    'decision',
    /\bconfirm|\bdetermin|\bdecid|\bdecision|\bdeclar|\bassess|\bconclu|\bjudg|\bclassif|\btriage|\binvestigation/i,
  ],
]

/** What an authority does is no link of the chain that leads to it. */
const authority =
  /\b(?:DoD|DC3|HHS|OCR|FBI|officials?|authorit\w+|law enforcement|contracting officer|oral statement|written statement)\b/i

/** The first of these that the words name: "the MSP's notice of its discovery" is a notice. */
export function startOf(after: string): Start {
  if (authority.test(after)) return 'other'
  let start: Start = 'other'
  let earliest = Infinity
  for (const [kind, pattern] of patterns) {
    const at = after.search(pattern)
    if (at !== -1 && at < earliest) [start, earliest] = [kind, at]
  }
  return start
}
