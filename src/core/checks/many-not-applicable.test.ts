import { expect, test } from 'vitest'
import type { Framework } from '../framework.ts'
import { matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkManyNotApplicable } from './many-not-applicable.ts'

const [known] = sampleContext.frameworks.values()
const [first] = known!.requirements
const large: Framework = {
  ...known!,
  requirements: Array.from({ length: 40 }, (_, index) => ({
    ...first!,
    id: `R-${index}`,
    objectives: [{ id: `R-${index}`, summary: 'something' }],
  })),
}

test.each([
  ['nothing', 0, []],
  ['a quarter', 10, []],
  ['more than a quarter', 11, ['warning']],
  ['half', 20, ['warning']],
  ['most of it', 21, ['error']],
  ['all of it', 40, ['error']],
])('%s decided away', (_, count, severities) => {
  const decisions = Array.from({ length: count }, (__, index) => ({
    ref: `${large.id}:R-${index}`,
    kind: 'not-applicable' as const,
    by: 'Ada Lowe, compliance officer',
    reason: 'No system in scope has a modem',
    date: '2026-10-01',
  }))
  const context = { ...sampleContext, frameworks: new Map([[large.id, large]]) }
  const found = checkManyNotApplicable({ ...matrixOf(), frameworks: sampleMatrix.frameworks, decisions }, context)
  expect(found.map(({ severity }) => severity)).toEqual(severities)
})
