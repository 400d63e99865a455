import { expect, test } from 'vitest'
import { leaver } from '../testing/sample-matrix.ts'
import type { SheetRow, Workbook } from '../workbook/workbook.ts'
import { plus, set, withRows, withSheet } from './testing/returned-workbook.ts'
import { activities, base, duties, leaverRow, msp, readBook, workbook } from './testing/returned-sample.ts'

const bad = '\u0007bell'

test.each<readonly [string, (book: Workbook) => Workbook, string, string]>([
  ['an empty title', set(activities, [leaverRow, 'title'], ''), 'Activities!C2', 'an activity needs a title'],
  [
    'a party that is none',
    set(activities, [leaverRow, 'accountable'], 'Sample ITT LLC'),
    'Activities!H2',
    'did you mean "Sample IT LLC"?',
  ],
  ['nobody at all', set(activities, [leaverRow, 'accountable'], ''), 'Activities!H2', 'choose a party'],
  [
    'a time that is none',
    set(activities, [leaverRow, msp], (text) => text.replace('within 24 hours', 'sometime')),
    'Activities!D2',
    'is not a time that can be read',
  ],
  [
    'a time that is none, on the other sheet',
    set(duties, ['duty:leaver-access-removal#1', 'when'], 'soon'),
    "'Duties by party'!F2",
    'is not a time that can be read',
  ],
  [
    'a kind that is none',
    set(duties, ['duty:leaver-access-removal#1', 'kind'], 'owns'),
    "'Duties by party'!E2",
    'write "does" or "pays"',
  ],
  ['no words', set(duties, ['duty:leaver-access-removal#1', 'does'], ''), "'Duties by party'!D2", 'a duty needs words'],
  [
    'a derived cell',
    set(activities, [leaverRow, 'status'], 'settled, surely'),
    'Activities!J2',
    'this cell is derived',
  ],
  [
    'a derived sheet',
    (book) =>
      withSheet(book, book.sheets[0]!.name, (sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row, index) =>
          index === 1 ? { ...row, cells: { ...row.cells, [sheet.columns[0]!.key]: 'mine' } } : row,
        ),
      })),
    "'Sample rule'!B3",
    'this cell is derived',
  ],
  [
    'a row on a derived sheet',
    plus('Open points', { [workbook.sheets.find(({ name }) => name === 'Open points')!.columns[0]!.key]: 'AC-9' }),
    "'Open points'!",
    'was added here',
  ],
  ['a control character', set(activities, [leaverRow, 'title'], bad), 'Activities!C2', 'control character'],
  [
    'what shows nothing',
    set(duties, ['duty:leaver-access-removal#1', 'role'], '\u2060'),
    "'Duties by party'!H2",
    'shows nothing',
  ],
  [
    'an emptied row',
    (book) =>
      withRows(book, activities, (rows) =>
        rows.map((row): SheetRow => (row.id === leaverRow ? { ...row, cells: {} } : row)),
      ),
    'Activities!C2',
    'delete the whole row',
  ],
  [
    'a row twice',
    plus(activities, { title: 'Copy' }, leaverRow),
    'Activities!A6',
    'row 6 repeats the id of row 2; clear the hidden id cell to add a new row',
  ],
  [
    'a row twice, with the copy unedited and the first changed',
    (book) =>
      withRows(book, activities, ([first, ...rows]) => [
        { ...first!, cells: { ...first!.cells, title: 'Changed' } },
        first!,
        ...rows,
      ]),
    'Activities!A2',
    'row 2 repeats the id of row 3',
  ],
  [
    'a row twice, both changed',
    (book) =>
      withRows(book, activities, ([first, ...rows]) => [
        { ...first!, cells: { ...first!.cells, title: 'Changed' } },
        { ...first!, cells: { ...first!.cells, title: 'Changed too' } },
        ...rows,
      ]),
    'Activities!A2',
    'the rows 2 and 3 bear the same id, and none says what went out',
  ],
  [
    'evidence on one line',
    set(duties, ['duty:night-watch#0', 'evidence'], (text) => text.replace('\n', ' ')),
    "'Duties by party'!J",
    'lines were joined into one',
  ],
  [
    'a row of another matrix',
    plus(activities, { title: 'Theirs' }, 'activity:theirs'),
    'Activities!A6',
    '"activity:theirs" is no row of this workbook',
  ],
  [
    'a new activity without a title',
    plus(activities, { topic: 'Identity', [msp]: 'x' }),
    'Activities!C6',
    'a new activity needs a title',
  ],
  [
    'a new activity without a topic',
    plus(activities, { title: 'New', [msp]: 'x' }),
    'Activities!B6',
    'a new activity needs a topic',
  ],
  [
    'a new activity without a part',
    plus(activities, { title: 'New', topic: 'Identity' }),
    'Activities!D6',
    'the part of at least one party',
  ],
  [
    'a citation that is none',
    plus(activities, { title: 'New', topic: 'Identity', [msp]: 'x', citations: 'AC-9' }),
    'Activities!K6',
    '"AC-9" is no objective',
  ],
  [
    'a citation of several',
    plus(activities, { title: 'New', topic: 'Identity', [msp]: 'x', citations: 'AC-1' }),
    'Activities!K6',
    'AC-1[a], AC-1[b]',
  ],
  [
    'a scope that is none',
    plus(activities, { title: 'New', topic: 'Identity', [msp]: 'x', scopes: 'Elsewhere' }),
    'Activities!I6',
    'there is no scope "Elsewhere"',
  ],
  [
    'a new duty of no activity',
    plus(duties, { party: 'client', activity: 'Nothing', does: 'x' }),
    "'Duties by party'!C9",
    'there is no activity "Nothing"',
  ],
  ['a new duty of nobody', plus(duties, { activity: leaver.id, does: 'x' }), "'Duties by party'!B9", 'choose a party'],
  [
    'a new duty of an offering that is another’s',
    plus(duties, { party: 'client', activity: leaver.id, does: 'x', offering: 'monitoring' }),
    "'Duties by party'!M9",
    '"monitoring" is no offering of Sample Dental PC here',
  ],
  ['a new question', plus('Questions', { question: 'how', answer: 'so' }), 'Questions!B', 'was added here'],
  [
    'a sheet that is gone',
    (book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== duties) }),
    duties,
    'this sheet is missing',
  ],
  [
    'a sheet of somebody’s own',
    (book) => ({ ...book, sheets: [...book.sheets, { ...book.sheets[0]!, name: 'Notes' }] }),
    'Notes',
    'none of the workbook’s',
  ],
  [
    'a column that is gone',
    (book) =>
      withSheet(book, activities, (sheet) => ({ ...sheet, columns: sheet.columns.filter(({ key }) => key !== msp) })),
    activities,
    'is missing or was renamed',
  ],
])('%s: told by its address, and nothing of it is taken', (_, edit, at, message) => {
  const { matrix, issues } = readBook(edit)
  expect(matrix).toEqual(base)
  expect(issues).toHaveLength(1)
  expect(issues[0]!.at).toContain(at)
  expect(issues[0]!.message).toContain(message)
})

test.each<readonly [string, (book: Workbook) => Workbook, readonly string[]]>([
  [
    'an activity',
    plus(activities, { title: 'New', topic: 'Identity', [msp]: 'Do it', status: 'settled', accountable: 'msp' }),
    ['Activities!J6'],
  ],
  [
    'a duty',
    plus(duties, {
      party: 'client',
      activity: leaver.id,
      does: 'x',
      kept: 'here',
      basis: 'a letter',
      citations: 'AC-9',
    }),
    ["'Duties by party'!K9", "'Duties by party'!L9", "'Duties by party'!N9"],
  ],
])('of a new row of %s, what stands in derived cells is told and the rest is taken', (_, edit, places) => {
  const { changes, issues } = readBook(edit)
  expect(changes).not.toEqual([])
  expect(issues.map(({ at }) => at)).toEqual(places)
  for (const { message } of issues) expect(message).toContain('this cell is derived, also in a new row')
})
