import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'
import { columnOf } from '../../src/core/requirement-id/scheme.ts'
import type { Scheme } from '../../src/core/requirement-id/scheme.ts'

const frameworks = loadFrameworks()

test.each([
  ['A.5.1', 'ISO/IEC 27001'],
  ['A.9.2.1', 'ISO/IEC 27001'],
  ['Annex A.5.1', 'ISO/IEC 27001'],
  ['Clause 8.2.1', 'ISO/IEC 27001'],
  ['ISO 27001 8.2.1', 'ISO/IEC 27001'],
  ['ISO/IEC 27001:2022 A.5.1', 'ISO/IEC 27001'],
  ['ISO 27002 3.1.1', 'ISO/IEC 27001'],
  ['PCI DSS 3.1.1', 'PCI DSS'],
  ['PCI DSS v4.0.1 Req. 3.1.1', 'PCI DSS'],
  ['PCI 3.1.1, 3.2.1', 'PCI DSS'],
  ['PCI DSS / NIST SP 800-171 3.1.1', 'several schemes'],
  ['HIPAA AC-2', 'stands as an id of HIPAA'],
  ['CIS 3.1', 'CIS Controls'],
  ['CIS Controls v8 3.1', 'CIS Controls'],
  ['PR.AC-1', 'Cybersecurity Framework'],
  ['ID.AM-1', 'Cybersecurity Framework'],
  ['GV.OC-01', 'Cybersecurity Framework'],
  ['IAM-01', 'Cloud Controls Matrix'],
  ['IAM-01.1', 'Cloud Controls Matrix'],
  ['A&A-01', 'Cloud Controls Matrix'],
  ['DSP-07', 'Cloud Controls Matrix'],
  ['CIP-007', 'NERC CIP'],
  ['CIP-007-6 R2', 'NERC CIP'],
  ['DSS05.04', 'COBIT'],
  ['CCI-000015', 'correlation identifiers'],
  ['Art. 32', 'GDPR'],
  ['DSGVO Art. 32', 'GDPR'],
  ['HR-01', 'another scheme'],
  ['NS-1', 'another scheme'],
  ['GOV-12', 'another scheme'],
  ['10.1.1', 'no framework here numbers'],
  ['192.168.3.1.1', 'no framework here numbers'],
  ['3.1.1.1', 'no framework here numbers'],
  ['13.1.1', 'no framework here numbers'],
])('%s is never taken for an id of ours', (text, name) => {
  const recognised = recogniseIds({ text, kind: 'text' }, frameworks)
  expect(recognised).toMatchObject({ kind: 'unknown', found: [] })
  expect(recognised).toHaveProperty('message', expect.stringContaining(name))
})

test.each<[string, Scheme, string]>([
  ['3.1.1', 'pci-dss', 'PCI DSS'],
  ['Req 3.1.1', 'pci-dss', 'PCI DSS'],
  ['3.1.1[a]', 'iso27001', 'ISO/IEC 27001'],
  ['3.1', 'cis', 'CIS Controls'],
  ['3.1.1', 'nist-800-171-r3', 'the frameworks here rest on Rev. 2'],
  ['3.1.1', 'unclear', 'several schemes'],
  ['PS-01', 'c5', 'BSI C5'],
  ['IR-1', 'mcsb', 'Microsoft cloud security benchmark'],
  ['AC-2', 'other', 'another scheme'],
])('%s in a column of %s is not ours', (text, scheme, name) => {
  const recognised = recogniseIds({ text, kind: 'text' }, frameworks, columnOf(scheme))
  expect(recognised).toMatchObject({ kind: 'unknown', found: [] })
  expect(recognised).toHaveProperty('message', expect.stringContaining(name))
})

test('what the cell itself names goes before what the column holds', () => {
  const recognised = recogniseIds({ text: 'NIST SP 800-171 3.1.1', kind: 'text' }, frameworks, columnOf('pci-dss'))
  expect(recognised).toMatchObject({ kind: 'known', found: [{ requirement: 'AC.L2-3.1.1' }] })
})
