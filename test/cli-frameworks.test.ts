import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Framework } from '../src/core/framework.ts'
import { demarc, folder } from './support/command-line.ts'

beforeEach(() => {
  process.env['DEMARC_HOME'] = folder()
})

test('lists the frameworks with their counts', async () => {
  const { out } = await demarc('frameworks', 'list', '--json')
  const { frameworks } = JSON.parse(out) as { frameworks: { id: string; requirements: number; objectives: number }[] }
  expect(frameworks.map(({ id, requirements, objectives }) => [id, requirements, objectives])).toEqual([
    ['cmmc-l2', 110, 320],
    ['hipaa', 68, 68],
    ['hipaa-breach', 20, 20],
    ['soc2', 61, 61],
  ])
})

test('shows a framework as data', async () => {
  const { out } = await demarc('frameworks', 'show', 'cmmc-l2', '--json')
  const { requirements } = JSON.parse(out) as Framework
  expect(requirements).toHaveLength(110)
  expect(requirements.find(({ id }) => id === 'IA.L2-3.5.3')?.attributes).toMatchObject({
    weight: { value: 5, partial: { value: 3 } },
    poam: { eligible: false },
  })
})

test('shows one requirement to people', async () => {
  const { out } = await demarc('frameworks', 'show', 'cmmc-l2', '--requirement', 'IA.L2-3.5.3')
  expect(out).toContain('5 points (3 where: ')
  expect(out).toContain('[d] ')
})

test('the proposal is a preview that says that it is not law', async () => {
  const { out } = await demarc('frameworks', 'show', 'hipaa', '--preview')
  expect(out).toContain('proposed, not law')
  expect(out).toContain('90 FR 898-1022')
  expect((await demarc('frameworks', 'show', 'soc2', '--preview')).code).toBe(2)
})

test.each([
  ['a sheet of id and text', 'id,text\n3.5.3,"Official, sentence"\nAC.L2-3.1.1[a],Determination\n9.9.9,stranger\n'],
  [
    'an OSCAL catalog',
    JSON.stringify({
      catalog: {
        groups: [
          {
            controls: [
              {
                id: 'sp800-171-3.5.3',
                props: [{ name: 'label', value: '3.5.3' }],
                parts: [
                  { name: 'statement', prose: 'Official, sentence' },
                  { name: 'assessment-objective', props: [{ name: 'label', value: '9.9.9' }], prose: 'stranger' },
                ],
              },
              {
                id: 'SP_800_171_3.1.1',
                props: [{ name: 'label', value: 'Authorized Access (3.1.1)' }],
                parts: [
                  { id: 'assessment-objective_DS-A.3.1.1.a', name: 'assessment-objective', prose: 'Determination' },
                ],
              },
            ],
          },
        ],
      },
    }),
  ],
])('official wording from %s is laid over, outside the shipped data', async (_, text) => {
  const file = join(folder(), 'wording')
  writeFileSync(file, text)
  const laid = await demarc('frameworks', 'overlay', 'cmmc-l2', file)
  expect(laid).toMatchObject({ code: 0 })
  expect(laid.err).toContain('9.9.9')
  const { requirements } = JSON.parse((await demarc('frameworks', 'show', 'cmmc-l2', '--json')).out) as {
    requirements: { id: string; summary: string; official?: string; objectives: { official?: string }[] }[]
  }
  const mfa = requirements.find(({ id }) => id === 'IA.L2-3.5.3')!
  expect(mfa.official).toBe('Official, sentence')
  expect(mfa.summary).not.toBe(mfa.official)
  expect(requirements.find(({ id }) => id === 'AC.L2-3.1.1')!.objectives[0]!.official).toBe('Determination')
})

test.each([
  ['another revision', 'id,text\n03.05.03,Multi-factor authentication\n', 'none of its 1 entries'],
  [
    'another revision as an OSCAL catalog',
    JSON.stringify({
      catalog: {
        controls: [
          {
            id: 'SP_800_171_03.01.01',
            props: [{ name: 'label', value: 'Account Management (03.01.01)' }],
            parts: [{ name: 'statement', prose: 'Other words' }],
          },
        ],
      },
    }),
    'Another revision is another framework',
  ],
  ['prose', 'just some words', 'neither an OSCAL catalog nor a sheet'],
  ['JSON of another kind', '{"catalogue": 1}', 'not an OSCAL catalog'],
])('refuses %s', async (_, text, message) => {
  const file = join(folder(), 'wording')
  writeFileSync(file, text)
  const { code, err } = await demarc('frameworks', 'overlay', 'cmmc-l2', file)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test.each([
  [['frameworks', 'show', 'cmmc'], 'did you mean'],
  [['frameworks', 'shew', 'hipaa'], 'did you mean "show"'],
  [['frameworks', 'show'], 'which framework?'],
  [['frameworks', 'show', 'cmmc-l2', '--requirement', 'IA.L2-3.5.33'], 'did you mean "IA.L2-3.5.3"'],
])('%j is refused with the nearest', async (args, message) => {
  const { code, err } = await demarc(...args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
