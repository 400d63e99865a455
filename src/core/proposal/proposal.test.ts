import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { leaver, matrixOf, visitorEscort } from '../testing/sample-matrix.ts'
import { subjectOf } from '../testing/sample-rendition.ts'
import { workbookOf } from '../workbook/workbook-of.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { readProposal } from './proposal.ts'
import type { RawCell, RawRow, RawSheet, RawWorkbook } from './raw-workbook.ts'
import { all, plus, rawOf, set, withRaw, withRows, without } from './testing/returned-workbook.ts'
import {
  activities,
  base,
  changed,
  client,
  duties,
  leaverRow,
  msp,
  read,
  readBook,
  soc,
  subject,
  workbook,
} from './testing/returned-sample.ts'

test.each<readonly [string, (raw: RawWorkbook) => RawWorkbook, string, string]>([
  [
    'an error of the program',
    cellOf(activities, 'C2', { text: '#REF!', kind: 'error' }),
    'Activities!C2',
    'it holds the error #REF!',
  ],
  [
    'a formula without a result',
    cellOf(activities, 'C2', { text: '', kind: 'text', formula: true }),
    'Activities!C2',
    'a formula without a result',
  ],
  [
    'a formula that says the same',
    cellOf(activities, 'C2', { text: leaver.title, kind: 'text', formula: true }),
    'Activities!C2',
    'it holds a formula',
  ],
  [
    'a column of one’s own',
    cellOf(activities, 'Z2', { text: 'my note', kind: 'text' }),
    'Activities!Z2',
    'this cell stands in a column without a title',
  ],
  [
    'a column of one’s own, with cells below each other',
    (raw) => ['Z2', 'Z4'].reduce((it, at) => cellOf(activities, at, { text: 'note', kind: 'text' })(it), raw),
    'Activities!Z2',
    '2 cells stand in a column without a title (Z2 and Z4)',
  ],
  [
    'a title beside the table',
    cellOf(activities, 'Z1', { text: 'To do', kind: 'text' }),
    'Activities!Z1',
    'was not taken',
  ],
  [
    'a row above the titles',
    (raw) =>
      withRaw(raw, activities, (sheet) => ({
        ...sheet,
        rows: [
          { number: 1, cells: new Map([['C', { text: 'Please read', kind: 'text' }]]) },
          ...sheet.rows.map((row) => ({ ...row, number: row.number + 2 })),
        ],
      })),
    'Activities!C1',
    'above the row of column titles',
  ],
  [
    'a percentage',
    cellOf(duties, 'G2', { text: '0.95', kind: 'number' }),
    "'Duties by party'!G2",
    'it holds a number, kept as 0.95',
  ],
  ['a day', cellOf(duties, 'G2', { text: '2026-01-15', kind: 'date' }), "'Duties by party'!G2", 'it holds a date'],
  ['a yes', cellOf(activities, 'G2', { text: 'TRUE', kind: 'boolean' }), 'Activities!G2', 'true or false'],
  [
    'merged cells',
    (raw) =>
      withRaw(raw, activities, (sheet) => ({
        ...sheet,
        merges: ['C2:D2'],
        rows: sheet.rows.map((row) =>
          row.number === 2 ? { ...row, cells: new Map([...row.cells].filter(([letter]) => letter !== 'D')) } : row,
        ),
      })),
    'Activities!D2',
    'part of the merged cells C2:D2',
  ],
  [
    'row ids that are gone',
    (raw) =>
      withRaw(raw, activities, (sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: new Map([...row.cells].filter(([letter]) => letter !== 'A')),
        })),
      })),
    activities,
    'the hidden column "Row id", is missing',
  ],
])('%s: told by its address', (_, edit, at, message) => {
  const { matrix, issues } = read(edit(rawOf(workbook)))
  expect(matrix).toEqual(base)
  expect(issues).toEqual([{ at, message: expect.stringContaining(message) as string }])
})

function cellOf(name: string, place: string, cell: RawCell) {
  const [, letter, number] = /^([A-Z]+)(\d+)$/.exec(place)!
  return (raw: RawWorkbook): RawWorkbook =>
    withRaw(raw, name, (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.number === Number(number) ? { ...row, cells: new Map([...row.cells, [letter!, cell]]) } : row,
      ),
    }))
}

test.each<readonly [string, (book: Workbook) => Workbook, readonly string[]]>([
  [
    'changed differently on both sheets',
    all(
      set(activities, [leaverRow, msp], (text) => text.replace('24 hours', '4 hours')),
      set(duties, ['duty:leaver-access-removal#1', 'when'], 'within 8 hours after the client’s notice'),
    ),
    ['Activities!D2', "'Duties by party'!F2"],
  ],
  [
    'changed here and deleted there',
    all(
      set(activities, [leaverRow, msp], (text) => text.replace('24 hours', '4 hours')),
      without(duties, 'duty:leaver-access-removal#1'),
    ),
    ['Activities!D2', 'the deleted row of "Disable'],
  ],
  [
    'changed, and its activity deleted',
    all(without(activities, leaverRow), set(duties, ['duty:leaver-access-removal#1', 'role'], 'desk')),
    ["'Duties by party'!H2", 'the deleted row of "Remove'],
  ],
])('a duty %s: both are named, neither is taken', (_, edit, places) => {
  const { matrix, issues } = readBook(edit)
  expect(matrix).toEqual(base)
  expect(issues).toHaveLength(1)
  for (const place of places) expect(`${issues[0]!.at} ${issues[0]!.message}`).toContain(place)
})

test('a part that cannot be read leaves the other cells of its row to count, and no line that left or came to them', () => {
  const edit = all(
    set(activities, [leaverRow, soc], 'Watch (sometime'),
    set(activities, [leaverRow, msp], (text) => text.replace('within 24 hours after the client’s notice', 'some day')),
    set(activities, [leaverRow, client], ''),
    set(activities, [leaverRow, 'title'], 'Another title'),
  )
  const { matrix, issues } = readBook(edit)
  expect(matrix).toEqual(changed(leaver.id, (it) => ({ ...it, title: 'Another title' })))
  expect(issues.map(({ at }) => at)).toEqual(['Activities!D2', 'Activities!E2', 'Activities!G2'])
  expect(issues[1]!.message).toContain('the duty was kept')
  expect(issues[2]!.message).toContain('the duty was not added')
})

test.each<readonly [string, Record<string, string>, string]>([
  ['no workbook of ours', { 'demarc-format': '' }, 'it is not a workbook that Demarc wrote'],
  ['a later format', { 'demarc-format': 'demarc/workbook@2' }, 'update Demarc'],
  ['a view', { 'demarc-format': 'demarc/view@1', 'demarc-view': 'crm' }, 'it is the view "crm" of a matrix'],
  ['another matrix', { 'demarc-matrix': 'other' }, 'give the file of "other"'],
  ['another revision', { 'demarc-digest': 'f'.repeat(64) }, 'another state of this matrix'],
  ['a framework that is none', { 'demarc-framework': 'iso' }, 'limited to the framework "iso"'],
])('%s: refused', (_, properties, message) => {
  const raw = rawOf(workbook)
  const merged = Object.fromEntries(
    Object.entries({ ...raw.properties, ...properties }).filter(([, value]) => value !== ''),
  )
  const found = readProposal({ ...raw, properties: merged }, subject)
  expect(found.ok ? [] : found.issues).toEqual([
    { at: 'the workbook', message: expect.stringContaining(message) as string },
  ])
})

test('what most of a derived column says otherwise is a note, not a heap of issues', () => {
  const { issues, notes } = readBook((book) =>
    withRows(book, activities, (rows) => rows.map((row) => ({ ...row, cells: { ...row.cells, status: 'Offen' } }))),
  )
  expect(issues).toEqual([])
  expect(notes).toEqual([expect.stringContaining('"Status"')])
})

test('of a workbook of one framework, the rest of the matrix stays as it is', () => {
  const other: Activity = { ...visitorEscort, id: 'elsewhere', covers: ['trust:T1.1'] }
  const two = subjectOf({
    ...matrixOf(visitorEscort, other),
    frameworks: [...base.frameworks, { id: 'trust', assessed: 'msp' }],
  })
  const book = workbookOf({ ...two, framework: 'sample' })
  const found = readProposal(rawOf(set(activities, ['activity:visitor-escort', 'title'], 'Walk along')(book)), two)
  expect(found.ok && found.value.matrix.activities.map(({ title }) => title)).toEqual([
    'Walk along',
    visitorEscort.title,
  ])
})

test('a row deleted in a workbook of one framework is told to be missing in the others', () => {
  const both: Activity = { ...visitorEscort, covers: [...visitorEscort.covers, 'trust:T1.1'] }
  const two = subjectOf({
    ...matrixOf(both),
    frameworks: [...base.frameworks, { id: 'trust', assessed: 'msp' }],
  })
  const book = without(activities, 'activity:visitor-escort')(workbookOf({ ...two, framework: 'sample' }))
  const found = readProposal(rawOf(book), two)
  expect(found.ok && found.value.matrix.activities).toEqual([])
  expect(found.ok && found.value.notes).toEqual([expect.stringContaining('which this workbook does not show')])
})

test.each<readonly [string, (book: Workbook) => Workbook, string]>([
  ['in a new line', set(activities, [leaverRow, msp], (text) => `${text}\nSweep up (bimonthly)`), '"(bimonthly)"'],
  [
    'in a line that had no time',
    set(activities, ['activity:night-watch', client], (text) => `${text} (as needed)`),
    '"(as needed)"',
  ],
  [
    'in a new activity',
    plus(activities, { title: 'New', topic: 'Identity', [msp]: 'Do it (within a day)', accountable: 'msp' }),
    '"(within a day)"',
  ],
])('what looks like a time and is none, %s, is read as words with a note', (_, edit, words) => {
  const { issues, notes } = readBook(edit)
  expect(issues).toEqual([])
  expect(notes).toEqual([expect.stringContaining(`${words} was read as words of the duty`)])
})

test('where a program dropped the properties, the hidden sheet tells whose workbook it is', () => {
  const raw = rawOf(workbook)
  const rows = Object.entries(raw.properties).map(([key, value], index): RawRow => ({
    number: index + 2,
    cells: new Map([
      ['C', { text: key, kind: 'text' }],
      ['D', { text: value, kind: 'text' }],
    ]),
  }))
  const hidden: RawSheet = { name: '_demarc', hidden: true, rows, hiddenColumns: [], merges: [] }
  expect(read({ properties: {}, sheets: [...raw.sheets, hidden] })).toMatchObject({
    changes: [],
    issues: [],
    notes: [],
  })
})

test('of parts merged into one cell neither is read, and no duty is added', () => {
  const raw = withRaw(rawOf(workbook), activities, (sheet) => ({
    ...sheet,
    merges: ['D2:E2'],
    rows: sheet.rows.map((row) => {
      if (row.number !== 2) return row
      const both = `${row.cells.get('D')!.text}\n${row.cells.get('E')!.text}`
      const { E: _, ...cells } = Object.fromEntries(row.cells)
      return { ...row, cells: new Map(Object.entries({ ...cells, D: { text: both, kind: 'text' as const } })) }
    }),
  }))
  const { matrix, issues } = read(raw)
  expect(matrix).toEqual(base)
  expect(issues.map(({ at }) => at)).toEqual(['Activities!D2', 'Activities!E2'])
})

test('a line that left a part stays where another part of the row cannot be read', () => {
  const raw = rawOf(all(set(activities, [leaverRow, client], ''), set(activities, [leaverRow, msp], '#REF!'))(workbook))
  const broken = withRaw(raw, activities, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: new Map(
        [...row.cells].map(([letter, cell]) => [letter, cell.text === '#REF!' ? { ...cell, kind: 'error' } : cell]),
      ),
    })),
  }))
  const { matrix, issues } = read(broken)
  expect(matrix).toEqual(base)
  expect(issues.map(({ at }) => at)).toEqual(['Activities!D2', 'Activities!E2'])
})
