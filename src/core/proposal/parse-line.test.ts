import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { parseChangedLine, parseNewLine } from './parse-line.ts'

const monthly: Duty = { party: 'msp', does: 'Send the list', timing: { every: '3 months' }, source: 'customary' }
const bare: Duty = { party: 'msp', does: 'Send the list (CSV)' }
const paid: Duty = { party: 'client', kind: 'pays', does: 'the licences' }
const asked: Duty = { party: 'msp', does: 'Answer', timing: { within: '{response time}', after: 'the call' } }
const twoClauses: Duty = {
  party: 'msp',
  does: 'Check',
  timing: { on: 'each change; and each start' },
  source: '45 CFR 164.308',
}
const answers = { 'response time': '4 hours' }

test.each<readonly [string, string, Duty, Partial<Duty> | string]>([
  [
    'other words',
    'Send the signed list (every 3 months; customary)',
    monthly,
    { does: 'Send the signed list', timing: { every: '3 months' }, source: 'customary' },
  ],
  [
    'another time',
    'Send the list (every month; customary)',
    monthly,
    { timing: { every: '1 month' }, source: 'customary' },
  ],
  ['another source', 'Send the list (every 3 months; CC6.3)', monthly, { source: 'CC6.3' }],
  ['no source', 'Send the list (every 3 months)', monthly, { source: undefined }],
  ['no time', 'Send the list', monthly, { timing: undefined, source: undefined }],
  ['a time that is none', 'Send the list (sometime)', monthly, '"(sometime)" is not a time that can be read'],
  [
    'a first time',
    'Send the list (CSV) (on request)',
    bare,
    { does: 'Send the list (CSV)', timing: { on: 'request' } },
  ],
  [
    'words before its own parenthesis',
    'Send the long list (CSV)',
    bare,
    { does: 'Send the long list (CSV)', timing: undefined },
  ],
  [
    'another parenthesis that is no time',
    'Send the list (JSON)',
    bare,
    { does: 'Send the list (JSON)', timing: undefined },
  ],
  ['words of what is paid', 'Pays: all the licences', paid, { kind: 'pays', does: 'all the licences' }],
  ['that it is done, not paid', 'Buy the licences', paid, { kind: undefined, does: 'Buy the licences' }],
  [
    'that it is paid',
    'Pays: for the list (every 3 months; customary)',
    monthly,
    { kind: 'pays', does: 'for the list' },
  ],
  [
    'words beside a question in the time',
    'Answer by phone (within 4 hours after the call)',
    asked,
    { timing: { within: '{response time}', after: 'the call' } },
  ],
  [
    'words of the time beside a question',
    'Answer (within 4 hours after the first call)',
    asked,
    { timing: { within: '{response time}', after: 'the first call' } },
  ],
  [
    'one of two clauses of a time',
    'Check (on each change; and each boot; 45 CFR 164.308)',
    twoClauses,
    { timing: { on: 'each change; and each boot' }, source: '45 CFR 164.308' },
  ],
])('a line that changed: %s', (_, line, duty, expected) => {
  const read = parseChangedLine(line, duty, answers)
  if (typeof expected === 'string') expect(read).toContain(expected)
  else expect(read).toMatchObject(expected)
})

test.each<readonly [string, object]>([
  ['Call the office', { does: 'Call the office' }],
  [
    'Call the office (within 2 hours after the alarm; customary)',
    { does: 'Call the office', timing: { within: '2 hours', after: 'the alarm' }, source: 'customary' },
  ],
  ['Call the office (main line)', { does: 'Call the office (main line)' }],
  ['Pays: the guards (every month)', { does: 'the guards', kind: 'pays', timing: { every: '1 month' } }],
  ['(every month)', { does: '(every month)' }],
  ['Unclosed (every month', { does: 'Unclosed (every month' }],
])('a new line: %s', (line, expected) => {
  expect(JSON.parse(JSON.stringify(parseNewLine(line)))).toEqual(expected)
})
