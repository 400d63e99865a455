import { expect, test } from 'vitest'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkSharedWithoutSplit } from './shared-without-split.ts'

const clientSays = (does: string) => activityWith(dutyWith({}), dutyWith({ party: 'client', does }))

test.each([
  ['a duty says "Shared"', clientSays('Shared'), 'duties[1].does'],
  ['a duty says "Both"', clientSays('Both'), 'duties[1].does'],
  ['a duty says "Shared: Both participate"', clientSays('Shared: Both participate'), 'duties[1].does'],
  ['a duty says "Joint responsibility"', clientSays('Joint responsibility'), 'duties[1].does'],
  ['a duty says "Yes"', clientSays('Yes'), 'duties[1].does'],
  ['a duty is a cross', clientSays('X'), 'duties[1].does'],
  ['the only duty says "Shared"', activityWith(dutyWith({ does: 'Shared' })), 'duties[0].does'],
  ['the hand-off says "Shared: Both participate"', { ...leaver, handoff: 'Shared: Both participate' }, 'handoff'],
  [
    'the hand-off says "Both parties are responsible"',
    { ...leaver, handoff: 'Both parties are responsible' },
    'handoff',
  ],
  [
    'both duties say the same',
    activityWith(dutyWith({ does: 'Secure facilities' }), dutyWith({ party: 'client', does: 'Secure facilities' })),
    'duties',
  ],
])('an error when %s', (_, activity, place) => {
  expect(checkSharedWithoutSplit(matrixOf(activity))).toMatchObject([
    { code: 'shared-without-split', severity: 'error', activity: leaver.id, at: `activities.${leaver.id}.${place}` },
  ])
})

test.each([
  ['the sample', sampleMatrix],
  ['each party has its own words', matrixOf(clientSays('Tell the MSP who leaves'))],
  ['one party does it', matrixOf(activityWith(dutyWith({})))],
  ['one party twice has the same words', matrixOf(activityWith(dutyWith({}), dutyWith({})))],
  ['the duty is about shared accounts', matrixOf(clientSays('List the shared accounts'))],
  ['both sign', matrixOf({ ...leaver, handoff: 'Both sign the minutes the same day.' })],
  ['there is no hand-off: another check', matrixOf(clientSays('Tell the MSP who leaves'))],
])('nothing when %s', (_, matrix) => {
  expect(checkSharedWithoutSplit(matrix)).toEqual([])
})
