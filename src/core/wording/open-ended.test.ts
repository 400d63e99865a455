import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import type { Timing } from '../timing.ts'
import { openEndedIn, openEndedPhrases } from './open-ended.ts'

function duty(does: string, timing?: Timing): Duty {
  return { party: 'msp', does, ...(timing ? { timing } : {}) }
}

test.each<[string, Timing | undefined, string]>([
  ['Notify the client promptly of any incident', undefined, 'promptly'],
  ['Report incidents in a timely manner', undefined, 'in a timely manner'],
  ['Provide timely reports', undefined, 'timely'],
  ['Disable the account as soon as possible', undefined, 'as soon as possible'],
  ['Tell the client as soon as reasonably practicable', undefined, 'as soon as reasonably practicable'],
  ['Fix critical findings ASAP', undefined, 'ASAP'],
  ['Review access rights regularly', undefined, 'regularly'],
  ['Approve access requests, review periodically', undefined, 'periodically'],
  ['Perform periodic reviews of firewall rules', undefined, 'periodic reviews'],
  ['Update the plan from time to time', undefined, 'from time to time'],
  ['Train the workforce on an ongoing basis', undefined, 'on an ongoing basis'],
  ['Test restores frequently', undefined, 'frequently'],
  ['Check the alarm occasionally', undefined, 'occasionally'],
  ['Report a breach without undue delay', undefined, 'without undue delay'],
  ['Escalate immediately to the client', undefined, 'immediately'],
  ['Routinely scan the network', undefined, 'Routinely'],
  ['Back up servers at regular intervals', undefined, 'at regular intervals'],
  ['Answer within a reasonable time', undefined, 'within a reasonable time'],
  ['Return the media within a few days', undefined, 'a few days'],
  ['Review the alerts often', undefined, 'often'],
  ['Perform ongoing monitoring', undefined, 'ongoing monitoring'],
  ['Notify the client', { within: 'promptly', after: 'discovery' }, 'promptly'],
  ['Scan the network', { every: 'as needed' }, 'as needed'],
  ['Scan the network', { every: 'periodically' }, 'periodically'],
  ['Notify the client of a breach without unreasonable delay', { every: 'month' }, 'without unreasonable delay'],
  ['Notify the client of a breach without unreasonable delay', undefined, 'without unreasonable delay'],
  ['Promptly hand the images over', { keep: '90 days', from: 'the report' }, 'Promptly'],
  ['Review access regularly', { on: 'a request for an exception' }, 'regularly'],
])('%s (%o) is open-ended', (does, timing, phrase) => {
  expect(openEndedPhrases(duty(does, timing))).toContain(phrase)
})

test.each<[string, Timing | undefined]>([
  ['Promptly notify the client', { within: '4 business hours', after: 'the decision' }],
  ['Review access rights regularly', { every: '3 months' }],
  ['Review access rights regularly', { every: 'quarter' }],
  ['Regularly test restores', { every: 'quarterly' }],
  ['Report a breach without unreasonable delay', { within: '60 calendar days', after: 'discovery' }],
  ['Tell the client promptly, at most four hours after the alert', undefined],
  ['Review firewall rules quarterly', undefined],
  ['Publish answers to frequently asked questions', { every: '1 year' }],
  ['Answer the MFA prompt only when you started the sign-in', undefined],
  ['Lock the session immediately before leaving the desk', undefined],
  ['Agree in writing how often the list is sent', undefined],
  ['Remove regular users from the administrators group', { every: '1 month' }],
  ['Attend the regularly scheduled meeting', { every: 'month' }],
  ['Disable the account', { within: '24 hours', after: 'the client’s notice' }],
  ['Scan the network', { every: '{scan cadence}' }],
  ['Issue a badge', { before: 'first access', event: 'the account is created' }],
  ['Keep the log', { keep: '6 years', from: 'its creation' }],
  ['Immediately isolate the device', { within: '15 minutes', after: 'the alert' }],
])('%s (%o) is not', (does, timing) => {
  expect(openEndedPhrases(duty(does, timing))).toEqual([])
})

test('a hand-off may say promptly where it also gives the figure', () => {
  expect(openEndedIn('The MSP confirms promptly on the ticket')).toEqual(['promptly'])
  expect(openEndedIn('The MSP confirms promptly, the same day, on the ticket')).toEqual([])
})
