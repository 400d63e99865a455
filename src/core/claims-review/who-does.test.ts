import { expect, test } from 'vitest'
import type { ClaimOwnership } from '../claims/claim.ts'
import { sampleMatrix } from '../testing/sample-matrix.ts'
import { hear } from './hearing.ts'
import { claimOf, claimsFile, groundWith } from './testing/claims-files.ts'
import { deniesItself, doesAllOf, speaksOfItself } from './who-does.ts'

const cloud = 'Cloud Inc.'
const msp = 'Sample IT LLC'
const client = 'Sample Dental PC'

/** whose document, what it says, of whom; who does all of it, does the author speak of itself, does it deny */
test.each<[string, ClaimOwnership, string, string | undefined, boolean, boolean]>([
  [cloud, 'provider', cloud, 'cloud', true, false],
  [cloud, 'provider', 'Tool Ltd', 'tool', false, false],
  [cloud, 'shared', cloud, undefined, true, false],
  [cloud, 'shared', 'Tool Ltd', undefined, false, false],
  [cloud, 'msp', cloud, 'msp', false, true],
  [cloud, 'client', cloud, undefined, false, true],
  [cloud, 'not-applicable', cloud, undefined, false, true],
  [cloud, 'unclear', cloud, undefined, false, false],
  [msp, 'provider', msp, undefined, false, true],
  [msp, 'provider', cloud, 'cloud', false, false],
  [msp, 'shared', msp, undefined, true, false],
  [msp, 'msp', msp, 'msp', true, false],
  [msp, 'client', msp, 'client', false, true],
  [msp, 'not-applicable', msp, undefined, false, true],
  [client, 'provider', client, undefined, false, true],
  [client, 'provider', cloud, 'cloud', false, false],
  [client, 'provider', msp, 'msp', false, false],
  [client, 'shared', client, undefined, true, false],
  [client, 'msp', client, 'msp', false, true],
  [client, 'client', client, 'client', true, false],
])('%s says "%s" of %s: all of it by %s, of itself %s, denies %s', (party, ownership, subject, all, own, denies) => {
  const claim = claimOf({ requirement: 'AC-3', ownership, party: subject })
  const [held] = hear([claimsFile([claim], { party })], groundWith(sampleMatrix)).held
  expect(doesAllOf(held!)).toBe(all)
  expect(speaksOfItself(held!)).toBe(own)
  expect(deniesItself(held!)).toBe(denies)
})
