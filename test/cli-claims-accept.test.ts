import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../src/core/claims/claim.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { composed, reviewed, written } from './support/claims-files.ts'
import { demarc, folder, root } from './support/command-line.ts'

const one: Claim = {
  framework: 'cmmc-l2',
  requirement: 'PE.L2-3.10.3',
  objectives: ['PE.L2-3.10.3[a]', 'PE.L2-3.10.3[b]'],
  party: 'Cloud Inc.',
  ownership: 'shared',
  text: 'Escorts visitors in the data centers',
  customerMust: 'Escort visitors in its own offices',
  at: 'PaaS CRM!C17',
}

describe('accepting', () => {
  test.each<[string, Partial<Claim>, readonly string[], RegExp]>([
    ['without a reason', {}, [], /say why these claims are accepted: --reason TEXT/],
    ['with a reason that is none', {}, ['--reason', 'n/a'], /gives no reason/],
    [
      'of a party that the matrix has not',
      {},
      ['--reason', 'read'],
      /Cloud Inc\. is no party of the matrix\. Say which it is with --party "Cloud Inc\.=ID"/,
    ],
    [
      'of a party by a name that no file has',
      {},
      ['--reason', 'read', '--party', 'Clod Inc.=cloud'],
      /did you mean "Cloud Inc\."\?/,
    ],
    [
      'of a party by an id that is none',
      {},
      ['--reason', 'read', '--party', 'Cloud Inc.=Cloud Inc'],
      /a party id is a short name/,
    ],
    [
      'where several scopes are, and none is said',
      {},
      ['--reason', 'read', '--party', 'Cloud Inc.=cloud'],
      /several scopes, and nothing says where Cloud Inc\. delivers.*--scope ID/,
    ],
    ['in a scope that is none', {}, ['--reason', 'read', '--scope', 'enclav'], /did you mean "enclave"\?/],
    ['for an answer by nobody known', {}, ['--reason', 'read', '--accountable', 'clint'], /did you mean "client"\?/],
    [
      'with a newer version of nothing known',
      {},
      ['--reason', 'read', '--newer', 'old.xlsx=vendor.xlsx'],
      /nothing was accepted from "old\.xlsx", and no claims file is of it/,
    ],
    [
      'with a newer version that is not at hand',
      {},
      ['--reason', 'read', '--newer', 'vendor.xlsx=next.xlsx'],
      /no claims file is of "next\.xlsx"/,
    ],
    [
      'in the place of a row, and no place is named',
      {},
      ['--reason', 'read', '--instead', 'visitor-escort'],
      /say with --at which claim takes the place/,
    ],
    [
      'in the place of a row that no claim made',
      {},
      ['--reason', 'read', '--at', 'PaaS CRM!C17', '--instead', 'no-such-row'],
      /there is no row "no-such-row"/,
    ],
    [
      'at a place where nothing stands',
      {},
      ['--reason', 'read', '--at', 'PaaS CRM!C18'],
      /no claim stands at "PaaS CRM!C18"; did you mean "PaaS CRM!C17"\?/,
    ],
    [
      'of a requirement that no claim names',
      {},
      ['--reason', 'read', '--only', 'PE.L2-3.10.4'],
      /no claim speaks of "PE.L2-3.10.4"; did you mean "PE.L2-3.10.3"\?/,
    ],
    [
      'of an unclear claim by its place',
      { ownership: 'unclear' },
      ['--reason', 'read', '--at', 'PaaS CRM!C17', '--party', 'Cloud Inc.=cloud'],
      /does not say who does it/,
    ],
    [
      'of what does not apply',
      { ownership: 'not-applicable' },
      ['--reason', 'read', '--at', 'PaaS CRM!C17'],
      /record a decision \(kind: not-applicable\)/,
    ],
    [
      'of a row that names no requirement',
      { framework: null, requirement: null, objectives: [] },
      ['--reason', 'read', '--at', 'PaaS CRM!C17'],
      /it names no requirement/,
    ],
  ])('%s is refused, and nothing is written', async (_, change, args, message) => {
    const out = join(folder(), 'next.json')
    const claims = written([{ ...one, ...change }], { party: 'Cloud Inc.' })
    const { code, err } = await demarc(
      'claims',
      'accept',
      join(root, 'examples/machine-shop.yaml'),
      claims,
      '-o',
      out,
      ...args,
    )
    expect(err).toMatch(message)
    expect(code).toBe(2)
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })

  test('the residue is open in gaps until somebody takes it', async () => {
    const matrix = await composed('machine-shop')
    const out = join(folder(), 'next.json')
    const claims = written([one], { party: 'Cloud Inc.' })
    const accepted = await demarc(
      'claims',
      'accept',
      matrix,
      claims,
      '--party',
      'Cloud Inc.=cloud',
      '--scope',
      'enclave',
      '--reason',
      'read with the vendor',
      '--by',
      'Dana Reyes',
      '-o',
      out,
    )
    expect(accepted.code).toBe(0)
    expect(accepted.out).toContain('Cloud Inc. was added as a provider, cloud')
    expect(accepted.out.replaceAll(/\s+/g, ' ')).toContain(
      'Left to the customer by Cloud Inc.: “Escort visitors in its own offices”',
    )
    const gaps = await demarc('gaps', out)
    expect(gaps.out).toContain('nobody has taken: Left to the customer by Cloud Inc.')
    const { parties } = JSON.parse(readFileSync(out, 'utf8')) as Matrix
    expect(parties).toContainEqual({ id: 'cloud', kind: 'provider', legalName: 'Cloud Inc.' })
  })

  test('documents that disagree are shown side by side, left, open in the proof, and settled by a choice', async () => {
    const matrix = await composed('machine-shop')
    const cloud = written([one], { party: 'Microsoft Corporation' })
    const other = written([{ ...one, ownership: 'client', text: 'The customer escorts', at: 'Summary!B4' }], {
      party: 'Microsoft Corporation',
      sha256: 'b'.repeat(64),
      document: 'old.xlsx',
      date: '2025-01-05',
    })
    const { contradictions } = await reviewed(matrix, cloud, other)
    expect(contradictions).toMatchObject([
      {
        kind: 'between-documents',
        chosen: null,
        sides: [
          { at: 'PaaS CRM!C17', date: '2026-01-05', text: 'Escorts visitors in the data centers' },
          { at: 'Summary!B4', date: '2025-01-05', text: 'The customer escorts' },
        ],
      },
    ])
    const told = await demarc('claims', 'review', matrix, cloud, other)
    expect(told.out.replaceAll(/\s+/g, ' ')).toContain('“The customer escorts”')
    const contradicted = await demarc('gaps', matrix, '--claims', cloud, '--claims', other)
    expect(contradicted.out).toContain('[contradicted]')
    expect((await demarc('check', matrix, '--claims', cloud, '--claims', other, '--json')).out).toContain(
      '"contradicted"',
    )
    const strange = written([one], { party: 'Somebody Ltd' })
    const unnamed = await demarc('gaps', matrix, '--claims', cloud, '--claims', strange)
    expect(unnamed.code).toBe(2)
    expect(unnamed.err.replaceAll(/\s+/g, ' ')).toContain('--party "Somebody Ltd=ID"')
    const named = await demarc('gaps', matrix, '--claims', strange, '--party', 'Somebody Ltd=somebody')
    expect(named.code).toBe(1)
    const over = await demarc('claims', 'accept', matrix, cloud, '--reason', 'read', '-o', cloud, '--force')
    expect(over.err).toContain('write to another file')
    const accept = ['claims', 'accept', matrix, cloud, other, '--reason', 'asked the vendor', '--scope', 'all', '-o']
    const left = join(folder(), 'left.json')
    expect((await demarc(...accept, left)).code).toBe(1)
    expect(readFileSync(left).equals(readFileSync(matrix))).toBe(true)
    expect(
      (await demarc(...accept, join(folder(), 'both.json'), '--at', 'PaaS CRM!C17', '--at', 'Summary!B4')).err,
    ).toContain('choose one of them')
    const out = join(folder(), 'chosen.json')
    expect((await demarc(...accept, out, '--at', 'PaaS CRM!C17')).code).toBe(0)
    expect((await demarc('gaps', out, '--claims', cloud, '--claims', other)).out).not.toContain('[contradicted]')
  })

  test('a newer version says what changed since the accepted one, and goes in by its place only', async () => {
    const matrix = await composed('machine-shop')
    const first = join(folder(), 'first.json')
    const named = ['--party', 'Cloud Inc.=cloud', '--scope', 'enclave', '--reason', 'read with the vendor', '-o']
    await demarc('claims', 'accept', matrix, written([one], { party: 'Cloud Inc.' }), ...named, first)
    const newer = written([{ ...one, customerMust: 'Escort visitors and log them' }], {
      party: 'Cloud Inc.',
      sha256: 'c'.repeat(64),
      version: '4',
    })
    const { changes, left } = await reviewed(first, newer)
    expect(changes).toMatchObject(
      [
        {
          kind: 'words',
          accepted: { version: '3' },
          before: [{}, 'Left to the customer by Cloud Inc.: “Escort visitors in its own offices”'],
          after: [{}, 'Left to the customer by Cloud Inc.: “Escort visitors and log them”'],
        },
      ].map((change) => ({
        ...change,
        before: expect.arrayContaining([change.before[1]]) as string[],
        after: expect.arrayContaining([change.after[1]]) as string[],
      })),
    )
    expect(left).toMatchObject([{ kind: 'earlier-version' }])
    const silent = written([], { party: 'Cloud Inc.', sha256: 'd'.repeat(64) })
    expect((await reviewed(first, silent)).changes).toMatchObject([{ kind: 'gone', after: [] }])
  })

  test('nothing asked and nothing taken gives the same bytes, comments and all', async () => {
    const matrix = join(folder(), 'matrix.yaml')
    await demarc('new', join(root, 'examples/dental-group.yaml'), '-o', matrix)
    writeFileSync(matrix, `# what we agreed in spring\n${readFileSync(matrix, 'utf8')}`)
    const out = join(folder(), 'next.yaml')
    const { code } = await demarc(
      'claims',
      'accept',
      matrix,
      written([], { party: 'Cloud Inc.' }),
      '--reason',
      'nothing to take',
      '-o',
      out,
    )
    expect(code).toBe(0)
    expect(readFileSync(out).equals(readFileSync(matrix))).toBe(true)
  })

  test.each([
    ['a matrix', { format: 'demarc/matrix@1' }, /format must be demarc\/claims@1/],
    ['a newer format', { format: 'demarc/claims@7' }, /this Demarc reads demarc\/claims@1/],
    ['a claim without a place', { format: 'demarc/claims@1', party: 'A', claims: [{}] }, /claims\[0\]/],
  ])('%s in the place of claims is refused with the place', async (_, value, message) => {
    const file = join(folder(), 'wrong.json')
    writeFileSync(file, JSON.stringify(value))
    const { code, err } = await demarc('claims', 'review', join(root, 'examples/machine-shop.yaml'), file)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

test('an older document is not taken for the newer version of another', async () => {
  const last = written([one], { party: 'Cloud Inc.', title: 'CRM 2025', document: '2025.xlsx', date: '2025-01-05' })
  const next = written([one], { party: 'Cloud Inc.', title: 'CRM 2026', document: '2026.xlsx', sha256: 'b'.repeat(64) })
  const out = join(folder(), 'next.json')
  const accept = (pair: string) =>
    demarc(
      'claims',
      'accept',
      join(root, 'examples/machine-shop.yaml'),
      last,
      next,
      '-o',
      out,
      '--newer',
      pair,
      '--reason',
      'read',
    )
  const reversed = await accept('CRM 2026=CRM 2025')
  expect([reversed.code, reversed.err]).toEqual([
    2,
    expect.stringContaining('the other way round (version 3 of 2026-01-05 is newer than version 3 of 2025-01-05)'),
  ])
  expect((await accept('CRM 2025=CRM 2026')).err).not.toContain('the other way round')
})
