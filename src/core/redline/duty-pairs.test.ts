import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { arbitraryActivity } from '../testing/arbitrary-matrix.ts'
import { accessReview, dutyWith, leaver } from '../testing/sample-matrix.ts'
import { pairDuties } from './duty-pairs.ts'

const [notify, disable] = leaver.duties as readonly [Duty, Duty]
const [send, mark] = accessReview.duties as readonly [Duty, Duty]
const collect = dutyWith({ party: 'client', does: 'Collect the keys, the badge and the laptop' })

/** The index in the earlier list, or "new"; then what is gone, in brackets. */
function told(before: readonly Duty[], after: readonly Duty[]): readonly (number | string)[] {
  const at = (duty: Duty): number => before.findIndex((one) => one.does === duty.does && one.party === duty.party)
  return pairDuties(before, after).map((pair) => {
    if (pair.before === undefined) return 'new'
    return pair.after === undefined ? `gone ${at(pair.before)}` : at(pair.before)
  })
}

test.each<readonly [string, readonly Duty[], readonly Duty[], readonly (number | string)[]]>([
  ['nothing changed', [notify, disable], [notify, disable], [0, 1]],
  ['one is put in front', [notify, disable], [collect, notify, disable], ['new', 0, 1]],
  ['one is put between', [notify, disable], [notify, collect, disable], [0, 'new', 1]],
  ['the first is taken out', [collect, notify, disable], [notify, disable], ['gone 0', 1, 2]],
  ['they change places', [notify, disable], [disable, notify], [1, 0]],
  ['one passes to another party', [notify, disable], [notify, { ...disable, party: 'night-soc' }], [0, 1]],
  [
    'both pass',
    [notify, disable],
    [
      { ...notify, party: 'msp' },
      { ...disable, party: 'client' },
    ],
    [0, 1],
  ],
  [
    'one passes in other words',
    [notify, disable],
    [
      notify,
      { ...disable, party: 'night-soc', does: 'Disable the person’s accounts at once and end all their sessions' },
    ],
    [0, 1],
  ],
  ['one is rewritten for the same party', [notify, disable], [notify, { ...disable, does: 'Delete it' }], [0, 1]],
  [
    'one party’s duty ends and another’s begins',
    [notify, disable],
    [notify, send].with(1, { ...mark, party: 'night-soc' }),
    [0, 'new', 'gone 1'],
  ],
  ['the same words twice', [collect, collect], [collect], [0, 'gone 0']],
])('when %s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

test('every duty of both sides stands in one pair', () => {
  fc.assert(
    fc.property(arbitraryActivity, arbitraryActivity, ({ duties: before }, { duties: after }) => {
      const pairs = pairDuties(before, [...after, ...before])
      expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual([...after, ...before])
      expect(
        pairs
          .flatMap((pair) => pair.before ?? [])
          .map(asText)
          .toSorted(),
      ).toEqual(before.map(asText).toSorted())
    }),
  )
})

function asText(duty: Duty): string {
  return JSON.stringify(duty)
}
