import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { ClaimsFile } from '../src/core/claims/claims-file.ts'
import type { Mapping } from '../src/core/mapping/mapping.ts'
import { demarc, folder } from './support/command-line.ts'

type Imported = ClaimsFile & { readonly mapping: Mapping }

async function imported(name: string, content: string | Uint8Array, ...more: readonly string[]): Promise<Imported> {
  const { out } = await demarc('import', saved(name, content), '--party', 'Acme Cloud', '--json', ...more)
  return JSON.parse(out) as Imported
}

function saved(name: string, content: string | Uint8Array): string {
  const file = join(folder(), name)
  writeFileSync(file, content)
  return file
}

const crm =
  'Control ID,Responsibility,Customer responsibility\nAC-2,Shared,Approve accounts\nAU.L2-3.3.1,Acme Cloud,None\nCP-6,Shared,Choose a site\n03.01.01,Customer,Do it all\n'

test('a CSV becomes claims with their places, and what is no claim is listed', async () => {
  const { source, claims, issues } = await imported('crm.csv', crm)
  expect(source).toMatchObject({ format: 'csv', tables: 1, document: 'crm.csv' })
  expect(claims).toMatchObject([
    {
      framework: 'cmmc-l2',
      requirement: 'AC.L2-3.1.1',
      translatedFrom: 'AC-2',
      ownership: 'shared',
      customerMust: 'Approve accounts',
    },
    { framework: 'cmmc-l2', requirement: 'AC.L2-3.1.2', translatedFrom: 'AC-2', ownership: 'shared' },
    { framework: 'cmmc-l2', requirement: 'AU.L2-3.3.1', ownership: 'provider', at: 'crm!B3', party: 'Acme Cloud' },
  ])
  expect(claims[2]!.objectives).toHaveLength(6)
  const places = issues.map(({ at }) => at)
  expect(places).toContain('crm!A4')
  expect(places).toContain('crm!A5')
})

test('a workbook of two services keeps them apart', async () => {
  const sheet = (name: string, owner: string) => ({
    name,
    rows: [
      ['Control', 'Responsibility'],
      ['3.1.1', owner],
    ],
  })
  const bytes = await writeXlsx({ sheets: [sheet('Platform', 'Provider'), sheet('Pages', 'Customer')] })
  const { claims } = await imported('services.xlsx', bytes)
  expect(claims.map(({ service, ownership, at }) => [service, ownership, at])).toEqual([
    ['Platform', 'provider', 'Platform!B2'],
    ['Pages', 'client', 'Pages!B2'],
  ])
})

test('an id that a spreadsheet made a number or a day is caught', async () => {
  const rows = [
    ['Control', 'Responsibility'],
    [3.1, 'Customer'],
    [new Date('2001-01-03T00:00:00Z'), 'Customer'],
    ['3.10.1', 'Customer'],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: 'CRM', rows }] })
  const { claims, issues } = await imported('damaged.xlsx', bytes)
  expect(claims.map(({ requirement }) => requirement)).toEqual(['PE.L2-3.10.1'])
  expect(issues.map(({ at }) => at)).toEqual(expect.arrayContaining(['CRM!A2', 'CRM!A3']))
})

test('a mapping that is corrected once holds for the next file of the layout', async () => {
  const text = 'ID,Source\n3.1.1,✅\n3.1.2,📋\n'
  const mapping = join(folder(), 'mapping.json')
  const first = saved('posture.csv', text)
  expect((await demarc('import', first, '--party', 'Acme Cloud', '--mapping-out', mapping)).code).toBe(1)
  const corrected = JSON.parse(readFileSync(mapping, 'utf8')) as {
    tables: { columns: { is: string }[] }[]
    words: Record<string, string>
  }
  corrected.tables[0]!.columns[1]!.is = 'ownership'
  writeFileSync(mapping, JSON.stringify({ ...corrected, words: { '✅': 'provider', '📋': 'client' } }))
  const { claims } = await imported('next.csv', `${text}3.1.3,❓\n`, '--mapping', mapping)
  expect(claims.map(({ ownership }) => ownership)).toEqual(['provider', 'client', 'unclear'])
})

test('ids of which the document leaves open whose they are name the cell, and the mapping decides', async () => {
  const text = 'ID,Responsibility\n3.1.1,Customer\n3.4.1,Shared\nPCI DSS 3.2.1,Provider\n'
  const mapping = join(folder(), 'mapping.json')
  const file = saved('mixed.csv', text)
  const { claims, issues } = await imported('mixed.csv', text, '--mapping-out', mapping)
  expect(claims).toEqual([])
  expect(issues.find(({ at }) => at === 'mixed!A2')?.message).toContain('A4 “PCI DSS 3.2.1” stands in the same column')
  const written = JSON.parse(readFileSync(mapping, 'utf8')) as { tables: { columns: { scheme?: string }[] }[] }
  written.tables[0]!.columns[0]!.scheme = 'nist-800-171'
  writeFileSync(mapping, JSON.stringify(written))
  const told = await imported('mixed.csv', text, '--mapping', mapping)
  expect(told.claims.map(({ requirement }) => requirement)).toEqual(['AC.L2-3.1.1', 'CM.L2-3.4.1'])
  expect((await demarc('import', file, '--party', 'Acme Cloud', '--mapping', mapping)).out).toContain(
    'the requirement’s id of NIST SP 800-171 Rev. 2, as the mapping says',
  )
})

test('a document’s own version and day beat those of its file, and a person’s word beats both', async () => {
  const rows = [
    ['Version', '3.1'],
    ['Date', '2026-03-01'],
  ]
  const matrix = [
    ['Control', 'Responsibility'],
    ['3.1.1', 'Customer'],
  ]
  const properties = { modified: new Date('2026-11-24T00:00:00Z') }
  const dated = await writeXlsx({
    sheets: [
      { name: 'Cover', rows },
      { name: 'CRM', rows: matrix },
    ],
    properties,
  })
  const undated = await writeXlsx({ sheets: [{ name: 'CRM', rows: matrix }], properties })
  expect((await imported('crm.xlsx', dated)).source).toMatchObject({ version: '3.1', date: '2026-03-01' })
  expect((await imported('crm.xlsx', undated)).source).toMatchObject({ date: '2026-11-24', saved: true })
  const stated = ['--title', 'Acme CRM', '--document-version', '9', '--dated', '2026-09-01']
  const { source } = await imported('crm.xlsx', dated, ...stated)
  expect(source).toMatchObject({ title: 'Acme CRM', version: '9', date: '2026-09-01' })
  const refused = await demarc('import', saved('crm.csv', crm), '--party', 'Acme Cloud', '--dated', '03/04/2026')
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--dated: a date is year-month-day')])
})

test('the file that it writes can be reviewed', async () => {
  const out = join(folder(), 'claims.json')
  const file = saved('crm.csv', crm)
  const { err } = await demarc('import', file, '--party', 'Acme Cloud', '-o', out)
  expect(err).toContain('written with 3 claims')
  const reviewed = await demarc(
    'claims',
    'review',
    'examples/machine-shop.yaml',
    out,
    '--party',
    'Acme Cloud=acme',
    '--scope',
    'all',
    '--json',
  )
  expect(reviewed.code).toBe(1)
  expect((JSON.parse(reviewed.out) as { figures: { claims: number } }).figures.claims).toBe(3)
})

test('what nobody can see is not kept', async () => {
  const { claims } = await imported(
    'bidi.csv',
    'Control,Owner,Customer responsibility\n3.1.1,Shared,do\u202e it\u0007\n',
  )
  expect(claims[0]!.customerMust).toBe('do it')
})

describe('declines, and writes nothing', () => {
  test.each([
    ['prose', 'policy.md', '# Policy\n\nThe provider takes care of security.\n', 'running text'],
    ['a blank template', 'crm.csv', 'Control ID,Responsibility\n3.1.1,\n3.1.2,\n', 'blank template'],
    ['a table of something else', 'prices.csv', 'Plan,Price\nSmall,10\nLarge,20\n', 'none of its tables'],
    ['a picture', 'crm.png', '\u0089PNG\r\n\u001a\n', 'picture'],
    ['an empty file', 'crm.csv', '', 'empty'],
  ])('%s', async (_, name, text, reason) => {
    const out = join(folder(), 'claims.json')
    const file = saved(name, Buffer.from(text, 'latin1'))
    const { code, out: told } = await demarc('import', file, '--party', 'Acme Cloud', '-o', out)
    expect(code).toBe(1)
    expect(told).toContain('Declined')
    expect(told).toContain(reason)
    expect(existsSync(out)).toBe(false)
  })
})

test.each([
  ['no party', [], '--party'],
  ['a party of blanks', ['--party', ' '], '--party'],
  ['a mapping that is none', ['--party', 'A', '--mapping', 'package.json'], 'no mapping'],
])('refuses %s', async (_, options, message) => {
  const { code, err } = await demarc('import', saved('crm.csv', crm), ...options)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
