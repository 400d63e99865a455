import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Matrix } from '../src/core/matrix.ts'
import { sampleMatrix } from '../src/core/testing/sample-matrix.ts'
import { demarc, folder } from './support/command-line.ts'
import { execute, program } from './support/machine.ts'

const soffice = await program('soffice')
const pdftotext = await program('pdftotext')

const cmmc: Matrix = {
  ...sampleMatrix,
  frameworks: [{ id: 'cmmc-l2', assessed: 'client' }],
  activities: sampleMatrix.activities.map((row) => ({ ...row, covers: ['cmmc-l2:PS.L2-3.9.2[b]'] })),
}
const [leaver, ...others] = cmmc.activities as [Matrix['activities'][number], ...Matrix['activities']]
const [notify, disable] = leaver.duties as [(typeof leaver.duties)[number], (typeof leaver.duties)[number]]
const amended: Matrix = {
  ...cmmc,
  activities: [
    {
      ...leaver,
      accountable: 'msp',
      duties: [
        { ...notify, timing: { within: '1 business hour', after: 'the decision' } },
        { ...disable, party: 'night-soc' },
      ],
    },
    ...others.slice(1),
  ],
}

interface Files {
  readonly before: string
  readonly after: string
  readonly at: (name: string) => string
}

function files(before: Matrix = cmmc, after: Matrix = amended): Files {
  const home = folder()
  const at = (name: string): string => join(home, name)
  for (const [name, matrix] of Object.entries({ before, after }))
    writeFileSync(at(`${name}.json`), JSON.stringify(matrix))
  return { before: at('before.json'), after: at('after.json'), at }
}

test.skipIf(pdftotext === undefined)('a PDF tells the duty that passes, from whom to whom, and by when', async () => {
  const { before, after, at } = files()
  const { code, err } = await demarc('redline', before, after, '--to', 'pdf', '-o', at('redline.pdf'))
  expect([code, err]).toEqual([0, expect.stringContaining('redline.pdf written')])
  const { stdout } = await execute(pdftotext!, ['-layout', at('redline.pdf'), '-'])
  const text = stdout.replaceAll(/\s+/g, ' ')
  for (const words of [
    'Comparison of two revisions',
    'Passes from Sample IT LLC to Night SOC Inc.:',
    'within 4 1 business hours hour after the decision (a shorter limit)',
    'Rows removed',
    'Review who has access to the managed systems each quarter',
  ])
    expect(text).toContain(words)
})

test.skipIf(soffice === undefined)('a Word document opens and tells the same', async () => {
  const { before, after, at } = files()
  expect((await demarc('redline', before, after, '--to', 'docx', '-o', at('redline.docx'))).code).toBe(0)
  const profile = `-env:UserInstallation=file://${at('profile')}`
  await execute(soffice!, [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', at('.'), at('redline.docx')])
  const text = readFileSync(at('redline.txt'), 'utf8')
  expect(text).toContain('Passes from Sample IT LLC to Night SOC Inc.:')
  expect(text).toContain('Rows removed')
})

test('HTML goes to standard output, with its marks as elements', async () => {
  const { before, after } = files()
  const { code, out } = await demarc('redline', before, after, '--to', 'html')
  expect(code).toBe(0)
  expect(out).toMatch(/<del>.*Sample IT LLC.*<\/del> to <ins>.*Night SOC Inc\..*<\/ins>/)
})

test('the same two revisions give the same bytes', async () => {
  const { before, after, at } = files()
  for (const to of ['pdf', 'docx', 'html']) {
    for (const name of ['one', 'two']) await demarc('redline', before, after, '--to', to, '-o', at(`${name}.${to}`))
    expect([to, readFileSync(at(`one.${to}`)).equals(readFileSync(at(`two.${to}`)))]).toEqual([to, true])
  }
})

test('two of the same text are said to be the same', async () => {
  const { before, after, at } = files(cmmc, cmmc)
  const { err } = await demarc('redline', before, after, '--to', 'html', '-o', at('same.html'))
  expect(err).toContain('the two are the same')
  expect(readFileSync(at('same.html'), 'utf8')).toContain('The texts are identical')
})

test.each<readonly [string, readonly string[], string]>([
  ['no format', [], 'say the format: --to pdf|docx|html'],
  ['another format', ['--to', 'xlsx', '-o', 'x'], '--to cannot be "xlsx"'],
  ['a PDF without a file', ['--to', 'pdf'], 'say where to write it: -o FILE.pdf'],
])('%s is refused', async (_, args, message) => {
  const { before, after } = files()
  const { code, err, out } = await demarc('redline', before, after, ...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
})

test('matrices of two engagements are refused, and nothing is written', async () => {
  const { before, after, at } = files(cmmc, { ...amended, id: 'other' })
  const { code, err } = await demarc('redline', before, after, '--to', 'html', '-o', at('redline.html'))
  expect([code, existsSync(at('redline.html'))]).toEqual([2, false])
  expect(err).toContain('"sample-dental" and "other"')
})

test('a file that is there is kept', async () => {
  const { before, after, at } = files()
  writeFileSync(at('kept.html'), 'mine')
  expect((await demarc('redline', before, after, '--to', 'html', '-o', at('kept.html'))).code).toBe(2)
  expect(readFileSync(at('kept.html'), 'utf8')).toBe('mine')
  expect((await demarc('redline', before, after, '--to', 'html', '-o', at('kept.html'), '--force')).code).toBe(0)
})
