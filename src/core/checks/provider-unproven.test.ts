import { expect, test } from 'vitest'
import type { Duty } from '../duty.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkProviderUnproven } from './provider-unproven.ts'

const soc = dutyWith({ party: 'night-soc', does: 'Watch the alerts at night' })
const basis = { document: 'Night SOC responsibility matrix', version: '3', date: '2026-01-01', place: 'row 12' }

test.each<[string, Duty]>([
  ['a provider does it', soc],
  ['a provider does it for itself', { ...soc, own: true }],
  ['a provider pays', { ...soc, kind: 'pays' }],
  ['it names an offering', { ...soc, offering: 'soc' }],
  ['it names evidence', { ...soc, evidence: [{ what: 'SOC 2 report' }] }],
  ['it names a law', { ...soc, source: 'customary' }],
])('a warning when %s and nothing shows it', (_, duty) => {
  expect(checkProviderUnproven(matrixOf(activityWith(dutyWith({}), duty)))).toMatchObject([
    {
      code: 'provider-unproven',
      severity: 'warning',
      at: `activities.${leaver.id}.duties[1].basis`,
      message: expect.stringContaining('Night SOC Inc.') as string,
    },
  ])
})

test.each<[string, Duty]>([
  ['its document is cited', { ...soc, basis }],
  ['only the document’s name is', { ...soc, basis: { document: 'AWS shared responsibility model' } }],
  ['the MSP does it', dutyWith({})],
  ['the client does it', dutyWith({ party: 'client' })],
  ['nobody has taken it', dutyWith({ party: 'unassigned' })],
  ['the MSP pays', dutyWith({ kind: 'pays' })],
])('nothing when %s', (_, duty) => {
  expect(checkProviderUnproven(matrixOf(activityWith(duty)))).toEqual([])
})

test('nothing for the sample', () => {
  expect(checkProviderUnproven(sampleMatrix)).toEqual([])
})
