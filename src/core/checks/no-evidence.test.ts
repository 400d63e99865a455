import { expect, test } from 'vitest'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import type { Duty } from '../duty.ts'
import { checkNoEvidence } from './no-evidence.ts'

const { evidence: _, ...bare } = dutyWith({})

test.each<[string, Duty]>([
  ['none is listed', bare],
  ['the list is empty', dutyWith({ evidence: [] })],
  ['it says "N/A"', dutyWith({ evidence: [{ what: 'N/A' }] })],
  ['it says "TBD"', dutyWith({ evidence: [{ what: 'TBD' }] })],
  ['it says "evidence"', dutyWith({ evidence: [{ what: 'evidence' }] })],
  ['it is a dash', dutyWith({ evidence: [{ what: '-' }] })],
  ['who pays shows nothing', { ...bare, party: 'client', kind: 'pays' }],
])('an error when %s', (_case, duty) => {
  expect(checkNoEvidence(matrixOf(activityWith(duty)))).toMatchObject([
    {
      code: 'no-evidence',
      severity: 'error',
      at: `activities.${leaver.id}.duties[0].evidence`,
      message: expect.stringContaining(duty.does) as string,
    },
  ])
})

test.each<[string, Duty]>([
  ['a ticket', dutyWith({})],
  ['a named artefact among blanks', dutyWith({ evidence: [{ what: 'N/A' }, { what: 'signed list' }] })],
  ['an export with its place', dutyWith({ evidence: [{ what: 'directory export', keptAt: 'client folder' }] })],
  ['a hashed file', dutyWith({ evidence: [{ what: 'report.pdf', sha256: 'a'.repeat(64) }] })],
  ['a duty that nobody has taken', { ...bare, party: 'unassigned' }],
  ['an invoice of who pays', dutyWith({ kind: 'pays', evidence: [{ what: 'invoice' }] })],
])('nothing for %s', (_case, duty) => {
  expect(checkNoEvidence(matrixOf(activityWith(duty)))).toEqual([])
})

test('nothing for the sample', () => {
  expect(checkNoEvidence(sampleMatrix)).toEqual([])
})
