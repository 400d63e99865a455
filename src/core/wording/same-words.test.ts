import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { repeatedDuty } from './same-words.ts'

function pair(msp: string, client: string): readonly Duty[] {
  return [
    { party: 'msp', does: msp },
    { party: 'client', does: client },
  ]
}

test.each([
  ['Secure facilities', 'Secure facilities'],
  ['Secure facilities', 'secure facilities.'],
  ['Secure the MSP facilities', 'Secure the client’s facilities'],
  ['Escort visitors in MSP facilities', 'Escort visitors in client facilities'],
  ['Screen its own personnel', 'Screen own personnel'],
  ['Protect backups', 'Protects backups'],
  ['Review and approve changes', 'Approve and review changes'],
  ['Maintain audit logs for managed systems', 'Maintain audit logs for client systems'],
  ['Train staff', 'Train staff'],
  ['Report incidents to the client', 'Report incidents to the MSP'],
  ['Patch systems', 'Patch client systems'],
  ['Review alerts', 'Review the alerts'],
  ['Monitor access; investigate', 'Investigate, monitor access'],
  ['Participate in exercises', 'Participate in the exercise'],
  ['Keep records for 6 years', 'Keep records for 6 years'],
])('%s and %s are the same', (msp, client) => {
  expect(repeatedDuty({ duties: pair(msp, client) })).toContain('says the same for client as for msp')
})

test.each([
  ['Disable the accounts', 'Give notice'],
  ['Provide access reports', 'Review access reports'],
  ['Secure MSP-hosted infrastructure', 'Secure client facilities processing CUI'],
  ['Protect electronic media', 'Protect physical media'],
  ['Sanitize media', 'Track media'],
  ['Approve within 2 days', 'Approve within 3 days'],
  ['Scan the network', 'Scan the offices'],
  ['Test backups', 'Approve backup tests'],
  ['Install patches', 'Approve windows'],
  ['Encrypt laptops', 'Return laptops'],
  ['Tell the client', 'Tell the press'],
  ['N/A', 'Review alerts'],
  ['The client', 'The MSP'],
  ['Sign the register at the MSP’s office', 'Sign the register at the warehouse'],
  ['Review firewall alerts', 'Review door alerts'],
])('%s and %s are not', (msp, client) => {
  expect(repeatedDuty({ duties: pair(msp, client) })).toBeUndefined()
})

test.each<[string, readonly Duty[]]>([
  [
    'one party says it twice',
    [
      { party: 'msp', does: 'Scan' },
      { party: 'msp', does: 'Scan' },
    ],
  ],
  [
    'one does it and the other pays',
    [
      { party: 'msp', does: 'Penetration test' },
      { party: 'client', kind: 'pays', does: 'Penetration test' },
    ],
  ],
  [
    'nobody has taken the second',
    [
      { party: 'msp', does: 'Scan' },
      { party: 'unassigned', does: 'Scan' },
    ],
  ],
])('not when %s', (_, duties) => {
  expect(repeatedDuty({ duties })).toBeUndefined()
})
