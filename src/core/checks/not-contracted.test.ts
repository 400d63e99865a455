import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkNotContracted } from './not-contracted.ts'

const { offering: _, ...unnamed } = dutyWith({})

test.each<[string, Duty, string]>([
  ['nobody delivers the offering', dutyWith({ offering: 'siem' }), 'error'],
  ['another party delivers it', dutyWith({ party: 'night-soc' }), 'error'],
  ['the client does not deliver it', dutyWith({ party: 'client' }), 'error'],
  ['its own duty names one that nobody delivers', dutyWith({ offering: 'siem', own: true }), 'error'],
  ['the MSP’s duty names none', unnamed, 'warning'],
  ['the MSP’s duty names none and is not its own', { ...unnamed, own: false }, 'warning'],
])('a finding when %s', (_case, duty, severity) => {
  expect(checkNotContracted(matrixOf(activityWith(duty)))).toMatchObject([
    {
      code: 'not-contracted',
      severity,
      at: `activities.${leaver.id}.duties[0].offering`,
      message: expect.stringContaining(duty.does) as string,
    },
  ])
})

test.each<[string, Matrix]>([
  ['the sample', sampleMatrix],
  ['the MSP delivers it', matrixOf(activityWith(dutyWith({})))],
  ['it is the MSP’s own', matrixOf(activityWith({ ...unnamed, own: true }))],
  ['the client needs no offering', matrixOf(activityWith({ ...unnamed, party: 'client' }))],
  ['a provider names none', matrixOf(activityWith({ ...unnamed, party: 'night-soc' }))],
  [
    'a provider delivers it',
    {
      ...matrixOf(activityWith(dutyWith({ party: 'night-soc', offering: 'soc' }))),
      offerings: [{ id: 'soc', by: 'night-soc' }],
    },
  ],
  ['nobody has taken it', matrixOf(activityWith(dutyWith({ party: 'unassigned', offering: 'siem' })))],
])('nothing when %s', (_case, matrix) => {
  expect(checkNotContracted(matrix)).toEqual([])
})
