import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { handOffFault, onlyClaimsSharing } from './hand-off.ts'

const untimed: readonly Duty[] = [
  { party: 'msp', does: 'Disable the accounts' },
  { party: 'client', does: 'Give notice' },
]
const timed: readonly Duty[] = [
  { party: 'msp', does: 'Disable the accounts', timing: { within: '24 hours', after: 'the notice' } },
  { party: 'client', does: 'Give notice' },
]
const kept: readonly Duty[] = [
  { party: 'msp', does: 'Keep the logs', timing: { keep: '90 days', from: 'the report' } },
  { party: 'client', does: 'Review them' },
]

test.each([
  undefined,
  '',
  'Shared',
  'Shared responsibility',
  'Shared: Both participate',
  'Both participate.',
  'Both parties are responsible',
  'Joint responsibility',
  'MSP and client jointly responsible',
  'N/A',
  'See above',
  'TBD',
  'Client owns',
  'Client owns entirely',
  'MSP owns',
  'MSP and client work together',
  'As agreed',
  'Client owns SSP',
  'MSP & Client',
  'Both teams',
  'Responsibility is shared',
  'MSP leads, client supports',
  'See SSP section 3.1',
  'Parties will work together',
  'Jointly managed',
  'MSP and Client coordinate',
  'Teamwork',
  'Via email',
  'To be discussed at kickoff',
  'Communication between the parties as needed',
  'Refer to SOW section 4',
  '-',
])('%o says nothing', (handoff) => {
  expect(handOffFault({ duties: timed, ...(handoff === undefined ? {} : { handoff }) })).toBe(
    'no hand-off says how the duties meet',
  )
})

test.each([
  'Each for its own',
  'Each for their own',
  'Each maintains own',
  'Each secures own facilities',
  'Each screens own personnel',
  'Each assesses own scope',
  'Each manages own',
  'Each party is responsible for its own systems',
  'Both parties maintain their own',
  'Each side secures its own facilities.',
  'Everyone for his own',
  'MSP documents own; Client owns SSP',
])('%s is two activities', (handoff) => {
  expect(handOffFault({ handoff, duties: timed })).toContain('is not a hand-off: make it two activities')
})

test.each([
  ['Client notifies; MSP disables', untimed],
  ['MSP reports; Client decides', kept],
  ['The client opens the ticket and the MSP confirms on it', untimed],
  ['The client’s notice opens the ticket; a second person confirms', untimed],
])('%s has no time', (handoff, duties) => {
  expect(handOffFault({ handoff, duties })).toBe('the hand-off has no time')
})

test.each([
  ['Client notifies; MSP disables', timed],
  ['Client notifies; both execute', timed],
  ['The client notifies the MSP within four hours; the MSP disables and confirms on the ticket the same day', untimed],
  ['The report comes from the MSP on the month’s first business day; the client answers on it', untimed],
  ['The list goes to the client every quarter and comes back signed', untimed],
  ['Each secures its own facilities; the MSP sends its visitor log by the 5th of each month', untimed],
  ['The MSP reports accounts without a factor on Monday; the client decides', untimed],
  [
    'Out of hours both sides use {emergency numbers}; the MSP’s four hours count inside the client’s seventy-two',
    untimed,
  ],
  ['The client owns the ticket and closes it after checking, within 2 business days', untimed],
  ['Both sides sign the minutes before midnight of the day of the exercise', untimed],
])('%s is a hand-off', (handoff, duties) => {
  expect(handOffFault({ handoff, duties })).toBeUndefined()
})

test.each([
  ['Shared: Both participate', true],
  ['Joint responsibility', true],
  ['N/A', false],
  ['Both sides sign the minutes the same day', false],
])('%s claims sharing and no more: %s', (text, claims) => {
  expect(onlyClaimsSharing(text)).toBe(claims)
})
