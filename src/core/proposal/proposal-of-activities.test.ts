import { expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import { leaver } from '../testing/sample-matrix.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { all, lacking, set, withRows, withSheet } from './testing/returned-workbook.ts'
import {
  activities,
  base,
  changed,
  client,
  disable,
  duties,
  leaverRow,
  msp,
  notify,
  readBook,
  soc,
  withDuties,
  workbook,
} from './testing/returned-sample.ts'

test.each<readonly [string, (book: Workbook) => Workbook, Matrix]>([
  ['nothing', (book) => book, base],
  ['rows in another order', (book) => withRows(book, activities, (rows) => rows.toReversed()), base],
  [
    'columns in another order',
    (book) => withSheet(book, duties, (sheet) => ({ ...sheet, columns: sheet.columns.toReversed() })),
    base,
  ],
  [
    'a column that is derived, and is gone',
    (book) =>
      withSheet(book, activities, (sheet) => ({
        ...sheet,
        columns: sheet.columns.filter(({ key }) => key !== 'status'),
      })),
    base,
  ],
  [
    'blanks and line ends',
    set(activities, [leaverRow, 'handoff'], (text) => `${text.replaceAll(' ', '\u00a0 ')}\r\n\r\n`),
    base,
  ],
  [
    'a title',
    set(activities, [leaverRow, 'title'], 'Close a leaver’s access'),
    changed(leaver.id, (it) => ({ ...it, title: 'Close a leaver’s access' })),
  ],
  [
    'shared details',
    set(activities, [leaverRow, 'handoff'], 'By\u00a0ticket.\r\nAt once.'),
    changed(leaver.id, (it) => ({ ...it, handoff: 'By ticket.\nAt once.' })),
  ],
  [
    'shared details struck',
    set(activities, ['activity:access-review', 'handoff'], ''),
    changed('access-review', (it) => lacking(it, 'handoff')),
  ],
  [
    'who is accountable',
    set(activities, [leaverRow, 'accountable'], ' sample it llc'),
    changed(leaver.id, (it) => ({ ...it, accountable: 'msp' })),
  ],
  [
    'who is accountable, by id',
    set(activities, [leaverRow, 'accountable'], 'night-soc'),
    changed(leaver.id, (it) => ({ ...it, accountable: 'night-soc' })),
  ],
  [
    'nobody accountable',
    set(activities, [leaverRow, 'accountable'], 'Nobody yet'),
    changed(leaver.id, (it) => lacking(it, 'accountable')),
  ],
  [
    'words of a part, beside a question',
    set(activities, [leaverRow, client], (text) => text.replace('who leaves', 'in writing who leaves')),
    withDuties(leaver.id, () => [
      { ...notify, does: 'Tell {request channel} in writing who leaves and from when' },
      disable,
    ]),
  ],
  [
    'the time of a part',
    set(activities, [leaverRow, msp], (text) => text.replace('24 hours', '4 hours')),
    withDuties(leaver.id, () => [notify, { ...disable, timing: { within: '4 hours', after: 'the client’s notice' } }]),
  ],
  [
    'a part written anew',
    set(activities, [leaverRow, msp], 'Lock the door'),
    withDuties(leaver.id, () => [
      notify,
      { party: 'msp', offering: 'help-desk', role: 'service desk', does: 'Lock the door', evidence: disable.evidence },
    ]),
  ],
  [
    'a line more',
    set(activities, [leaverRow, msp], (text) => `${text}\nCall the office (on the last day)`),
    withDuties(leaver.id, (list) => [
      ...list,
      { party: 'msp', does: 'Call the office', timing: { on: 'the last day' } },
    ]),
  ],
  ['a line less', set(activities, [leaverRow, msp], ''), withDuties(leaver.id, () => [notify])],
  [
    'a paid duty that is done',
    set(activities, ['activity:night-watch', client], 'the night watch'),
    withDuties('night-watch', ([first]) => [first!, { party: 'client', does: 'the night watch' }]),
  ],
  [
    'a line in another party’s cell',
    all(
      set(activities, [leaverRow, msp], ''),
      set(
        activities,
        [leaverRow, soc],
        workbook.sheets.find(({ name }) => name === activities)!.rows.find(({ id }) => id === leaverRow)!.cells[msp]!,
      ),
    ),
    withDuties(leaver.id, () => [
      notify,
      {
        party: 'night-soc',
        role: 'service desk',
        does: disable.does,
        timing: disable.timing,
        evidence: disable.evidence,
      },
    ]),
  ],
])('%s: exactly that is proposed', (_, edit, expected) => {
  const { matrix, issues, changes } = readBook(edit)
  expect(issues).toEqual([])
  expect(matrix).toEqual(expected)
  expect(changes.length === 0).toBe(expected === base)
})
