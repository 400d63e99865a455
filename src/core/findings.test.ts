import { expect, test } from 'vitest'
import { checks } from './checks/catalogue.ts'
import { coverage } from './coverage.ts'
import { Matrix } from './matrix.ts'
import { findings } from './findings.ts'
import { activityWith, dutyWith, matrixOf, sampleContext, sampleMatrix } from './testing/sample-matrix.ts'

test('the sample is a matrix, without a finding and without an open objective', () => {
  expect(Matrix.parse(sampleMatrix)).toEqual(sampleMatrix)
  expect(findings(sampleMatrix, sampleContext)).toEqual([])
  expect(coverage(sampleMatrix, sampleContext).objectives.map(({ status }) => status)).toEqual(Array(5).fill('settled'))
})

test('every check has its own code', () => {
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length)
})

test('the gravest come first', () => {
  const matrix = matrixOf({
    ...activityWith(dutyWith({ does: 'Assist with access', evidence: [] })),
    title: 'Access control',
  })
  const found = findings(matrix, { ...sampleContext, signed: null })
  expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'error no-evidence',
    'error vague-duty',
    'warning too-broad',
    'note never-signed',
  ])
})

test('a finding carries the code of its check', () => {
  const matrix = matrixOf({
    ...activityWith(dutyWith({ does: 'Yes', party: 'unassigned' })),
    accountable: [],
    covers: ['sample:X'],
    title: 'Security',
  })
  for (const { code, run } of checks)
    expect(run(matrix, sampleContext).every((finding) => finding.code === code)).toBe(true)
})
