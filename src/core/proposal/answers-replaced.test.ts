import { expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { all, set } from './testing/returned-workbook.ts'
import {
  activities,
  base,
  client,
  disable,
  duties,
  leaverRow,
  notify,
  readBook,
  soc,
  withDuties,
} from './testing/returned-sample.ts'

const portal = 'the service-desk portal'
const renewed: Matrix = { ...base, parameters: { ...base.parameters, 'request channel': 'the help line' } }

/** Find and replace, over the sheets that are named or over all; the example of an answer is no answer. */
function replaced(from: string, to: string, ...names: readonly string[]) {
  return (book: Workbook): Workbook => ({
    ...book,
    sheets: book.sheets.map((sheet) =>
      names.length > 0 && !names.includes(sheet.name)
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map(({ id, cells }) => ({
              id,
              cells: Object.fromEntries(
                Object.entries(cells).map(([key, text]) => [key, key === 'example' ? text : text.replaceAll(from, to)]),
              ),
            })),
          },
    ),
  })
}

const answer = set('Questions', ['question:request channel', 'answer'], 'the help line')

test.each<readonly [string, (book: Workbook) => Workbook, Matrix]>([
  ['on the sheet "Questions" alone', answer, renewed],
  ['in the whole workbook', replaced(portal, 'the help line'), renewed],
  [
    'on the sheet "Questions" and on that of the duties',
    all(answer, replaced(portal, 'the help line', duties)),
    renewed,
  ],
  [
    'everywhere, and a row was edited besides',
    all(
      replaced(portal, 'the help line'),
      set(activities, [leaverRow, client], (text) => text.replace('who leaves', 'in writing who leaves')),
      set(duties, ['duty:leaver-access-removal#0', 'role'], 'office lead'),
    ),
    {
      ...renewed,
      activities: withDuties('leaver-access-removal', () => [
        { ...notify, does: 'Tell {request channel} in writing who leaves and from when', role: 'office lead' },
        disable,
      ]).activities,
    },
  ],
  [
    'on the sheet "Questions", and a row was edited that still says the old one',
    all(
      answer,
      set(activities, [leaverRow, client], (text) => text.replace('who leaves', 'in writing who leaves')),
    ),
    {
      ...renewed,
      activities: withDuties('leaver-access-removal', () => [
        { ...notify, does: 'Tell {request channel} in writing who leaves and from when' },
        disable,
      ]).activities,
    },
  ],
  [
    'to the number that others say too',
    all(
      replaced('555 0100', '555 0199'),
      set(activities, ['activity:night-watch', soc], (text) => text.replace('15 minutes', '10 minutes')),
    ),
    {
      ...base,
      parameters: { ...base.parameters, 'night number': '555 0199' },
      activities: withDuties('night-watch', ([call, watch]) => [
        { ...call!, timing: { within: '10 minutes', after: 'the alarm' } },
        watch!,
      ]).activities,
    },
  ],
])('an answer that was changed %s: the rows keep their question', (_, edit, expected) => {
  const { matrix, issues, notes } = readBook(edit)
  expect(matrix).toEqual(expected)
  expect(issues).toEqual([])
  expect(notes).toEqual([])
})

test.each([
  ['one sheet', set(duties, ['duty:leaver-access-removal#0', 'does'], (text) => text.replace(portal, 'the help line'))],
  ['two sheets', replaced(portal, 'the help line', activities, duties)],
])('an answer that was typed over on %s is the row’s own, and a note says so', (_, edit) => {
  const { matrix, issues, notes } = readBook(edit)
  expect(issues).toEqual([])
  expect(matrix.activities[0]!.duties[0]!.does).toBe('Tell the help line who leaves and from when')
  expect(matrix.parameters).toEqual(base.parameters)
  expect(notes).toEqual([expect.stringMatching(/'Duties by party'!D\d+: the answer to the question "request channel"/)])
})
