import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { schemeOf } from '../../src/core/requirement-id/column-scheme.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'
import { schemesNamed } from '../../src/core/requirement-id/scheme.ts'
import type { Scheme } from '../../src/core/requirement-id/scheme.ts'

const frameworks = loadFrameworks()
const every = frameworks.get('cmmc-l2')!.requirements.map(({ id }) => id.slice(6))
const texts = (values: readonly string[]) => values.map((text) => ({ text, kind: 'text' as const }))
const column = (values: readonly string[], headings?: readonly string[]) =>
  schemeOf(texts(values), frameworks, headings)

test.each<[string, readonly string[], readonly string[], Scheme]>([
  ['all of NIST SP 800-171', every, [], 'nist-800-171'],
  ['a slip among them', [...every, '3.1.99', '10.1.1'], [], 'nist-800-171'],
  ['a number that is nobody’s beside two', ['3.1.1', '3.1.2', '3.99.1'], [], 'nist-800-171'],
  ['a number of Rev. 3 beside two', ['3.1.1', '3.1.2', '3.15.1'], [], 'unclear'],
  ['two numbers that are nobody’s', ['3.1.1', '3.1.2', '3.99.1', '3.98.1'], [], 'unclear'],
  ['their family headings among them', [...every, '3.1', '3.10 Physical Protection'], [], 'nist-800-171'],
  ['one alone', ['3.1.1'], [], 'nist-800-171'],
  ['controls and criteria beside them', ['3.1.1', 'AC-2', 'CC6.1', '164.312(b)', 'PR.AC-1'], [], 'nist-800-171'],
  ['numbers that are not of it', ['1.1.1', '2.2.3', '12.10.1', '3.1.1'], [], 'unclear'],
  ['PCI DSS requirement 3 alone', ['3.1.1', '3.3.1.1', '3.7.9', '3.5.1'], [], 'unclear'],
  ['ids of ISO 27001', ['A.5.1', 'A.5.2', 'A.8.1.1', '3.1.1'], [], 'iso27001'],
  ['one id of ISO 27001 among a few', ['3.1.1', '3.4.1', 'A.8.1', '3.13.8'], [], 'nist-800-171'],
  ['one id written as nobody publishes it', ['3.1.1', '3.4.1', 'AC.L2-3.4.1.2', '3.13.8'], [], 'nist-800-171'],
  ['one name of PCI DSS among a few', ['3.1.1', '3.4.1', 'PCI DSS 3.2.1', '3.13.8'], [], 'unclear'],
  ['one id of PCI DSS at its top', ['3.1.1', '3.4.1', '3.13.8'], ['PCI DSS 3.2.1'], 'nist-800-171'],
  ['one id of Rev. 3 among a few', ['3.1.1', '3.4.1', '03.01.05', '3.13.8'], [], 'unclear'],
  ['names of PCI DSS', ['PCI DSS 3.2.1', 'PCI DSS 3.3.1', '3.1.1'], [], 'pci-dss'],
  ['ids of Rev. 3', ['03.01.01', '03.01.02', '3.1.1'], [], 'nist-800-171-r3'],
  ['Rev. 3 without its zeros', [...every.slice(0, 30), '3.15.1', '3.16.1', '3.17.1'], [], 'unclear'],
  ['a heading of PCI DSS', ['3.1.1', '3.1.2'], ['PCI DSS v4.0 requirement'], 'pci-dss'],
  ['a heading of Rev. 3', ['3.1.1'], ['NIST SP 800-171 Rev. 3'], 'nist-800-171-r3'],
  ['a heading of CIS', ['3.1.1'], ['Control', 'CIS Controls v8'], 'cis'],
  ['a heading of two schemes', every, ['NIST 800-171 / PCI DSS'], 'unclear'],
  ['a heading of it over a few slips', ['3.1.1', '3.1.2', '1.1.1'], ['NIST SP 800-171'], 'nist-800-171'],
  ['a heading of it over another scheme', ['3.1.1', '1.1.1', '2.1.1'], ['NIST SP 800-171'], 'unclear'],
  ['the nearest heading that names one', ['3.1.1'], ['ID', 'CMMC practice', 'PCI DSS'], 'nist-800-171'],
])('bare numbers in a column with %s', (_, values, headings, scheme) => {
  const hint = column(values, headings)
  expect(hint.numbered).toBe(scheme)
  const { kind } = recogniseIds({ text: '3.1.1', kind: 'text' }, frameworks, hint)
  expect(kind).toBe(scheme === 'nist-800-171' ? 'known' : 'unknown')
})

test.each<[readonly string[], readonly string[], string | undefined]>([
  [['3.1.1', '3.4.1', 'PCI DSS 3.2.1'], [], 'PCI DSS 3.2.1'],
  [['3.1.1', '1.1.1', '2.1.1'], [], '1.1.1'],
  [['3.1.1', '3.1.2'], ['PCI DSS v4.0'], undefined],
  [['3.1.1', 'A.8.1', '3.1.2'], [], undefined],
])('the cell in %j for which bare numbers are not read', (values, headings, cause) => {
  expect(column(values, headings).cause?.text).toBe(cause)
})

test('numbers such as 1.1 among the ids are another scheme’s', () => {
  const cells = [{ text: '1.1', kind: 'number' as const }, ...texts(['3.1.1'])]
  expect(schemeOf(cells, frameworks).numbered).toBe('unclear')
})

test.each<[readonly string[], readonly string[], Scheme]>([
  [['AC-2', 'AU-3'], [], 'nist-800-53'],
  [['AC-2', 'IAM-02'], [], 'nist-800-53'],
  [['AC-2', 'SC-19'], ['NIST 800-53 Rev4'], 'nist-800-53-r4'],
  [['AC-2'], ['FedRAMP control'], 'nist-800-53'],
  [['NS-1', 'IM-1', 'IR-1', 'AC-2'], [], 'unclear'],
  [['PS-01', 'HR-01'], [], 'unclear'],
  [['AC-01', 'AC-31'], [], 'unclear'],
  [['PS-01'], ['BSI C5:2020'], 'c5'],
])('bare codes such as %j under %j', (values, headings, scheme) => {
  expect(column(values, headings).coded).toBe(scheme)
})

test.each<[readonly string[], readonly string[], Scheme]>([
  [['CC6.1', 'A1.2', 'C1.1'], [], 'soc2'],
  [['A1.2'], ['SOC 2 criteria'], 'soc2'],
  [['A1.2', 'SOC 2 C1.1'], [], 'soc2'],
  [['A1.2', 'C1.1'], [], 'unclear'],
  [['CC6.1', 'A1.2', 'C3.4', 'P9.9'], [], 'unclear'],
])('bare letters such as %j under %j', (values, headings, scheme) => {
  expect(column(values, headings).lettered).toBe(scheme)
})

test('the schemes of a column, the commonest first', () => {
  expect(column(['AC-2', 'CC6.1', 'CC6.2', '164.312(b)', 'CC6.3', 'AC-3']).schemes).toEqual([
    'soc2',
    'nist-800-53',
    'hipaa',
  ])
})

test.each<[string, readonly Scheme[]]>([
  ['NIST SP 800-171 Rev. 2', ['nist-800-171']],
  ['NIST SP 800-171r3', ['nist-800-171-r3']],
  ['NIST 800‑53', ['nist-800-53']],
  ['NIST 800-53 Rev. 4 control', ['nist-800-53-r4']],
  ['FedRAMP Rev 5 Control ID', ['nist-800-53']],
  ['CMMC Practice ID', ['nist-800-171']],
  ['HITRUST CSF', ['hitrust']],
  ['NIST CSF', ['csf']],
  ['CIS/CRM Worksheet', []],
  ['Precise topics', []],
  ['SOC 2 / ISO 27001', ['soc2', 'iso27001']],
])('%s names %j', (heading, schemes) => {
  expect(schemesNamed(heading)).toEqual(schemes)
})
