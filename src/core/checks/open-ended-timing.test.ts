import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkOpenEndedTiming } from './open-ended-timing.ts'

const { timing: _, ...untimed } = dutyWith({})

test.each<[Duty, string, string]>([
  [{ ...untimed, does: 'Notify the client promptly' }, 'promptly', 'does'],
  [{ ...untimed, does: 'Review access regularly' }, 'regularly', 'does'],
  [{ ...untimed, does: 'Disable accounts in a timely manner' }, 'in a timely manner', 'does'],
  [{ ...untimed, does: 'Patch as soon as possible' }, 'as soon as possible', 'does'],
  [dutyWith({ timing: { every: 'periodically' } }), 'periodically', 'timing'],
  [dutyWith({ timing: { within: 'a few days', after: 'the notice' } }), 'a few days', 'timing'],
  [
    dutyWith({ does: 'Report without unreasonable delay', timing: { on: 'a breach' } }),
    'without unreasonable delay',
    'does',
  ],
])('%o: names "%s" and the place', (duty, phrase, place) => {
  const findings = checkOpenEndedTiming(matrixOf(activityWith(duty)))
  expect(findings).toMatchObject([
    { code: 'open-ended-timing', severity: 'error', at: `activities.${leaver.id}.duties[0].${place}` },
  ])
  expect(findings[0]!.message).toContain(`"${phrase}"`)
})

test('reads hand-offs and answers too', () => {
  expect(
    checkOpenEndedTiming(matrixOf({ ...leaver, handoff: 'The client calls and the MSP answers promptly.' })),
  ).toMatchObject([{ at: `activities.${leaver.id}.handoff` }])
  expect(checkOpenEndedTiming({ ...sampleMatrix, parameters: { 'scan cadence': 'regularly' } })).toMatchObject([
    { at: 'parameters.scan cadence' },
  ])
})

test.each<[string, Duty]>([
  ['a figure in the timing', dutyWith({ does: 'Promptly disable the accounts' })],
  ['a cadence', dutyWith({ does: 'Regularly test a restore', timing: { every: 'quarter' } })],
  ['a figure in the sentence', { ...untimed, does: 'Promptly, within 2 hours, call the client' }],
  [
    'the statute’s phrase under a limit',
    dutyWith({ does: 'Report without unreasonable delay', timing: { within: '60 days', after: 'discovery' } }),
  ],
  ['no time at all', { ...untimed, does: 'Disable the accounts' }],
  ['a duty that nobody has taken', { ...untimed, party: 'unassigned', does: 'Report promptly' }],
])('nothing for %s', (_case, duty) => {
  expect(checkOpenEndedTiming(matrixOf(activityWith(duty)))).toEqual([])
})
