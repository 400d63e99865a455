import { expect, test } from 'vitest'
import { matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkNeverSigned } from './never-signed.ts'

test.each([
  ['the sample', sampleMatrix],
  ['an empty matrix', matrixOf()],
])('a note for %s when it is known that nobody ever signed', (_, matrix) => {
  expect(checkNeverSigned(matrix, { ...sampleContext, signed: null })).toMatchObject([
    { code: 'never-signed', severity: 'note', activity: null, at: 'agreement' },
  ])
})

test.each([
  ['history is not known', sampleContext],
  ['this very matrix was signed', { ...sampleContext, signed: sampleMatrix }],
  ['an older one was signed', { ...sampleContext, signed: matrixOf() }],
])('nothing when %s', (_, context) => {
  expect(checkNeverSigned(sampleMatrix, context)).toEqual([])
})
