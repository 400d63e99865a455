import { expect, test } from 'vitest'
import { saysNotApplicable, saysOnlyMark, saysOnlyShared } from './says-nothing.ts'

test.each([
  'N/A',
  'n/a',
  'N/A (Client responsibility)',
  'Not applicable',
  'Not applicable.',
  'NA',
  'None',
  'N/A - MSP has no access to the building',
  'No responsibility',
  'Not required',
  'Does not apply',
  'Out of scope',
  'No action required',
  'N.A.',
  'none: client owns',
  'Nothing to do',
  'Nothing further.',
  'No duties',
])('%s says that nothing applies', (text) => {
  expect(saysNotApplicable(text)).toBe(true)
})

test.each([
  'Keep the list of NA sites',
  'None of the accounts may be shared',
  'Review the not applicable decisions',
  'Name the officer',
  'Nail the sign to the door',
  'Naming the officer',
  'Out of scope systems are listed in the register',
  'Not required sites are removed from the list',
  'Patch the servers',
  'Shared',
  'Yes',
  'No action is closed without a signature',
  'Mark N/A rows',
  'National register',
  'Nothing leaves unsigned',
])('%s does not', (text) => {
  expect(saysNotApplicable(text)).toBe(false)
})

test.each([
  'Yes',
  'X',
  'R',
  'R/A',
  'Responsible',
  'MSP',
  'Client',
  '-',
  '✓',
  'Same as above',
  'See above',
  'Ditto',
  'Owner',
  'Consulted',
  'y',
  'Ask Harbor',
  'Handled by Harbor Cloud',
  'Harbor does it',
  'Client is responsible',
  'See the contract',
  'We will see',
  'ok',
])('%s is a mere mark', (text) => {
  expect(saysOnlyMark(text)).toBe(true)
})

test.each([
  'Respond',
  'Ask the client to approve each account',
  'Manages the firewall',
  'Call the MSP when a laptop is lost',
  'Client signs',
  'Yes-men are listed',
  'Report',
  'Lead the exercise',
  'Support tickets are closed',
  'Review',
  'Own the list',
  'MSP patches',
  'Ax the account',
  'See the log',
  'Lock',
  'Inform staff',
  'Sign',
  'Consult the register',
])('%s is not', (text) => {
  expect(saysOnlyMark(text)).toBe(false)
})

test.each(['Shared', 'Both participate', 'Shared: Both participate', 'Joint responsibility', 'Both'])(
  '%s only claims a split',
  (text) => {
    expect(saysOnlyShared(text)).toBe(true)
  },
)

test.each([
  'Review shared folders',
  'Sign the minutes together with the client',
  'Patch',
  'Disable shared accounts',
  'Lock both doors',
])('%s says more', (text) => {
  expect(saysOnlyShared(text)).toBe(false)
})
