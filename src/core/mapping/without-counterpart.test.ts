import { expect, test } from 'vitest'
import { withoutIssue } from './without-counterpart.ts'

const nowhere = 'no counterpart in NIST SP 800-171 Rev. 2 by the published mapping, so nothing is claimed of'

test.each([
  ['none', [], []],
  ['one', [['CRM!A5', 'AC-1']], [{ at: 'CRM!A5', message: `AC-1 has ${nowhere} it` }]],
  [
    'one id in two rows, and another',
    [
      ['CRM!A5', 'AC-1'],
      ['CRM!A6', 'AC-1'],
      ['CRM!A9', 'AC-2(1)'],
    ],
    [{ at: 'CRM!A5', message: `2 ids have ${nowhere} them: AC-1 (A5), AC-2(1) (A9)` }],
  ],
  [
    'those of two tables',
    [
      ['Low!A5', 'AC-1'],
      ['High!A9', 'AC-2(1)'],
    ],
    [{ at: 'Low!A5', message: `2 ids have ${nowhere} them: AC-1 (Low!A5), AC-2(1) (High!A9)` }],
  ],
])('%s', (_, found, issues) => {
  expect(withoutIssue(found.map(([at, id]) => ({ at: at!, id: id! })))).toEqual(issues)
})
