import { describe, expect, test } from 'vitest'
import { coverage } from '../coverage.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { sampleFramework } from '../testing/sample-framework.ts'
import { dutyWith, leaver, matrixOf, policyApproval, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { twoFrameworkMatrix, twoFrameworks } from '../testing/trust-framework.ts'
import { viewNames, views } from './catalogue.ts'
import type { ViewName } from './catalogue.ts'
import type { Projection, View } from './view.ts'

function show(name: ViewName, matrix: Matrix = sampleMatrix, choice: Partial<Projection> = {}): View {
  return views[name]({ matrix, context: twoFrameworks, proof: coverage(matrix, twoFrameworks), ...choice })
}

function column(view: View, name: string): readonly string[] {
  return view.tables.flatMap(({ columns, rows }) => rows.map((row) => row[columns.indexOf(name)] ?? 'no such column'))
}

describe('every view', () => {
  test.each(viewNames)('%s has its name, a title with the matrix’s, and as many cells as columns', (name) => {
    const view = show(name, twoFrameworkMatrix)
    expect(view.name).toBe(name)
    expect(view.title).toContain(sampleMatrix.title)
    for (const { columns, rows } of view.tables) for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  test.each(viewNames)('%s of an empty matrix is no error', (name) => {
    expect(show(name, { ...twoFrameworkMatrix, activities: [] }).name).toBe(name)
  })

  test.each(['srm', 'crm', 'client'] as const)('%s fills in the answers', (name) => {
    const text = JSON.stringify(show(name))
    expect(text).toContain('the service-desk portal')
    expect(text).not.toContain('{request channel}')
    expect(JSON.stringify(show(name, { ...sampleMatrix, parameters: {} }))).toContain('{request channel}')
  })
})

test.each(['srm', 'crm', 'client', 'duties', 'csoc'] as const)('%s fills in every text that it shows', (name) => {
  const duty: Duty = {
    party: 'client',
    does: 'Visit {place}',
    role: 'guard of {place}',
    timing: { on: 'opening {place}' },
    evidence: [{ what: 'log of {place}', from: '{place}' }],
  }
  const activity = {
    ...visitorEscort,
    covers: ['sample:AC-3', 'trust:T1.1'],
    title: 'Watch {place}',
    handoff: 'The key of {place} changes hands the same day',
    duties: [duty, { ...duty, party: 'msp' }],
  }
  const matrix = {
    ...twoFrameworkMatrix,
    frameworks: twoFrameworkMatrix.frameworks.map((chosen) => ({ ...chosen, assessed: 'client' })),
    parameters: { place: 'the plant' },
    activities: [activity],
  }
  const shown = JSON.stringify(show(name, matrix).tables)
  expect(shown).toContain('Visit the plant')
  expect(shown).not.toContain('{place}')
})

describe('the whole matrix (srm)', () => {
  test('a row an activity, a column a party, by topic', () => {
    const view = show('srm')
    expect(view.tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Identity', 2],
      ['Physical', 1],
      ['Governance', 1],
    ])
    expect(view.tables[0]?.columns).toEqual([
      'Activity',
      'Sample IT LLC',
      'Sample Dental PC',
      'Night SOC Inc.',
      'How the parts meet',
      'Accountable',
      'Status',
      'Citations',
    ])
    expect(view.tables[0]?.rows[0]).toEqual([
      'Remove a leaver’s access in the managed systems',
      'Disable the person’s accounts and end their sessions (within 24 hours after the client’s notice)',
      'Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      '',
      'The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
      'Sample Dental PC',
      'settled',
      'AC-1[a], AC-1[b]',
    ])
  })

  test('MSP and client come first, however the parties are listed', () => {
    const reversed = { ...sampleMatrix, parties: sampleMatrix.parties.toReversed() }
    expect(show('srm', reversed).tables[0]?.columns.slice(1, 4)).toEqual([
      'Sample IT LLC',
      'Sample Dental PC',
      'Night SOC Inc.',
    ])
  })

  test('what nobody has taken has a column of its own, last, and only then', () => {
    const matrix = matrixOf({
      ...visitorEscort,
      accountable: [],
      duties: [dutyWith({ party: 'unassigned', offering: undefined })],
    })
    const view = show('srm', matrix)
    expect(view.tables[0]?.columns.slice(3, 5)).toEqual(['Night SOC Inc.', 'Nobody yet'])
    expect(column(view, 'Nobody yet')).toEqual(['Disable the accounts (within 24 hours after the notice)'])
    expect(column(view, 'Accountable')).toEqual(['Nobody yet'])
  })

  test.each<readonly [string, Matrix, readonly string[]]>([
    ['all settled', sampleMatrix, ['settled', 'settled', 'settled', 'settled']],
    ['no answer to a question', { ...sampleMatrix, parameters: {} }, ['2 of 2 open', 'settled', 'settled', 'settled']],
    [
      'one of two open',
      { ...matrixOf(leaver, { ...leaver, id: 'b', covers: ['sample:AC-1[b]'], accountable: 'msp' }) },
      ['1 of 2 open', '1 of 1 open'],
    ],
  ])('the status: %s', (_, matrix, status) => {
    expect(column(show('srm', matrix), 'Status')).toEqual(status)
  })

  test('one framework’s rows only, where one is asked for', () => {
    const matrix = { ...twoFrameworkMatrix, activities: [visitorEscort, { ...policyApproval, covers: ['trust:T1.1'] }] }
    expect(column(show('srm', matrix, { framework: 'trust' }), 'Activity')).toEqual([policyApproval.title])
  })

  test('two duties of a party, and who pays, on a line each', () => {
    const pays: Duty = { party: 'client', kind: 'pays', does: 'The badge system' }
    expect(
      column(show('srm', matrixOf({ ...visitorEscort, duties: [...visitorEscort.duties, pays] })), 'Sample Dental PC'),
    ).toEqual([
      'Enter each visitor in the log and walk with them until they leave (on each visit)\nPays: The badge system',
    ])
  })

  test('where a clock comes from is said with it', () => {
    const duty = dutyWith({ source: 'customary' })
    expect(column(show('srm', matrixOf({ ...visitorEscort, duties: [duty] })), 'Sample IT LLC')).toEqual([
      'Disable the accounts (within 24 hours after the notice; customary)',
    ])
  })
})

describe('the customer responsibility matrix (crm)', () => {
  test('a row an objective: the provider’s part, the client’s part', () => {
    const view = show('crm')
    expect(view.tables.map(({ title }) => title)).toEqual(['Sample rule'])
    expect(view.tables[0]?.columns).toEqual([
      'Id',
      'Objective',
      'Ownership',
      "Provider's part",
      "Client's part",
      'Accountable',
      'Status',
    ])
    expect(view.tables[0]?.rows[0]).toEqual([
      'AC-1[a]',
      sampleFramework.requirements[0]?.objectives[0]?.summary,
      'shared',
      'Sample IT LLC: Disable the person’s accounts and end their sessions (within 24 hours after the client’s notice)',
      'Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      'Sample Dental PC',
      'settled',
    ])
  })

  test('every objective has its row, also those that nobody covers', () => {
    const view = show('crm', { ...twoFrameworkMatrix, activities: [visitorEscort] })
    expect(view.tables.map(({ title, rows }) => [title, rows.map(([id]) => id)])).toEqual([
      ['Sample rule', ['AC-1[a]', 'AC-1[b]', 'AC-2', 'AC-3', 'DOC-1']],
      ['Trust criteria', ['T1.1', 'T2.1']],
    ])
    expect(column(view, 'Status')).toEqual([
      'open: nobody',
      'open: nobody',
      'open: nobody',
      'settled',
      'open: nobody',
      'open: nobody',
      'open: nobody',
    ])
    expect(column(view, 'Ownership')).toEqual([
      'unassigned',
      'unassigned',
      'unassigned',
      'client',
      'unassigned',
      'unassigned',
      'unassigned',
    ])
  })

  test('what does not apply says so', () => {
    const decisions: Matrix['decisions'] = [
      {
        ref: 'sample:AC-3',
        kind: 'not-applicable',
        by: 'Dana Reyes',
        reason: 'No visitor enters the building',
        date: '2026-02-01',
      },
    ]
    const [, , , row] = show('crm', { ...sampleMatrix, decisions }).tables[0]!.rows
    expect([row?.[2], row?.[6]]).toEqual(['not applicable', expect.stringContaining('not applicable')])
  })

  test('an outside provider’s part is its own, by name', () => {
    const view = show(
      'crm',
      matrixOf({
        ...visitorEscort,
        duties: [dutyWith({ party: 'night-soc', does: 'Watch the door', timing: undefined })],
      }),
    )
    expect(column(view, "Provider's part")[3]).toBe('Night SOC Inc.: Watch the door')
    expect(column(view, 'Ownership')[3]).toBe('provider')
  })

  test('one framework only, where one is asked for', () => {
    expect(show('crm', twoFrameworkMatrix, { framework: 'trust' }).tables.map(({ title }) => title)).toEqual([
      'Trust criteria',
    ])
  })
})

describe('one party’s list', () => {
  test('the client’s holds only what the client does, a row an activity', () => {
    const view = show('client')
    expect(column(view, 'You')).toEqual([
      'office manager: Tell the service-desk portal who leaves and from when (within 4 business hours after the decision)',
      'system owners: Mark each account on the list as kept, changed or removed, and sign it (within 5 business days after the list arrives)',
      'reception: Enter each visitor in the log and walk with them until they leave (on each visit)',
      'managing partner: Approve each policy by signature and publish it to the workforce (every 12 months)',
    ])
    expect(view.tables[0]?.rows[0]?.slice(2)).toEqual([
      'dated ticket',
      'The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
      'AC-1[a], AC-1[b]',
    ])
    expect(JSON.stringify(view)).not.toContain('Disable the person’s accounts')
  })

  test('where the client has no part, it has no row', () => {
    expect(show('client', matrixOf({ ...visitorEscort, duties: [dutyWith({})] })).tables).toEqual([])
  })

  test('two duties of the client in one activity share its row, evidence named once', () => {
    const [escort] = visitorEscort.duties
    const matrix = matrixOf({
      ...visitorEscort,
      duties: [escort!, { ...escort!, role: undefined, does: 'Collect the badge' }],
    })
    const view = show('client', matrix)
    expect(column(view, 'You')).toEqual([
      'reception: Enter each visitor in the log and walk with them until they leave (on each visit)\nCollect the badge (on each visit)',
    ])
    expect(column(view, 'Proof to keep')).toEqual(['visitor log'])
  })

  test.each<readonly [string, string | undefined, readonly string[]]>([
    [
      'the MSP, unless another is named',
      undefined,
      [
        'Disable the person’s accounts and end their sessions',
        'Send the client a list of every account with its groups and last sign-in',
      ],
    ],
    [
      'the client',
      'client',
      [
        'Tell the service-desk portal who leaves and from when',
        'Mark each account on the list as kept, changed or removed, and sign it',
        'Enter each visitor in the log and walk with them until they leave',
        'Approve each policy by signature and publish it to the workforce',
      ],
    ],
    ['a SOC without a duty', 'night-soc', []],
  ])('duties of %s', (_, party, duties) => {
    expect(column(show('duties', sampleMatrix, { party }), 'Duty')).toEqual(duties)
  })

  test('with citations, and what is paid for', () => {
    const matrix = matrixOf({
      ...visitorEscort,
      covers: [{ ref: 'sample:AC-3', part: 'the office' }],
      duties: [dutyWith({ kind: 'pays', does: 'Badges' })],
    })
    const view = show('duties', matrix, { party: 'msp' })
    expect([column(view, 'Duty'), column(view, 'Citations')]).toEqual([['Pay: Badges'], ['AC-3 (the office)']])
  })

  test('evidence with where it comes from', () => {
    const duty = dutyWith({ evidence: [{ what: 'export', from: 'the directory' }, { what: 'ticket' }] })
    expect(column(show('duties', matrixOf({ ...visitorEscort, duties: [duty] })), 'Evidence')).toEqual([
      'export (the directory); ticket',
    ])
  })
})

describe('complementary controls follow from whose report it is', () => {
  const watch = {
    ...visitorEscort,
    covers: ['trust:T1.1', 'sample:AC-3'],
    duties: [
      dutyWith({ does: 'Run it' }),
      dutyWith({ party: 'client', does: 'Use it' }),
      dutyWith({ party: 'night-soc', does: 'Watch it' }),
      dutyWith({ party: 'unassigned', does: 'Lose it' }),
    ],
  }
  const reported = (assessed: string): Matrix => ({
    ...twoFrameworkMatrix,
    frameworks: [{ id: 'trust', assessed }],
    activities: [watch, { ...watch, id: 'b', covers: ['sample:AC-3'] }],
  })

  test.each<readonly [string, string, 'cuec' | 'csoc', readonly string[]]>([
    ['the MSP’s report: its users are the client', 'msp', 'cuec', ['Use it']],
    ['the MSP’s report: it relies on the SOC', 'msp', 'csoc', ['Watch it']],
    ['the client’s report: no user takes part', 'client', 'cuec', []],
    ['the client’s report: it relies on MSP and SOC', 'client', 'csoc', ['Run it', 'Watch it']],
    ['the SOC’s report: its users are MSP and client', 'night-soc', 'cuec', ['Run it', 'Use it']],
    ['the SOC’s report: it relies on nobody here', 'night-soc', 'csoc', []],
  ])('%s', (_, assessed, name, controls) => {
    const view = show(name, reported(assessed))
    expect(column(view, 'Control').map((text) => text.split(' (', 1)[0])).toEqual(controls)
    expect(new Set(column(view, 'Criteria'))).toEqual(new Set(controls.length > 0 ? ['T1.1'] : []))
    expect(view.intro.join(' ').includes('so this list is empty')).toBe(controls.length === 0)
  })

  test('another provider serves the reporting one, as does a second MSP: neither is its user', () => {
    const reporting = reported('night-soc')
    const matrix: Matrix = {
      ...reporting,
      parties: [...reporting.parties, { id: 'vault', kind: 'provider', legalName: 'Vault Inc.' }],
      activities: [{ ...watch, duties: [dutyWith({ party: 'vault', does: 'Keep it' })] }],
    }
    expect(column(show('cuec', matrix), 'Whose')).toEqual([])
    expect(column(show('csoc', matrix), 'Whose')).toEqual(['Vault Inc.'])
  })

  test('without a framework that ends in a report there is nothing to list', () => {
    const view = show('cuec')
    expect(view.tables).toEqual([])
    expect(view.intro.join(' ')).toContain('ends in a report of a service organization')
  })
})
