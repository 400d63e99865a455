import { expect, test } from 'vitest'
import type { Cover } from '../activity.ts'
import type { Decision } from '../decision.ts'
import { leaver, matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkUnknownRequirement } from './unknown-requirement.ts'

const covering = (...covers: readonly Cover[]) => matrixOf({ ...leaver, covers })
const deciding = (ref: string) => ({
  ...sampleMatrix,
  decisions: [{ ref, kind: 'accepted-risk', by: 'A', reason: 'Small', date: '2026-01-01' } satisfies Decision],
})

test.each([
  [
    'an objective that does not exist',
    covering('sample:AC-1[c]'),
    `activities.${leaver.id}.covers[0]`,
    'Did you mean AC-1[a]?',
  ],
  [
    'a slip of the finger',
    covering('sample:AC-2', 'sample:AD-3'),
    `activities.${leaver.id}.covers[1]`,
    'Did you mean AC-3?',
  ],
  [
    'a whole requirement',
    covering('sample:AC-1'),
    `activities.${leaver.id}.covers[0]`,
    'Cite its objectives [a] to [b]',
  ],
  [
    'a part of one that does not exist',
    covering({ ref: 'sample:XX-7', part: 'the MSP’s' }),
    `activities.${leaver.id}.covers[0]`,
    'has no such id',
  ],
  [
    'a framework that was not chosen',
    covering('samples:AC-2'),
    `activities.${leaver.id}.covers[0]`,
    'Did you mean "sample"?',
  ],
  ['a framework out of the blue', covering('pci-dss:1.1'), `activities.${leaver.id}.covers[0]`, 'not about "pci-dss"'],
  ['a decision on nothing', deciding('sample:AC-7'), 'decisions[0].ref', 'Did you mean AC-2?'],
  ['a decision in another framework', deciding('soc2:CC6.1'), 'decisions[0].ref', 'not about "soc2"'],
])('an error for %s', (_, matrix, at, advice) => {
  const findings = checkUnknownRequirement(matrix, sampleContext)
  expect(findings).toMatchObject([{ code: 'unknown-requirement', severity: 'error', at }])
  expect(findings[0]!.message).toContain(advice)
})

test('one error for a framework that nobody here knows', () => {
  const findings = checkUnknownRequirement(
    { ...covering('sampel:A', 'sampel:B'), frameworks: [{ id: 'sampel', assessed: 'client' }] },
    sampleContext,
  )
  expect(findings).toMatchObject([
    { at: 'frameworks[0].id', message: expect.stringContaining('Did you mean "sample"?') as string },
  ])
})

test.each([
  ['the sample', sampleMatrix],
  ['objectives', covering('sample:AC-1[a]', 'sample:AC-1[b]')],
  ['a requirement that is its own objective', covering('sample:AC-2')],
  ['a part of an objective', covering({ ref: 'sample:AC-2', part: 'the MSP’s systems' })],
  ['no citation', covering()],
  ['a decision on an objective', deciding('sample:AC-1[a]')],
  ['a decision on a whole requirement', deciding('sample:AC-1')],
])('nothing for %s', (_, matrix) => {
  expect(checkUnknownRequirement(matrix, sampleContext)).toEqual([])
})
