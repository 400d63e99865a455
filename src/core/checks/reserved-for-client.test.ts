import { expect, test } from 'vitest'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkReservedForClient } from './reserved-for-client.ts'

test.each([
  ['msp', 'Approve the client’s security policies'],
  ['msp', 'Review findings, make risk decisions, fund remediation'],
  ['msp', 'Accept residual risks'],
  ['msp', 'Notify affected individuals and HHS'],
  ['night-soc', 'Report to DIBNet within 72 hours'],
  ['msp', 'Apply sanctions to staff who break the rules'],
  ['msp', 'Submit the annual affirmation'],
  ['night-soc', 'Sign the system security plan'],
])('an error when %s is to "%s"', (party, does) => {
  expect(checkReservedForClient(matrixOf(activityWith(dutyWith({ party, does }))))).toMatchObject([
    {
      code: 'reserved-for-client',
      severity: 'error',
      at: `activities.${leaver.id}.duties[0].does`,
      message: expect.stringContaining('for the client itself') as string,
    },
  ])
})

test.each([
  ['the client approves its policies', { party: 'client', does: 'Approve the security policies' }],
  ['the client notifies', { party: 'client', does: 'Notify affected individuals and HHS' }],
  ['the MSP approves its own policies', { own: true, does: 'Approve the MSP’s security policies' }],
  ['the MSP drafts', { does: 'Draft the access policy for the client’s approval' }],
  ['the MSP tells the client', { does: 'Tell the client’s incident officer what was seen' }],
  ['the MSP keeps what is asked for', { does: 'Hand over what the regulator asks for' }],
  ['the MSP approves access', { does: 'Approve the access request in the ticket' }],
  ['nobody has taken it', { party: 'unassigned', does: 'Notify HHS' }],
])('nothing when %s', (_, change) => {
  expect(checkReservedForClient(matrixOf(activityWith(dutyWith(change))))).toEqual([])
})

test('nothing for the sample', () => {
  expect(checkReservedForClient(sampleMatrix)).toEqual([])
})
