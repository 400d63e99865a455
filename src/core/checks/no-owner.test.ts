import { expect, test } from 'vitest'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkNoOwner } from './no-owner.ts'

const open = dutyWith({ party: 'unassigned', does: 'Disable the accounts' })
const pays = dutyWith({ party: 'client', kind: 'pays', does: 'Pay for the certificates' })

test.each([
  ['there is no duty', activityWith(), 'duties'],
  ['its only duty is unassigned', activityWith(open), 'duties'],
  ['all its duties are unassigned', activityWith(open, open), 'duties'],
  ['somebody only pays', activityWith(pays), 'duties'],
  ['somebody pays for what nobody has taken', activityWith(pays, open), 'duties'],
  ['one of two duties is unassigned', activityWith(dutyWith({}), open), 'duties[1].party'],
])('an error when %s', (_, activity, place) => {
  expect(checkNoOwner(matrixOf(activity))).toMatchObject([
    {
      code: 'no-owner',
      severity: 'error',
      activity: leaver.id,
      at: `activities.${leaver.id}.${place}`,
      message: expect.stringContaining(leaver.title) as string,
    },
  ])
})

test.each([
  ['the sample', sampleMatrix],
  ['no activity at all', matrixOf()],
  ['one party does it', matrixOf(activityWith(dutyWith({})))],
  ['a provider does it', matrixOf(activityWith(dutyWith({ party: 'night-soc' })))],
  ['one does and one pays', matrixOf(activityWith(dutyWith({}), pays))],
  ['the client does it for itself', matrixOf(activityWith(dutyWith({ party: 'client', own: true })))],
])('nothing when %s', (_, matrix) => {
  expect(checkNoOwner(matrix)).toEqual([])
})
