// The words for where a control comes from: OSCAL's own, FedRAMP's (its OSCAL registry and its SSP template), OpenControl's.
import type { ClaimOwnership } from '../claims/claim.ts'
import { plain } from '../mapping/plain-words.ts'
import { ownershipOf } from './sides.ts'
import type { Side } from './sides.ts'

/** By `wordKey`. An organization's or a system's own control is whosever document it is. */
export const originationSides: ReadonlyMap<string, Side> = new Map([
  ['organization', 'owner'],
  ['system specific', 'owner'],
  ['sp corporate', 'provider'],
  ['sp system', 'provider'],
  ['service provider corporate', 'provider'],
  ['service provider system specific', 'provider'],
  ['service provided system specific', 'provider'],
  ['service provider hybrid', 'provider'],
  ['service provider hybrid (corporate and system specific)', 'provider'],
  ['customer configured', 'client'],
  ['customer provided', 'client'],
  ['configured by customer', 'client'],
  ['provided by customer', 'client'],
  ['configured by customer (customer system specific)', 'client'],
  ['provided by customer (customer system specific)', 'client'],
  ['shared', 'both'],
  ['shared (service provider and customer responsibility)', 'both'],
  ['inherited', 'inherited'],
  ['inherited from pre existing authorization', 'inherited'],
  ['inherited from pre existing fedramp authorization', 'inherited'],
  ['inherited from pre existing provisional authorization', 'inherited'],
])

/** By `plain`: the same words in a cell, a heading, or behind a box, as whose it is. */
export const originationOwnership: ReadonlyMap<string, ClaimOwnership> = new Map(
  [...originationSides].flatMap(([word, side]) => {
    const ownership = ownershipOf(new Set([side]))
    return ownership === undefined ? [] : [[plain(word), ownership] as const]
  }),
)

/** OpenControl calls a corporate and system-specific control of one provider a hybrid; elsewhere the word means more. */
export const openControlSides: ReadonlyMap<string, Side> = new Map([...originationSides, ['hybrid', 'provider']])

/** Properties by which makers say whose work it is, and their words. By `wordKey`. */
export const responsibilityNames: ReadonlySet<string> = new Set([
  'allocation',
  'responsibility',
  'responsible party',
  'control responsibility',
  'control ownership',
  'ownership',
])

export const responsibilitySides: ReadonlyMap<string, Side> = new Map([
  ['msp', 'provider'],
  ['csp', 'provider'],
  ['provider', 'provider'],
  ['service provider', 'provider'],
  ['cloud service provider', 'provider'],
  ['client', 'client'],
  ['customer', 'client'],
  ['consumer', 'client'],
  ['shared', 'both'],
  ['inherited', 'inherited'],
  ...originationSides,
])

export const notApplicableWords: ReadonlySet<string> = new Set(['not applicable', 'n/a', 'na'])

/** For looking words up: small letters, and one blank for each run of blanks, hyphens and underscores. */
export function wordKey(word: string): string {
  return word
    .replaceAll(/[\s_\-‐‑–]+/g, ' ')
    .trim()
    .toLowerCase()
}
