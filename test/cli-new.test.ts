import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Matrix } from '../src/core/matrix.ts'
import { demarc, folder } from './support/command-line.ts'

const flags = ['new', '--framework', 'hipaa', '--msp', 'North Shore IT', '--client', 'Bright Dental']

function read(file: string): Matrix {
  return JSON.parse(readFileSync(file, 'utf8')) as Matrix
}

test('composes a matrix from flags and says what is open', async () => {
  const file = join(folder(), 'dental.json')
  const { code, out } = await demarc(...flags, '--all-offerings', '-o', file)
  expect(code).toBe(0)
  expect(out).toContain('Bright Dental and North Shore IT')
  const matrix = read(file)
  expect(matrix.offerings).toHaveLength(14)
  expect(matrix.activities.length).toBeGreaterThan(40)
  expect(matrix.frameworks).toEqual([
    { id: 'hipaa', assessed: 'client', edition: expect.stringContaining('164') as unknown },
  ])
})

test('the same flags give the same bytes, in whatever order the frameworks are named', async () => {
  const a = await demarc('new', '-f', 'soc2', '-f', 'hipaa', '--msp', 'M', '--client', 'C')
  const b = await demarc('new', '-f', 'hipaa', '-f', 'soc2', '--msp', 'M', '--client', 'C')
  expect(a.out).toBe(b.out)
})

test('writes YAML where the file is named so, and reads it back', async () => {
  const file = join(folder(), 'dental.yaml')
  await demarc(...flags, '-o', file)
  expect((parse(readFileSync(file, 'utf8')) as Matrix).format).toBe('demarc/matrix@1')
  const { code, out } = await demarc('check', file, '--json')
  expect(code).toBe(1)
  expect((JSON.parse(out) as { matrix: string }).matrix).toBe('bright-dental')
})

test('a client that buys nothing gets every row', async () => {
  const bought = read(await composed('--all-offerings'))
  const nothing = read(await composed())
  expect(nothing.activities.map(({ id }) => id)).toEqual(bought.activities.map(({ id }) => id))
  expect(nothing.offerings).toEqual([])
})

test('another provider delivers what is named with it', async () => {
  const matrix = read(await composed('--all-offerings', '--provider', 'soc=Blackwatch SOC:siem-soc'))
  expect(matrix.parties.map(({ id }) => id)).toEqual(['client', 'msp', 'soc'])
  const monitoring = matrix.activities.flatMap(({ duties }) => duties).filter(({ offering }) => offering === 'siem-soc')
  expect(new Set(monitoring.map(({ party }) => party))).toEqual(new Set(['soc']))
})

test('categories add their criteria', async () => {
  const objectives = async (...args: readonly string[]): Promise<number> => {
    const { out } = await demarc('new', '-f', 'soc2', '--msp', 'M', '--client', 'C', ...args)
    const file = join(folder(), 'm.json')
    writeFileSync(file, out)
    return (JSON.parse((await demarc('check', file, '--json')).out) as { coverage: { objectives: number } }).coverage
      .objectives
  }
  expect(await objectives()).toBe(33)
  expect(await objectives('--category', 'availability')).toBe(36)
  expect(await objectives('--category', 'all')).toBe(61)
})

test('takes a file that holds the engagement only', async () => {
  const home = folder()
  const engagement = join(home, 'engagement.yaml')
  const matrix = join(home, 'matrix.json')
  writeFileSync(
    engagement,
    [
      'format: demarc/matrix@1',
      'id: bright',
      'title: Bright',
      'frameworks: [{ id: hipaa, assessed: client }]',
      'scopes: [{ id: all, title: Everything }]',
      'parties: [{ id: msp, kind: msp, legalName: M }, { id: client, kind: client, legalName: C }]',
      'offerings: [{ id: backup-recovery, by: msp }]',
      'agreement: {}',
      'parameters: {}',
      'review: {}',
      'decisions: []',
    ].join('\n'),
  )
  expect((await demarc('new', engagement, '-o', matrix)).code).toBe(0)
  expect(read(matrix).activities.length).toBeGreaterThan(40)
  const direct = await demarc('check', engagement, '--json')
  expect(direct.err).toContain('composed from the library for this run')
  expect(direct.out).toBe((await demarc('check', matrix, '--json')).out)
})

test.each([
  [['new'], '--framework, --msp, --client'],
  [['new', '-f', 'hippa', '--msp', 'M', '--client', 'C'], 'did you mean "hipaa"'],
  [[...flags, '--offering', 'backup-recovry'], 'did you mean "backup-recovery"'],
  [[...flags, '--category', 'availablity'], 'did you mean "availability"'],
  [[...flags, '--assessed', 'clint'], 'did you mean "client"'],
  [[...flags, '--frobnicate'], 'there is no option --frobnicate'],
  [[...flags, '--provider', 'Blackwatch:siem-sock'], 'did you mean "siem-soc"'],
  [['new', 'no-such-file.yaml', '-o', 'x.json'], 'there is no file no-such-file.yaml'],
])('refuses %j with what to do, and writes nothing', async (args, message) => {
  const target = join(folder(), 'never.json')
  const { code, out, err } = await demarc(...args, ...(args.includes('-o') ? [] : ['-o', target]))
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(message)
  expect(existsSync(target)).toBe(false)
})

test('does not replace a file unless told to', async () => {
  const file = join(folder(), 'mine.json')
  writeFileSync(file, 'mine')
  expect((await demarc(...flags, '-o', file)).code).toBe(2)
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect((await demarc(...flags, '-o', file, '--force')).code).toBe(0)
})

test('a link is followed, and a name that a link takes is taken', async ({ skip }) => {
  if (process.platform === 'win32') skip()
  const home = folder()
  const [real, link] = [join(home, 'real.json'), join(home, 'link.json')]
  symlinkSync(real, link)
  expect((await demarc(...flags, '-o', link)).code).toBe(2)
  writeFileSync(real, 'old')
  expect((await demarc(...flags, '-o', link, '--force')).code).toBe(0)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(read(real).id).toBe('bright-dental')
})

test('only a file is replaced', async () => {
  const { code, err } = await demarc(...flags, '-o', folder(), '--force')
  expect(code).toBe(2)
  expect(err).toContain('is a folder or a device')
})

async function composed(...args: readonly string[]): Promise<string> {
  const file = join(folder(), 'matrix.json')
  await demarc(...flags, ...args, '-o', file)
  return file
}

test('a situation divides the rows that have a variant for it, and is kept in the matrix', async () => {
  const plain = read(await composed('--all-offerings'))
  const outside = read(await composed('--all-offerings', '--situation', 'co-managed'))
  expect(outside.situations).toEqual(['co-managed'])
  const changed = outside.activities.filter(
    ({ duties }, index) => !isDeepStrictEqual(duties, plain.activities[index]!.duties),
  )
  expect(changed.length).toBeGreaterThan(0)
})

test('a situation that the library does not know is refused', async () => {
  const { code, err } = await demarc(...flags, '--situation', 'gcc-hi')
  expect(code).toBe(2)
  expect(err).toContain('did you mean "gcc-high"?')
})

test('says what a situation changed, and which seems to hold', async () => {
  const soc = [...flags, '--all-offerings', '--provider', 'soc=Blackwatch:siem-soc']
  const unnamed = await demarc(...soc)
  expect(unnamed.err).toContain('Blackwatch delivers siem-soc: the situation outside-soc seems to hold')
  const named = await demarc(...soc, '--situation', 'outside-soc')
  expect(named.err).toMatch(/The situation outside-soc divides \d+ rows otherwise/)
  const idle = await demarc(...flags, '--all-offerings', '--situation', 'outside-soc')
  expect(idle.err).toContain('changes no row here')
})

test('flags beside a file that says the same are refused', async () => {
  const file = join(folder(), 'engagement.yaml')
  writeFileSync(file, readFileSync('examples/saas-firm.yaml'))
  const { code, err } = await demarc('new', file, '--situation', 'gcc-high', '--offering', 'hosting')
  expect(code).toBe(2)
  expect(err).toContain('--offering and --situation')
})
