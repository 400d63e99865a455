import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'

const frameworks = loadFrameworks()

function read(text: string) {
  const recognised = recogniseIds({ text, kind: 'text' }, frameworks)
  const found = 'found' in recognised ? recognised.found : []
  return { recognised, ids: found.map(({ requirement }) => requirement.replace(/^[A-Z]{2}\.L2-/, '')).join(' ') }
}

const letters = (text: string): string =>
  (read(text).recognised as { found: readonly { objectives: readonly string[] }[] }).found
    .flatMap(({ objectives }) => objectives.map((id) => id.at(-2)))
    .join('')

test.each([
  ['3.1.1, 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1,3.1.2', '3.1.1 3.1.2'],
  ['3.1.1; 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1\n3.1.2', '3.1.1 3.1.2'],
  ['3.1.1,\r\n3.1.2,', '3.1.1 3.1.2'],
  ['3.1.1 / 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1 | 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1 & 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1, 3.1.2, and 3.1.3', '3.1.1 3.1.2 3.1.3'],
  ['3.1.1 und 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1 3.1.2', '3.1.1 3.1.2'],
  ['(3.1.1), (3.1.2)', '3.1.1 3.1.2'],
  ['- 3.1.1\n- 3.1.2', '3.1.1 3.1.2'],
  ['3.1.1, 3.1.1', '3.1.1'],
  ['3.10.1-3.10.3', '3.10.1 3.10.2 3.10.3'],
  ['3.10.1 – 3.10.3', '3.10.1 3.10.2 3.10.3'],
  ['3.10.1 to 3.10.3', '3.10.1 3.10.2 3.10.3'],
  ['3.1.1 through 3.1.3', '3.1.1 3.1.2 3.1.3'],
  ['3.1.1 bis 3.1.3', '3.1.1 3.1.2 3.1.3'],
  ['3.1.1 à 3.1.3', '3.1.1 3.1.2 3.1.3'],
  ['AC.L2-3.1.1 – AC.L2-3.1.4', '3.1.1 3.1.2 3.1.3 3.1.4'],
  ['3.1.9-3.1.11', '3.1.9 3.1.10 3.1.11'],
  ['3.1.1-3.1.2, 3.1.5', '3.1.1 3.1.2 3.1.5'],
  ['164.308(a)(1)(ii)(A) - 164.308(a)(1)(ii)(B)', '164.308(a)(1)(ii)(A) 164.308(a)(1)(ii)(B)'],
  ['AC-3 - AC-4', '3.1.1 3.1.2 3.1.3'],
  ['AC-6(1) - AC-6(2)', '3.1.5 3.1.6'],
  ['3.1.1 Limit system access\n3.1.2 Limit transactions', '3.1.1 3.1.2'],
  ['NIST 800-53: AC-4; NIST 800-171: 3.1.2; HIPAA §164.312(b); SOC 2: CC6.1', '3.1.3 3.1.2 164.312(b) CC6.1'],
  ['3.1.1, AC-2', '3.1.1 3.1.2'],
])('every id of %j is known', (text, ids) => {
  expect(read(text).recognised.kind).toBe('known')
  expect(read(text).ids).toBe(ids)
})

test.each([
  ['3.1.1[a]-[f]', 'abcdef'],
  ['3.1.1[a]-[c]', 'abc'],
  ['3.1.1[a] – 3.1.1[c]', 'abc'],
  ['3.1.1[a-c]', 'abc'],
  ['3.1.1[a,b]', 'ab'],
  ['3.1.1[a], [b]', 'ab'],
  ['3.1.1[b][a]', 'ab'],
  ['3.1.1[a], 3.1.1[c]', 'ac'],
  ['3.1.1 a-c', 'abc'],
  ['3.1.1 a, b', 'ab'],
  ['3.1.1(a)-(c)', 'abc'],
  ['3.1.1 [a] through [c]', 'abc'],
])('the objectives of %s', (text, objectives) => {
  expect(read(text).recognised).toMatchObject({ kind: 'known', found: [{ requirement: 'AC.L2-3.1.1' }] })
  expect(letters(text)).toBe(objectives)
})

test.each([
  ['3.1.1-4', ''],
  ['3.1.1 - 4', ''],
  ['3.1.1-', ''],
  ['3.1.1 -\n3.1.3', '3.1.3'],
  ['3.1.1\n- 3.1.3', '3.1.1'],
  ['3.1.3-3.1.1', ''],
  ['3.1.1-3.2.2', ''],
  ['3.1.20-3.1.25', ''],
  ['3.1.0-3.1.2', ''],
  ['3.1.1-3.1.3-3.1.5', ''],
  ['3.1.1[c]-[a]', ''],
  ['3.1.1[a]-[z]', ''],
  ['3.1.1[a]-3.1.2[b]', ''],
  ['3.1.1[a]-3.1.3', ''],
  ['AC.L1-b.1.i - AC.L1-b.1.iii', ''],
  ['CC6.1 - CC7.2', ''],
  ['AC-4 - AC-2', ''],
  ['AC-2 - AU-3', ''],
  ['AC-2(1) - AC-3(2)', ''],
  ['3.1.1 - AC-4', ''],
  ['3.1.1 or 3.1.2', ''],
  ['3.1.1, 3.1.99', '3.1.1'],
  ['3.1.1, A.5.1', '3.1.1'],
  ['AC-4 to AC-9', '3.1.3 3.1.4 3.1.5 3.1.8 3.1.9'],
])('%j is not taken whole', (text, ids) => {
  expect(read(text).recognised.kind).toBe('unknown')
  expect(read(text).ids).toBe(ids)
})

test.each([
  ['3.1.1 - Limit system access', 'Limit system access'],
  ['3.1.1-Limit system access', 'Limit system access'],
  ['3.1.1 Limit system access', 'Limit system access'],
  ['3.1.1: limit system access', 'limit system access'],
  ['3.1.1, Limit system access', 'Limit system access'],
  ['3.1.1\nLimit system access', 'Limit system access'],
  ['AC.L2-3.1.1 Authorized Access Control [CUI Data]', 'Authorized Access Control [CUI Data]'],
  ['AC-2: Account Management', 'Account Management'],
  ['AC-2 – Account Management – “Joiners”', 'Account Management – “Joiners”'],
  ['CC6.1 – Logical access', 'Logical access'],
  ['164.312(b) Audit controls (TLS 1.2)', 'Audit controls (TLS 1.2)'],
  ['3.1.1[a] Users are identified', 'Users are identified'],
  ['3.1.1 A policy exists', 'A policy exists'],
  ['3.6.3 Determine if [a] the capability is tested', 'Determine if [a] the capability is tested'],
])('%j is one id and its title', (text, rest) => {
  expect(read(text).recognised).toMatchObject({ kind: 'known', rest })
})

test.each([
  ['3.1.1 except [c]', ''],
  ['3.1.1 (partial)', ''],
  ['3.1.1 (M365 only)', ''],
  ['3.1.1 - not used', ''],
  ['3.1.1 / N/A', ''],
  ['3.1.1 teilweise', ''],
  ['3.1.1 of the guide', ''],
  ['3.1.1 (Rev 3)', ''],
  ['3.1.1 Rev. 3', ''],
  ['3.1.1 (800-171r3)', ''],
  ['3.1.1 ii', ''],
  ['AC-4 [Withdrawn: moved]', ''],
  ['3.1.1 = 3.1.2', '3.1.1'],
  ['3.1.1 is met by 3.1.2', ''],
  ['3.1.1 Limit access\n[a] users', ''],
  ['3.1.1 (PCI DSS)', ''],
  ['3.1.1 ISO 27001 clause', ''],
  ['3.1.1-3.1.3 except 3.1.2', ''],
  ['3.1.1 (AC-2)', '3.1.1'],
  ['3.1.1 Limit access, as AC‑2 does', '3.1.1'],
  ['3.1.1 - Limit access (with 3.1.2)', '3.1.1'],
])('what the words of %j do to the id is not guessed', (text, ids) => {
  expect(read(text).recognised.kind).toBe('unknown')
  expect(read(text).ids).toBe(ids)
})

test.each([
  '',
  ' ',
  'see also 3.1.1 of the guide',
  'not 3.1.1',
  'v3.1.1',
  'N/A',
  'TBD',
  'Access Control',
  '３.１.１',
  'NIST 800-171',
  '—',
])('%j names nothing', (text) => {
  expect(read(text).recognised).toEqual({ kind: 'none' })
})
