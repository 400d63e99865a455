import { expect, test } from 'vitest'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkSameWordsForBoth } from './same-words-for-both.ts'

const both = (msp: string, client: string) =>
  activityWith(dutyWith({ does: msp }), dutyWith({ party: 'client', does: client }))

test.each([
  ['Secure facilities', 'Secure facilities'],
  ['Escort visitors in MSP facilities', 'Escort visitors in client facilities'],
  ['Train staff.', 'train staff'],
  ['Screen its own personnel', 'Screen own personnel'],
  ['Review the alerts', 'Review alerts'],
  ['Maintain audit logs', 'Maintains audit logs'],
])('%s and %s are the same', (msp, client) => {
  const [finding] = checkSameWordsForBoth(matrixOf(both(msp, client)))
  expect(finding).toMatchObject({
    code: 'same-words-for-both',
    severity: 'error',
    at: `activities.${leaver.id}.duties[1].does`,
  })
  expect(finding?.message).toContain(`"${client}" says the same for the client as for the MSP`)
})

test.each([
  ['the sample', sampleMatrix],
  ['different acts', matrixOf(both('Send the report', 'Sign the report'))],
  ['different objects', matrixOf(both('Sanitize disks', 'Sanitize paper'))],
  ['different figures', matrixOf(both('Answer in 2 days', 'Answer in 3 days'))],
  ['one party with the same words twice', matrixOf(activityWith(dutyWith({}), dutyWith({})))],
  [
    'one that does and one that pays',
    matrixOf(activityWith(dutyWith({ does: 'Test' }), dutyWith({ party: 'client', kind: 'pays', does: 'Test' }))),
  ],
])('nothing for %s', (_, matrix) => {
  expect(checkSameWordsForBoth(matrix)).toEqual([])
})
