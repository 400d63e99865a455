import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../src/core/compare.ts'
import { apply } from '../src/core/compare.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { viewNames } from '../src/core/views/catalogue.ts'
import type { View } from '../src/core/views/view.ts'
import { demarc, folder, root } from './support/command-line.ts'

const examples = ['dental-group', 'machine-shop', 'msp-and-soc', 'saas-firm', 'three-frameworks'] as const
type Example = (typeof examples)[number]

interface Check {
  readonly matrix: string
  readonly findings: readonly { code: string; severity: string; activity: string | null; at: string; message: string }[]
  readonly coverage: {
    readonly objectives: number
    readonly settled: number
    readonly notApplicable: number
    readonly open: number
    readonly byFramework: Readonly<
      Record<
        string,
        { objectives: number; settled: number; open: number; requirements: number; requirementsOpen: number }
      >
    >
    readonly openObjectives: readonly { objective: string; reasons: readonly string[] }[]
  }
}

const composed = new Map<Example, Matrix>()

beforeAll(async () => {
  for (const example of examples)
    composed.set(example, JSON.parse((await demarc('new', source(example))).out) as Matrix)
})

function source(example: Example): string {
  return join(root, 'examples', `${example}.yaml`)
}

/** The example's matrix, changed, as a file. */
function written(example: Example, change: (matrix: Matrix) => Matrix = (matrix) => matrix): string {
  const file = join(folder(), `${example}.json`)
  writeFileSync(file, JSON.stringify(change(composed.get(example)!)))
  return file
}

async function check(file: string): Promise<Check & { readonly code: number | null }> {
  const { code, out } = await demarc('check', file, '--json')
  return { ...(JSON.parse(out) as Check), code }
}

describe.each(examples)('%s', (example) => {
  test('is checked, and its figures add up', async () => {
    const { coverage, findings, code } = await check(written(example))
    expect(coverage.settled + coverage.notApplicable + coverage.open).toBe(coverage.objectives)
    expect(coverage.openObjectives).toHaveLength(coverage.open)
    const frameworks = Object.values(coverage.byFramework)
    expect(frameworks.reduce((sum, { objectives }) => sum + objectives, 0)).toBe(coverage.objectives)
    for (const { reasons } of coverage.openObjectives) expect(reasons).not.toEqual([])
    expect(code).toBe(coverage.open > 0 || findings.some(({ severity }) => severity === 'error') ? 1 : 0)
  })

  test('says the same to people', async () => {
    const { coverage } = await check(written(example))
    const { out } = await demarc('check', written(example))
    expect(out).toContain(
      coverage.open === 0 ? 'No objective is open' : `${coverage.open} of ${coverage.objectives} objectives are open.`,
    )
    expect(out).toContain('Answers of the parties were not considered')
  })

  test.each(viewNames)('shows the view %s', async (view) => {
    const file = written(example)
    const { code, out } = await demarc('show', file, '--view', view, '--json')
    expect(code).toBe(0)
    const { tables, intro } = JSON.parse(out) as View
    expect(tables.length + intro.length).toBeGreaterThan(0)
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length)
    expect((await demarc('show', file, '--view', view)).code).toBe(0)
  })

  test.each(['md', 'csv', 'json'])('is exported to %s, the same bytes each time', async (format) => {
    const file = written(example)
    const out = join(folder(), `out.${format}`)
    expect((await demarc('export', file, '--to', format, '-o', out)).code).toBe(0)
    const first = readFileSync(out)
    expect((await demarc('export', file, '--to', format, '-o', out)).code).toBe(2)
    expect((await demarc('export', file, '--to', format, '-o', out, '--force')).code).toBe(0)
    expect(readFileSync(out)).toEqual(first)
  })

  test('has no difference from itself', async () => {
    const file = written(example)
    expect((await demarc('diff', file, file)).out).toBe('Nothing changed.\n')
  })

  test('tells its exposure', async () => {
    const { code, out } = await demarc('exposure', written(example), '--without', 'msp', '--json')
    expect(code).toBe(0)
    const exposure = JSON.parse(out) as Record<
      string,
      { score?: number; without: { party: string; score?: number; orphans: string[] } }
    >
    expect(Object.keys(exposure)).toEqual(composed.get(example)!.frameworks.map(({ id }) => id))
    for (const { score, without } of Object.values(exposure)) {
      expect(without.party).toBe('msp')
      expect(without.orphans.length).toBeGreaterThan(0)
      if (score !== undefined) expect(without.score).toBeLessThan(score)
    }
  })
})

test('every answer taken away is an open objective with its reason', async () => {
  const { coverage, code } = await check(written('dental-group', (matrix) => ({ ...matrix, parameters: {} })))
  expect(code).toBe(1)
  expect(coverage.open).toBeGreaterThan(0)
  for (const { reasons } of coverage.openObjectives) expect(reasons).toEqual(['unfilled'])
})

test('an activity taken away leaves its objectives open and said', async () => {
  const gone = 'backup-restore-test'
  const matrix = composed.get('dental-group')!
  const activity = matrix.activities.find(({ id }) => id === gone) ?? matrix.activities[0]!
  const { coverage } = await check(
    written('dental-group', (before) => ({
      ...before,
      activities: before.activities.filter(({ id }) => id !== activity.id),
    })),
  )
  const refs = activity.covers.map((cover) => (typeof cover === 'string' ? cover : cover.ref))
  expect(coverage.openObjectives.map(({ objective }) => objective)).toEqual(expect.arrayContaining(refs))
})

test('the supported ceiling is 110 when all is settled, and falls to −203 when nobody does anything', async () => {
  const score = async (file: string): Promise<number> =>
    (JSON.parse((await demarc('exposure', file, '--json')).out) as { 'cmmc-l2': { score: number } })['cmmc-l2'].score
  expect(await score(written('three-frameworks'))).toBe(110)
  expect(await score(written('three-frameworks', (matrix) => ({ ...matrix, activities: [] })))).toBe(-203)
})

test('a changed allocation, clock, word and citation are told apart, and applied they give the other', async () => {
  const before = composed.get('dental-group')!
  const [a, b, c, d, ...rest] = before.activities
  const after: Matrix = {
    ...before,
    activities: [
      { ...a!, accountable: a!.accountable === 'msp' ? 'client' : 'msp' },
      { ...b!, duties: b!.duties.map((duty) => ({ ...duty, timing: { every: '2 weeks' } })) },
      { ...c!, title: `${c!.title}, in writing` },
      { ...d!, covers: ['hipaa:164.310(b)'] },
      ...rest,
    ],
  }
  const file = written('dental-group', () => after)
  const { changes } = JSON.parse((await demarc('diff', written('dental-group'), file, '--json')).out) as {
    changes: Change[]
  }
  expect(changes.map(({ kind, activity }) => [kind, activity])).toEqual([
    ['reallocation', a!.id],
    ['timing', b!.id],
    ['citation', d!.id],
    ['wording', c!.id],
  ])
  expect(apply(before, changes)).toEqual(after)
  const { out } = await demarc('diff', written('dental-group'), file)
  expect(out).toContain('reallocation (1)')
  expect(out).toContain('2 weeks')
})

test('what changed since it was signed is a warning, where the signed text is given', async () => {
  const signed = written('saas-firm')
  const draft = written('saas-firm', (matrix) => ({
    ...matrix,
    activities: matrix.activities.map((activity, index) =>
      index === 0 ? { ...activity, title: 'Another title' } : activity,
    ),
  }))
  const codes = async (...args: readonly string[]): Promise<readonly string[]> =>
    (JSON.parse((await demarc('check', ...args, '--json')).out) as Check).findings.map(({ code }) => code)
  expect(await codes(draft, '--signed', signed)).toContain('changed-since-signed')
  expect(await codes(draft)).not.toContain('changed-since-signed')
  expect(await codes(signed, '--signed', signed)).not.toContain('changed-since-signed')
})

describe('parameters', () => {
  test('lists the open questions, takes answers and customary defaults, and keeps the rest as it was', async () => {
    const file = written('dental-group', (matrix) => ({ ...matrix, parameters: {} }))
    const open = async (): Promise<readonly { name: string; ask: string; default?: string; answer: string | null }[]> =>
      (
        JSON.parse((await demarc('parameters', 'list', file, '--json')).out) as {
          parameters: { name: string; ask: string; default?: string; answer: string | null }[]
        }
      ).parameters
    const asked = await open()
    expect(asked.length).toBeGreaterThan(10)
    for (const { ask } of asked) expect(ask).toBeTruthy()
    const { code, err } = await demarc('parameters', 'set', file, 'request channel=the portal', '--defaults')
    expect(code).toBe(0)
    expect(err).toContain('Questions still open: ')
    const answered = await open()
    expect(answered.find(({ name }) => name === 'request channel')?.answer).toBe('the portal')
    for (const question of answered) if (question.default !== undefined) expect(question.answer).not.toBeNull()
    const after = JSON.parse(readFileSync(file, 'utf8')) as Matrix
    expect(after.activities).toEqual(composed.get('dental-group')!.activities)
  })

  test.each([
    ['request chanel=x', 'did you mean "request channel"'],
    ['request channel', 'write NAME=ANSWER'],
    ['request channel= ', 'write something here'],
  ])('refuses %j and changes nothing', async (pair, message) => {
    const file = written('dental-group')
    const before = readFileSync(file)
    const { code, err } = await demarc('parameters', 'set', file, pair)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(readFileSync(file)).toEqual(before)
  })
})

test.each([
  [['show', 'FILE', '--view', 'crn'], 'did you mean "crm"'],
  [['show', 'FILE', '--view', 'duties', '--party', 'mps'], 'did you mean "msp"'],
  [['gaps', 'FILE', '--framework', 'hipa'], 'did you mean "hipaa"'],
  [['exposure', 'FILE', '--without', 'clinet'], 'did you mean "client"'],
  [['export', 'FILE', '--to', 'odt'], '--to cannot be "odt"'],
  [['export', 'FILE'], '--to md|csv|json'],
  [['check'], 'an argument is missing'],
  [['check', 'FILE', 'FILE'], 'one argument too many'],
  [['diff', 'FILE'], 'an argument is missing'],
  [['check', 'nowhere.json'], 'there is no file nowhere.json'],
  [['check', '.'], 'is a folder'],
  [['completion', 'tcsh'], 'known: bash, zsh, fish, powershell'],
  [['chek', 'FILE'], 'did you mean "check"'],
])('%j is refused with exit code 2 and what to do', async (args, message) => {
  const file = written('dental-group')
  const { code, out, err } = await demarc(...args.map((word) => (word === 'FILE' ? file : word)))
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})

test('a failed export leaves nothing behind', async () => {
  const target = join(folder(), 'no-such-folder', 'out.md')
  const { code, err } = await demarc('export', written('dental-group'), '--to', 'md', '-o', target)
  expect(code).toBe(2)
  expect(err).toContain('does not exist')
  expect(existsSync(target)).toBe(false)
})

test('a device that never ends is refused like a file that is too large', async ({ skip }) => {
  if (!existsSync('/dev/zero')) {
    console.log('skipped: this machine has no /dev/zero')
    skip()
  }
  const { code, err } = await demarc('check', '/dev/zero')
  expect(code).toBe(2)
  expect(err).toContain('at most 40 MB')
})

test('an open objective tells which fact would leave its part without anything to do', async () => {
  const file = join(folder(), 'm.yaml')
  await demarc('new', '-f', 'cmmc-l2', '--msp', 'M', '--client', 'C', '-o', file)
  const { out } = await demarc('gaps', file)
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(/The part "[^"]+" does not apply where: .*? Then record a decision\./)
  const json = JSON.parse((await demarc('gaps', file, '--json')).out) as {
    openObjectives: readonly { exemptions?: readonly { part?: string; because: string }[] }[]
  }
  const parts = json.openObjectives.flatMap(({ exemptions = [] }) => exemptions.flatMap(({ part }) => part ?? []))
  expect(parts.length).toBeGreaterThan(3)
})

test.each([
  ['show', ['--view', 'client']],
  ['export', ['--to', 'md', '--view', 'client']],
])('%s tells the client who is meant by each role', async (command, options) => {
  const { out } = await demarc(command, join(root, 'examples/dental-group.yaml'), ...options)
  expect(out).toContain('Who is meant')
  expect(out.replaceAll(/\s+/g, ' ')).toContain('Whoever runs the premises, doors, paper and supplies')
})
