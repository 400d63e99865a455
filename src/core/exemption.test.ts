import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { coverage } from './coverage.ts'
import { exemptionsFor } from './exemption.ts'
import { leaver, matrixOf, sampleContext } from './testing/sample-matrix.ts'

const fact = (because: string, part?: string) => ({
  refs: [part === undefined ? 'sample:AC-1[a]' : { ref: 'sample:AC-1[a]', part }],
  because,
  evidence: [{ what: 'signed note' }],
})
const open = { ...leaver, duties: [], covers: ['sample:AC-1[a]'] }

function known(...activities: readonly Activity[]) {
  const matrix = matrixOf(...activities)
  const found = coverage(matrix, sampleContext).objectives.find(({ target }) => target.ref === 'sample:AC-1[a]')!
  return exemptionsFor(found, matrix.activities).map(({ part, because }) => [part, because])
}

test('an open row tells its facts, whole or of its part', () => {
  expect(known({ ...open, notApplicable: [fact('No leavers.'), fact('No plant.', 'the plant')] })).toEqual([
    [undefined, 'No leavers.'],
    ['the plant', 'No plant.'],
  ])
})

test('a row that is in order is silent, and so is a fact about another objective', () => {
  const other = { ...leaver, id: 'other', covers: ['sample:AC-1[a]'], notApplicable: [fact('No other.')] }
  const elsewhere = { ...fact('No such.'), refs: ['sample:AC-3'] }
  expect(known({ ...open, notApplicable: [elsewhere] }, other)).toEqual([])
})
