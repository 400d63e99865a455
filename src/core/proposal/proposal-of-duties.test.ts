import { expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import { leaver } from '../testing/sample-matrix.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { all, plus, set, without } from './testing/returned-workbook.ts'
import {
  activities,
  base,
  client,
  disable,
  duties,
  leaverRow,
  msp,
  notify,
  readBook,
  withDuties,
} from './testing/returned-sample.ts'

const call = base.activities[3]!.duties[0]!

test.each<readonly [string, (book: Workbook) => Workbook, Matrix]>([
  [
    'the words of a duty',
    set(duties, ['duty:night-watch#0', 'does'], (text) => `${text} at once`),
    withDuties('night-watch', ([, second]) => [
      { ...call, does: 'Call {night number} about each alarm at once' },
      second!,
    ]),
  ],
  [
    'the time of a duty',
    set(duties, ['duty:night-watch#0', 'when'], 'within 5 minutes after the alarm'),
    withDuties('night-watch', ([, second]) => [
      { ...call, timing: { within: '5 minutes', after: 'the alarm' } },
      second!,
    ]),
  ],
  [
    'no time',
    set(duties, ['duty:night-watch#0', 'when'], ''),
    withDuties('night-watch', ([, second]) => {
      const { timing: _, ...rest } = call
      return [rest, second!]
    }),
  ],
  [
    'the source of a time',
    set(duties, ['duty:night-watch#0', 'source'], 'the SLA'),
    withDuties('night-watch', ([, second]) => [{ ...call, source: 'the SLA' }, second!]),
  ],
  [
    'a role',
    set(duties, ['duty:night-watch#0', 'role'], 'analyst'),
    withDuties('night-watch', ([, second]) => [{ ...call, role: 'analyst' }, second!]),
  ],
  [
    'who speaks',
    set(duties, ['duty:night-watch#0', 'interviewee'], 'the shift lead'),
    withDuties('night-watch', ([, second]) => [{ ...call, interviewee: 'the shift lead' }, second!]),
  ],
  [
    'that it is paid',
    set(duties, ['duty:night-watch#0', 'kind'], 'Pays'),
    withDuties('night-watch', ([, second]) => [{ ...call, kind: 'pays' }, second!]),
  ],
  [
    'evidence',
    set(duties, ['duty:night-watch#0', 'evidence'], 'weekly report (PDF)\ncall log (the switchboard)\nroster (HR)'),
    withDuties('night-watch', ([, second]) => [
      {
        ...call,
        evidence: [
          { what: 'weekly report (PDF)' },
          { what: 'call log', keptAt: 'the SOC', from: 'the switchboard' },
          { what: 'roster', from: 'HR' },
        ],
      },
      second!,
    ]),
  ],
  [
    'the party, which takes neither offering nor basis along',
    set(duties, ['duty:night-watch#0', 'party'], 'Sample Dental PC'),
    withDuties('night-watch', ([, second]) => {
      const { basis: _, offering: __, ...rest } = call
      return [{ ...rest, party: 'client' }, second!]
    }),
  ],
  [
    'nobody’s duty',
    set(duties, ['duty:leaver-access-removal#1', 'party'], 'nobody yet'),
    withDuties(leaver.id, () => {
      const { offering: _, ...rest } = disable
      return [notify, { ...rest, party: 'unassigned' }]
    }),
  ],
  ['a duty less', without(duties, 'duty:leaver-access-removal#0'), withDuties(leaver.id, () => [disable])],
  [
    'a duty more',
    plus(duties, {
      party: 'Night SOC Inc.',
      activity: 'remove a leaver’s access in the managed systems',
      does: 'Watch the account',
      kind: 'does',
      when: 'every day',
      role: 'analyst',
      evidence: 'alarm log (SIEM)',
    }),
    withDuties(leaver.id, (list) => [
      ...list,
      {
        party: 'night-soc',
        does: 'Watch the account',
        timing: { every: '1 day' },
        role: 'analyst',
        evidence: [{ what: 'alarm log', from: 'SIEM' }],
      },
    ]),
  ],
  [
    'a duty more, of an offering by its title and with the citations of its activity',
    plus(duties, {
      party: 'Night SOC Inc.',
      activity: 'night-watch',
      does: 'Watch the account',
      offering: 'Monitoring',
      citations: 'DOC-1',
    }),
    withDuties('night-watch', (list) => [
      ...list,
      { party: 'night-soc', offering: 'monitoring', does: 'Watch the account' },
    ]),
  ],
  ['an activity less', without(activities, leaverRow), { ...base, activities: base.activities.slice(1) }],
  [
    'an activity less, with its duties',
    all(without(activities, leaverRow), without(duties, 'duty:leaver-access-removal#0')),
    { ...base, activities: base.activities.slice(1) },
  ],
  [
    'an activity more, and a duty of it',
    all(
      plus(activities, {
        topic: 'Identity',
        title: 'Café: close the doors!',
        [msp]: 'Close them (every day)\nCheck',
        accountable: 'msp',
        citations: 'AC-1[a], ac-2 (the office, upstairs)',
        scopes: 'Systems that the MSP manages',
      }),
      plus(duties, { party: 'client', activity: 'Café: close the doors!', does: 'Keep the key' }),
    ),
    {
      ...base,
      activities: [
        ...base.activities,
        {
          id: 'cafe-close-the-doors',
          title: 'Café: close the doors!',
          topic: 'identity',
          covers: ['sample:AC-1[a]', { ref: 'sample:AC-2', part: 'the office, upstairs' }],
          accountable: 'msp',
          duties: [
            { party: 'msp', does: 'Close them', timing: { every: '1 day' } },
            { party: 'msp', does: 'Check' },
            { party: 'client', does: 'Keep the key' },
          ],
          scopes: ['managed'],
        },
      ],
    },
  ],
  [
    'an answer',
    set('Questions', ['question:night number', 'answer'], '555 0199'),
    { ...base, parameters: { ...base.parameters, 'night number': '555 0199' } },
  ],
  [
    'no answer',
    set('Questions', ['question:night number', 'answer'], ''),
    { ...base, parameters: { 'request channel': 'the service-desk portal' } },
  ],
  [
    'a question of one’s own',
    set(duties, ['duty:night-watch#1', 'does'], 'the night watch by {contract}'),
    withDuties('night-watch', ([first, second]) => [first!, { ...second!, does: 'the night watch by {contract}' }]),
  ],
  [
    'the same on both sheets',
    all(
      set(activities, [leaverRow, msp], (text) => text.replace('24 hours', '4 hours')),
      set(duties, ['duty:leaver-access-removal#1', 'when'], 'within 4 hours after the client’s notice'),
      set(activities, [leaverRow, client], (text) => `${text}\nWalk along`),
      plus(duties, { party: 'client', activity: 'leaver-access-removal', does: 'Walk along', role: 'lead' }),
    ),
    withDuties(leaver.id, () => [
      notify,
      { ...disable, timing: { within: '4 hours', after: 'the client’s notice' } },
      { party: 'client', does: 'Walk along', role: 'lead' },
    ]),
  ],
])('%s: exactly that is proposed', (_, edit, expected) => {
  const { matrix, issues, changes } = readBook(edit)
  expect(issues).toEqual([])
  expect(matrix).toEqual(expected)
  expect(changes.length === 0).toBe(expected === base)
})
