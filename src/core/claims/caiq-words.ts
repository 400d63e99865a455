// The ownership values of the CSA questionnaire (CAIQ, CCM v4), as the cloud provider that answers it means them.
import type { ClaimOwnership } from './claim.ts'

/**
 * By `caiqKey`. The CSP is whose document it is; a third party that it pays is no customer of it. Two parties are
 * shared, whoever they are.
 */
export const caiqOwnership: ReadonlyMap<string, ClaimOwnership> = new Map([
  ['csp-owned', 'provider'],
  ['csc-owned', 'client'],
  ['third-party outsourced', 'provider'],
  ['3rd-party outsourced', 'provider'],
  ['shared csp and csc', 'shared'],
  ['shared csp and third-party', 'shared'],
  ['shared csp and 3rd-party', 'shared'],
  ['n/a', 'not-applicable'],
  ['na', 'not-applicable'],
  ['not applicable', 'not-applicable'],
])

/** For looking a value up: small letters, single blanks, plain hyphens. */
export function caiqKey(value: string): string {
  return value
    .replaceAll(/[‐‑–]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\b(csp|csc) owned$/, '$1-owned')
    .replace(/\b(third|3rd) party\b/, '$1-party')
}
