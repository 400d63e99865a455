import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkHandOffMissing } from './hand-off-missing.ts'

const { handoff: _, ...without } = leaver
const { timing: _timing, ...untimed } = dutyWith({})

test.each<[string, Activity, string]>([
  ['it is missing', without, 'no hand-off says how the duties meet'],
  ['it says "N/A"', { ...leaver, handoff: 'N/A' }, 'no hand-off says how the duties meet'],
  ['it says "Shared: Both participate"', { ...leaver, handoff: 'Shared: Both participate' }, 'no hand-off'],
  ['it says "Client owns"', { ...leaver, handoff: 'Client owns' }, 'no hand-off'],
  ['each is for its own', { ...leaver, handoff: 'Each for its own' }, 'make it two activities'],
  ['each secures its own', { ...leaver, handoff: 'Each secures own facilities' }, 'make it two activities'],
  [
    'there is no time',
    { ...leaver, handoff: 'Client notifies; MSP disables', duties: [untimed, { ...untimed, party: 'client' }] },
    'the hand-off has no time',
  ],
])('an error when %s', (_case, activity, fault) => {
  const findings = checkHandOffMissing(matrixOf(activity))
  expect(findings).toMatchObject([
    { code: 'hand-off-missing', severity: 'error', at: `activities.${leaver.id}.handoff` },
  ])
  expect(findings[0]!.message).toContain(fault)
})

test.each([
  ['the sample', sampleMatrix],
  ['one party does it all', matrixOf({ ...without, duties: [dutyWith({})] })],
  [
    'the client only pays',
    matrixOf({ ...without, duties: [dutyWith({}), dutyWith({ party: 'client', kind: 'pays' })] }),
  ],
  ['the other duty is not taken', matrixOf({ ...without, duties: [dutyWith({}), dutyWith({ party: 'unassigned' })] })],
  ['the time is in a duty', matrixOf({ ...leaver, handoff: 'Client notifies; MSP disables' })],
  [
    'the time is in the hand-off',
    matrixOf({
      ...activityWith(untimed, { ...untimed, party: 'client' }),
      handoff: 'The client calls; the MSP disables within 1 hour',
    }),
  ],
])('nothing when %s', (_case, matrix) => {
  expect(checkHandOffMissing(matrix)).toEqual([])
})
