import { expect, test } from 'vitest'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkVagueDuty } from './vague-duty.ts'

const does = (text: string) => matrixOf(activityWith(dutyWith({ does: text })))

test.each([
  ['Review firewall rules as needed', 'as needed'],
  ['Assist with the risk assessment', 'Assist with'],
  ['MSP handles security', 'handles security'],
  ['Ensure compliance', 'Ensure compliance'],
  ['Patch managed systems per agreed schedule', 'per agreed schedule'],
  ['Follow industry best practices', 'industry best practices'],
  ['Yes', 'Yes'],
])('%s: names "%s" and the place', (text, phrase) => {
  const findings = checkVagueDuty(does(text))
  expect(findings).toMatchObject([
    { code: 'vague-duty', severity: 'error', activity: leaver.id, at: `activities.${leaver.id}.duties[0].does` },
  ])
  expect(findings[0]!.message).toContain(`"${phrase}"`)
  expect(findings[0]!.message).toContain(leaver.title)
})

test('reads hand-offs and answers too', () => {
  expect(checkVagueDuty(matrixOf({ ...leaver, handoff: 'The MSP acts within 1 day as appropriate.' }))).toMatchObject([
    { at: `activities.${leaver.id}.handoff` },
  ])
  expect(checkVagueDuty({ ...sampleMatrix, parameters: { 'patch window': 'as needed' } })).toMatchObject([
    { activity: null, at: 'parameters.patch window' },
  ])
})

test.each([
  ['the sample', sampleMatrix],
  ['an act and its object', does('Disable the accounts within 24 hours')],
  ['a help desk', does('Open a ticket with the help desk')],
  ['a law that requires', does('Keep the policies six years as required by 45 CFR 164.316')],
  ['an observable assurance', does('Ensure that every laptop is encrypted before it leaves the office')],
  [
    'a duty that nobody has taken',
    matrixOf(activityWith(dutyWith({ party: 'unassigned', does: 'Restrict access as needed' }))),
  ],
  ['a vague title', matrixOf({ ...leaver, title: 'Help with various things' })],
])('nothing for %s', (_, matrix) => {
  expect(checkVagueDuty(matrix)).toEqual([])
})
