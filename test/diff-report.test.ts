// How demarc diff tells what became of the duties of an activity.
import { expect, test } from 'vitest'
import { readerOf, sayChanges } from '../src/cli/diff-report.ts'
import { withDuties } from '../src/core/redline/duty-changes.ts'
import { apply, compare } from '../src/core/compare.ts'
import type { Duty } from '../src/core/duty.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { leaver, matrixOf } from '../src/core/testing/sample-matrix.ts'

const duty = (party: string, does: string, rest: Partial<Duty> = {}): Duty => ({ party, does, ...rest })

const notice = duty('client', 'Tell the service desk who leaves', {
  timing: { within: '4 hours', after: 'the decision' },
})
const accounts = duty('msp', 'Disable every account of the person', {
  timing: { within: '24 hours', after: 'the notice' },
})
const badges = duty('client', 'Collect keys and badges at the door', { timing: { on: 'the last day' } })
const four = duty('msp', 'File the closed ticket with the record', { timing: { every: 'week' } })
const all = [notice, accounts, badges, four]

function having(duties: readonly Duty[]): Matrix {
  return matrixOf({ ...leaver, duties })
}

/** Without the heading of the activity. */
function lines(a: Matrix, b: Matrix): readonly string[] {
  const terminal = {
    out: () => undefined,
    err: () => undefined,
    style: (_: unknown, text: string) => text,
    width: 200,
    interactive: false,
    today: '2026-11-23',
  }
  const said = sayChanges(compare(a, b), readerOf(a, b, terminal))
  return said.split('\n').filter((line) => line !== '' && !line.includes(`[${leaver.id}]`))
}

const msp = 'Sample IT LLC'
const client = 'Sample Dental PC'

test.each<readonly [string, readonly Duty[], readonly Duty[], readonly string[]]>([
  [
    'a duty that is gone leaves the others alone',
    all,
    [accounts, badges, four],
    [
      'reallocation (1)',
      `  - duty 1 removed: ${client}: Tell the service desk who leaves (within 4 hours after the decision)`,
    ],
  ],
  [
    'a duty that comes leaves the others alone',
    [notice, badges, four],
    all,
    [
      'reallocation (1)',
      `  + duty 2 added: ${msp}: Disable every account of the person (within 24 hours after the notice)`,
    ],
  ],
  [
    'a duty that passes, while another goes',
    all,
    [accounts, { ...badges, party: 'msp' }, four],
    [
      'reallocation (1)',
      `  - duty 1 removed: ${client}: Tell the service desk who leaves (within 4 hours after the decision)`,
      `  - duty 2: ${client}`,
      `  + duty 2: ${msp}`,
    ],
  ],
  [
    'what a duty rests on',
    all,
    [notice, { ...accounts, basis: { document: 'Terms', version: '3' } }, badges, four],
    ['reallocation (1)', `  - duty 2: ${msp}`, `  + duty 2: ${msp}, resting on document: Terms, version: 3`],
  ],
  [
    'a time and a word, while another goes',
    all,
    [{ ...accounts, timing: { within: '48 hours', after: 'the notice' } }, { ...badges, role: 'reception' }, four],
    [
      'reallocation (1)',
      `  - duty 1 removed: ${client}: Tell the service desk who leaves (within 4 hours after the decision)`,
      'timing (1)',
      '  - duty 1: within 24 hours after the notice',
      '  + duty 1: within 48 hours after the notice',
      'wording (1)',
      '  + duty 2, role: reception',
    ],
  ],
  ['another order', all, all.toReversed(), ['reallocation (1)', '  + its duties stand in another order']],
])('%s', (_, before, after, told) => {
  expect(lines(having(before), having(after))).toEqual(told)
})

test('programs read which duty became which, and can still apply the slices', () => {
  const [a, b] = [having(all), having([accounts, { ...badges, party: 'msp' }, four])]
  const changes = compare(a, b)
  expect(withDuties(changes, a, b)).toEqual([
    {
      ...changes[0],
      duties: [
        { became: 'removed', before: 0, after: null },
        { became: 'changed', before: 2, after: 1 },
      ],
    },
    { ...changes[1], duties: [] },
    { ...changes[2], duties: [] },
  ])
  expect(apply(a, withDuties(changes, a, b) as typeof changes)).toEqual(b)
})
