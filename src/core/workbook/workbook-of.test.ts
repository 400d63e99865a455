import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryMatrix } from '../testing/arbitrary-matrix.ts'
import { accessReview, activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../testing/sample-rendition.ts'
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { workbookOf } from './workbook-of.ts'
import type { SheetRow, Workbook } from './workbook.ts'

function rowsOf(workbook: Workbook, sheet: string): readonly SheetRow[] {
  return workbook.sheets.find(({ name }) => name === sheet)!.rows
}

function cellsOf(matrix: Matrix, sheet: string, id: string): SheetRow['cells'] {
  return rowsOf(workbookOf(subjectOf(matrix)), sheet).find((row) => row.id === id)!.cells
}

function factsOf(subject: Subject): ReadonlyMap<string, string> {
  return new Map(workbookOf(subject).cover.flatMap(({ facts }) => facts))
}

describe('a workbook', () => {
  test('has a sheet for the framework, and one for each kind of list', () => {
    expect(workbookOf(subjectOf()).sheets.map(({ name }) => name)).toEqual([
      'Sample rule',
      'Activities',
      'Duties by party',
      'Open points',
      'Questions',
      'Decisions',
      'Change log',
    ])
  })

  test('says whose it is when it comes back', () => {
    expect(workbookOf(subjectOf()).properties).toEqual({
      'demarc-format': 'demarc/workbook@1',
      'demarc-matrix': 'sample-dental',
      'demarc-digest': sampleRendition.digest,
    })
    expect(workbookOf({ ...subjectOf(), framework: 'sample' }).properties['demarc-framework']).toBe('sample')
  })

  test('of any matrix has rows, columns and sheets that are told apart, and no cell without a column', () => {
    fc.assert(
      fc.property(arbitraryMatrix, (matrix) => {
        const { sheets } = workbookOf(subjectOf(matrix))
        expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length)
        for (const { columns, rows, pinned } of sheets) {
          const keys = new Set(columns.map(({ key }) => key))
          expect(keys.size).toBe(columns.length)
          expect(new Set(columns.map(({ title }) => title.toLowerCase())).size).toBe(columns.length)
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
          if (pinned !== undefined) expect(keys).toContain(pinned)
          const filled = rows.flatMap(({ cells }) => Object.entries(cells).filter(([, text]) => text !== ''))
          expect(filled.filter(([key, text]) => !keys.has(key) || text.includes('\r'))).toEqual([])
        }
      }),
    )
  })
})

describe('the sheet of a framework', () => {
  test('has each objective once for every activity that serves it', () => {
    const { rows } = workbookOf(subjectOf(matrixOf(leaver, { ...accessReview, covers: ['sample:AC-1[a]'] }))).sheets[0]!
    expect(rows.filter(({ cells }) => cells['id'] === 'AC-1[a]').map(({ id, cells }) => [id, cells['row']])).toEqual([
      ['objective:sample:AC-1[a]#leaver-access-removal', '1 of 2'],
      ['objective:sample:AC-1[a]#access-review', '2 of 2'],
    ])
    expect(rows.find(({ id }) => id === 'objective:sample:AC-3')!.cells).toMatchObject({
      row: '1 of 1',
      ownership: 'Unassigned',
      status: 'open',
      why: 'nobody does it or answers for it',
    })
  })

  test('tells each party’s part, the hand-off, the clocks and the evidence', () => {
    expect(cellsOf(sampleMatrix, 'Sample rule', 'objective:sample:AC-1[a]#leaver-access-removal')).toMatchObject({
      ownership: 'Shared',
      accountable: 'Sample Dental PC',
      'party:msp': 'Disable the person’s accounts and end their sessions (within 24 hours after the client’s notice)',
      'party:client':
        'Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      'party:night-soc': '',
      handoff: leaver.handoff,
      timing: 'within 4 business hours after the decision\nwithin 24 hours after the client’s notice',
      evidence:
        'Sample Dental PC: dated ticket\nSample IT LLC: closed ticket listing each account with the time disabled',
      status: 'settled',
    })
  })

  test('shows an objective that does not apply without anybody’s part', () => {
    const matrix: Matrix = {
      ...sampleMatrix,
      decisions: [
        {
          ref: 'sample:AC-3',
          kind: 'not-applicable',
          by: 'Dana Reyes',
          date: '2026-01-02',
          reason: 'There are no offices; everybody works from home',
        },
      ],
    }
    expect(cellsOf(matrix, 'Sample rule', 'objective:sample:AC-3')).toMatchObject({
      ownership: 'Not applicable',
      status: 'not applicable',
    })
  })
})

describe('the sheet of activities', () => {
  test('has the four columns that people know first, then every further party', () => {
    const [, activities] = workbookOf(subjectOf()).sheets
    expect(activities!.columns.filter(({ editable }) => editable).map(({ title }) => title)).toEqual([
      'Activity',
      'Sample IT LLC (MSP)',
      'Sample Dental PC (client)',
      'Shared details',
      'Night SOC Inc. (provider)',
      'Accountable',
    ])
  })

  test('offers the parties where a cell names one, and nobody', () => {
    const [, { columns } = { columns: [] }] = workbookOf(subjectOf()).sheets
    expect(columns.find(({ key }) => key === 'accountable')!.choices).toEqual([
      'Sample IT LLC',
      'Sample Dental PC',
      'Night SOC Inc.',
      'Nobody yet',
    ])
  })

  test('keeps each duty on a line of its own, whatever line ends its text has', () => {
    const activity = activityWith(
      dutyWith({ does: 'Do this\r\nand that' }),
      dutyWith({ does: 'Buy it', kind: 'pays', source: 'customary' }),
    )
    expect(cellsOf(matrixOf(activity), 'Activities', `activity:${leaver.id}`)['party:msp']).toBe(
      'Do this and that (within 24 hours after the notice)\nPays: Buy it (within 24 hours after the notice; customary)',
    )
  })

  test('shows what nobody has taken in a column of its own, only where there is such a thing', () => {
    const loose = matrixOf(activityWith(dutyWith({ party: 'unassigned' })))
    expect(cellsOf(loose, 'Activities', `activity:${leaver.id}`)['party:unassigned']).toContain('Disable')
    const keys = workbookOf(subjectOf()).sheets[1]!.columns.map(({ key }) => key)
    expect(keys).not.toContain('party:unassigned')
  })

  test('tells parties of one name apart', () => {
    const matrix = {
      ...sampleMatrix,
      parties: sampleMatrix.parties.map((party) => ({
        ...party,
        legalName: party.id === 'msp' ? 'SMITH LLC' : 'Smith  LLC',
      })),
    }
    expect(workbookOf(subjectOf(matrix)).sheets[1]!.columns.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['SMITH LLC (msp) (MSP)', 'Smith LLC (client) (client)']),
    )
  })
})

test('the sheet of duties goes by party, and each row names the duty by its place in the activity', () => {
  const rows = rowsOf(workbookOf(subjectOf()), 'Duties by party')
  expect(rows.map(({ id, cells }) => [cells['party'], id])).toEqual([
    ['Sample IT LLC', 'duty:leaver-access-removal#1'],
    ['Sample IT LLC', 'duty:access-review#0'],
    ['Sample Dental PC', 'duty:leaver-access-removal#0'],
    ['Sample Dental PC', 'duty:access-review#1'],
    ['Sample Dental PC', 'duty:visitor-escort#0'],
    ['Sample Dental PC', 'duty:policy-approval#0'],
  ])
  expect(rows[0]!.cells).toMatchObject({
    does: 'Disable the person’s accounts and end their sessions',
    kind: 'does',
    when: 'within 24 hours after the client’s notice',
    role: 'service desk',
    evidence: 'closed ticket listing each account with the time disabled',
  })
})

test('the sheet of open points says why and what closes it, or that nothing is open', () => {
  const open = matrixOf(activityWith(dutyWith({ does: 'Tell {contact} who leaves', evidence: [] })))
  expect(cellsOf(open, 'Open points', 'open:sample:AC-1[a]')).toMatchObject({
    why: 'a question without an answer\nno evidence named',
    mend: 'Answer it on the sheet "Questions".\nName the record that shows that the duty was done.',
    activities: 'Remove a leaver’s access in the managed systems',
  })
  expect(rowsOf(workbookOf(subjectOf()), 'Open points').map(({ cells }) => cells)).toEqual([
    { summary: 'No objective is open.' },
  ])
})

test('the sheet of questions takes an answer for each, and says which are open', () => {
  const matrix = { ...sampleMatrix, parameters: { 'request channel': 'tbd', 'help hours': '8 to 6' } }
  const rows = rowsOf(workbookOf(subjectOf(matrix)), 'Questions')
  expect(rows.map(({ id, cells }) => [id, cells['ask'], cells['answer'], cells['status'], cells['used']])).toEqual([
    ['question:request channel', 'Where do access requests go', 'tbd', 'open', '1'],
    ['question:help hours', '', '8 to 6', 'answered', '0'],
  ])
})

describe('the cover', () => {
  test('says that settled is not agreed, and that nothing is signed', () => {
    const facts = factsOf(subjectOf())
    expect(facts.get('State')).toBe('Draft: not signed. No objective is open.')
    expect(facts.get('What "settled" means')).toContain('It does not mean agreed, signed or implemented')
    expect(facts.get('Revision')).toContain(sampleRendition.digest)
  })

  test('says of what is signed by whom and when, and what is open all the same', () => {
    const signature = {
      name: 'Ann Lee',
      title: 'Owner',
      authority: 'owner',
      at: '2026-02-03T10:00:00Z',
      method: 'passkey',
    } as const
    const subject = subjectOf(matrixOf(leaver), {
      signOff: {
        format: 'demarc/sign-off@1',
        digest: sampleRendition.digest,
        effective: '2026-03-01',
        signatures: [
          { ...signature, party: 'msp' },
          { ...signature, party: 'client' },
        ],
      },
    })
    const facts = factsOf(subject)
    expect(facts.get('State')).toMatch(/^Signed\. \d+ objectives are open\.$/)
    expect(facts.get('Signed')).toBe('2026-02-03')
    expect(facts.get('In effect from')).toBe('2026-03-01')
    const log = rowsOf(workbookOf(subject), 'Change log')
    expect(log.map(({ cells }) => cells['what'])).toEqual([
      'This revision',
      'Agreement takes effect',
      'Last review',
      'Signed (passkey)',
      'Signed (passkey)',
      'This revision takes effect',
      'Next review due',
    ])
  })

  test('names every sheet with what it is', () => {
    const workbook = workbookOf(subjectOf())
    const { facts } = workbook.cover.find(({ heading }) => heading === 'The sheets')!
    expect(facts).toEqual(workbook.sheets.map(({ name, note }) => [name, note]))
  })
})

test('only the framework that is asked for, its activities and its decisions', () => {
  const matrix: Matrix = { ...sampleMatrix, activities: [leaver, { ...accessReview, covers: ['trust:CC1'] }] }
  const workbook = workbookOf({ ...subjectOf(matrix), framework: 'sample' })
  expect(rowsOf(workbook, 'Activities').map(({ id }) => id)).toEqual(['activity:leaver-access-removal'])
  expect(workbook.sheets.filter(({ name }) => name.startsWith('Sample'))).toHaveLength(1)
})
