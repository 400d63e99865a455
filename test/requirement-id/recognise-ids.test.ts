import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'
import { columnOf } from '../../src/core/requirement-id/scheme.ts'
import type { ColumnScheme } from '../../src/core/requirement-id/scheme.ts'

const frameworks = loadFrameworks()

/** `AC.L2-3.1.1[ab] AC.L2-3.1.2`: letters where it is not whole; `<AC-2>` where it is translated. */
function found(text: string, column?: ColumnScheme): string {
  const recognised = recogniseIds({ text, kind: 'text' }, frameworks, column)
  if (recognised.kind === 'none') return 'none'
  if (recognised.kind === 'damaged') return 'damaged'
  const ids = recognised.found.map(({ framework, requirement, objectives, translatedFrom }) => {
    const all = frameworks.get(framework)!.requirements.find(({ id }) => id === requirement)!.objectives
    const letters = objectives.map((id) => id.slice(requirement.length + 1, -1)).join('')
    const part = objectives.length === all.length ? '' : `[${letters}]`
    return `${requirement}${part}${translatedFrom === undefined ? '' : `<${translatedFrom}>`}`
  })
  return [...(recognised.kind === 'unknown' ? ['unknown'] : []), ...ids].join(' ')
}

function message(text: string, column?: ColumnScheme): string {
  const recognised = recogniseIds({ text, kind: 'text' }, frameworks, column)
  return 'message' in recognised ? recognised.message : recognised.kind
}

const nist = columnOf('nist-800-171')
const trust = columnOf('soc2')

test.each([
  ['AC.L2-3.1.1', 'AC.L2-3.1.1'],
  ['AC.L2-3.1.1[a]', 'AC.L2-3.1.1[a]'],
  ['AC.L2-3.1.1a', 'AC.L2-3.1.1[a]'],
  ['AC.L2-3.1.1.e', 'AC.L2-3.1.1[e]'],
  ['3.1.1', 'AC.L2-3.1.1'],
  ['3.1.1.', 'AC.L2-3.1.1'],
  ['3.1.1[a]', 'AC.L2-3.1.1[a]'],
  ['3.1.1 [a]', 'AC.L2-3.1.1[a]'],
  ['3.1.1.[a]', 'AC.L2-3.1.1[a]'],
  ['3.1.1[ A ]', 'AC.L2-3.1.1[a]'],
  ['3.1.1(a)', 'AC.L2-3.1.1[a]'],
  ['3.1.1 (a), (b)', 'AC.L2-3.1.1[ab]'],
  ['3.1.10', 'AC.L2-3.1.10'],
  ['3.13.11', 'SC.L2-3.13.11'],
  ['ac.l2‑3.1.1', 'AC.L2-3.1.1'],
  [' AC.L2 – 3.1.1 ', 'AC.L2-3.1.1'],
  ['\ufeffAC.L2-\u200b3.1.1', 'AC.L2-3.1.1'],
  ['NIST 800-171 3.1.1', 'AC.L2-3.1.1'],
  ['NIST SP 800-171 R2 3.1.1', 'AC.L2-3.1.1'],
  ['NIST SP 800-171 Rev. 2: 3.1.1', 'AC.L2-3.1.1'],
  ['NIST SP 800-171 & CMMC: 3.1.1', 'AC.L2-3.1.1'],
  ['Control #: AC.L2-3.1.1', 'AC.L2-3.1.1'],
  ['SP 800-171A 3.1.1[a]', 'AC.L2-3.1.1[a]'],
  ['CMMC L2 AC.L2-3.1.1', 'AC.L2-3.1.1'],
  ['CMMC 2.0 Level 2: 3.1.1', 'AC.L2-3.1.1'],
  ['NIST 800-171 Requirement 3.1.1', 'AC.L2-3.1.1'],
  ['Practice AC.L2-3.1.1', 'AC.L2-3.1.1'],
  ['="3.1.1"', 'AC.L2-3.1.1'],
  ['**3.1.1**', 'AC.L2-3.1.1'],
  ['• 3.1.1', 'AC.L2-3.1.1'],
  ['(3.1.1)', 'AC.L2-3.1.1'],
])('a requirement of NIST SP 800-171: %s', (text, ids) => {
  expect(found(text)).toBe(ids)
})

test.each([
  ['3.1.1.a', 'unknown', 'AC.L2-3.1.1[a]'],
  ['3.1.1a', 'unknown', 'AC.L2-3.1.1[a]'],
  ['3.1.1e', 'unknown', 'unknown'],
  ['Requirement 3.1.1', 'unknown', 'AC.L2-3.1.1'],
  ['Section 3.1.1', 'unknown', 'AC.L2-3.1.1'],
])('%s is only sure in a column of NIST SP 800-171', (text, alone, inColumn) => {
  expect(found(text)).toBe(alone)
  expect(found(text, nist)).toBe(inColumn)
})

test.each([
  ['AC.L1-3.1.1', 'AC.L2-3.1.1<AC.L1-3.1.1>'],
  ['AC.L1-3.1.1[a]', 'AC.L2-3.1.1[a]<AC.L1-3.1.1[a]>'],
  ['AC.L1-b.1.i', 'AC.L2-3.1.1<AC.L1-b.1.i>'],
  ['AC.L1-B.1.IV', 'AC.L2-3.1.22<AC.L1-B.1.IV>'],
  ['PE.L1-b.1.ix', 'PE.L2-3.10.3<PE.L1-b.1.ix> PE.L2-3.10.4<PE.L1-b.1.ix> PE.L2-3.10.5<PE.L1-b.1.ix>'],
  ['FAR 52.204-21(b)(1)(i)', 'AC.L2-3.1.1<FAR 52.204-21(b)(1)(i)>'],
])('a practice of CMMC Level 1 leads to Level 2, translated: %s', (text, ids) => {
  expect(found(text)).toBe(ids)
})

test.each([
  ['AU.L2-3.1.1', 'belongs to AC, not to AU'],
  ['AC.L2-3.1.99', 'no requirement 3.1.99'],
  ['3.1.23', 'no requirement 3.1.23'],
  ['3.15.1', 'no requirement 3.15.1'],
  ['3.1.01', 'no requirement 3.1.01'],
  ['3.01.1', 'no requirement 3.01.1'],
  ['3.1.1[g]', 'no objective [g]'],
  ['AC.L1-3.1.3', 'no practice of CMMC Level 1'],
  ['AC.L1-b.1.xvi', 'no practice of CMMC Level 1'],
  ['PE.L1-b.1.ix[a]', 'say which one'],
  ['AC.1.001', 'CMMC 1.0'],
  ['AC.2.006', 'CMMC 1.0'],
  ['AC.L3-3.1.2e', 'SP 800-172'],
  ['3.1.1e', 'SP 800-172'],
  ['03.01.01', 'Rev. 3'],
  ['03.01.01.a', 'Rev. 3'],
  ['03.01.01.a.01', 'Rev. 3'],
  ['A.03.01.01[01]', 'Rev. 3'],
  ['A.03.01.01.ODP[01]', 'Rev. 3'],
  ['SP_800_171_03.01.01', 'Rev. 3'],
  ['NIST SP 800-171 Rev. 3 3.1.1', 'Rev. 3'],
  ['800-171r3: 3.1.1', 'Rev. 3'],
  ['AC-3.1.1', 'if AC.L2-3.1.1 is meant, write it so'],
  ['AC L2-3.1.1', 'if AC.L2-3.1.1 is meant, write it so'],
  ['AC.L2-3.1.1[zz]', 'not written as an id'],
  ['3.1', 'a family of NIST SP 800-171 (Access Control), not a requirement'],
  ['3.10 Physical Protection', 'a family of NIST SP 800-171 (Physical Protection)'],
])('what leads nowhere is said: %s', (text, why) => {
  expect(found(text)).toBe('unknown')
  expect(message(text)).toContain(why)
})

test.each([
  ['AC-2', 'AC.L2-3.1.1<AC-2> AC.L2-3.1.2<AC-2>'],
  ['AC-02', 'AC.L2-3.1.1<AC-02> AC.L2-3.1.2<AC-02>'],
  ['ac-4', 'AC.L2-3.1.3<ac-4>'],
  ['AC-4(a)', 'AC.L2-3.1.3<AC-4(a)>'],
  ['AC-4 (a)', 'AC.L2-3.1.3<AC-4 (a)>'],
  ['AC-4 a.', 'AC.L2-3.1.3<AC-4 a.>'],
  ['AC-4a.1.', 'AC.L2-3.1.3<AC-4a.1.>'],
  ['AC-4 Part a', 'AC.L2-3.1.3<AC-4 Part a>'],
  ['AC-4(a)(1)', 'AC.L2-3.1.3<AC-4(a)(1)>'],
  ['AC-6(1)', 'AC.L2-3.1.5<AC-6(1)>'],
  ['AC-06 (01)', 'AC.L2-3.1.5<AC-06 (01)>'],
  ['AC-6 (1)', 'AC.L2-3.1.5<AC-6 (1)>'],
  ['AC-6(1)(a)', 'AC.L2-3.1.5<AC-6(1)(a)>'],
  ['ac-6.1', 'AC.L2-3.1.5<ac-6.1>'],
  ['ac-4_smt.a', 'AC.L2-3.1.3<ac-4_smt.a>'],
  ['ac-6.1_smt.a', 'AC.L2-3.1.5<ac-6.1_smt.a>'],
  ['NIST 800-53 AC-4', 'AC.L2-3.1.3<AC-4>'],
  ['NIST SP 800-53 Rev. 5 AC-4', 'AC.L2-3.1.3<AC-4>'],
  ['NIST SP 800-53 Rev 4 SC-19', 'SC.L2-3.13.14<SC-19>'],
  ['AC-04 (L)(M)(H)', 'AC.L2-3.1.3<AC-04>'],
  ['SC-45(1)', 'AU.L2-3.3.7<SC-45(1)>'],
])('a control of NIST SP 800-53 is translated by the published mapping: %s', (text, ids) => {
  expect(found(text)).toBe(ids)
})

test.each([
  ['AC-1', 'no counterpart in NIST SP 800-171'],
  ['AC-1(a)(1)', 'no counterpart'],
  ['AC-2(1)', 'AC-2(1) has no counterpart'],
  ['AC-02 (01)', 'AC-2(1) has no counterpart'],
  ['ac-2.1', 'AC-2(1) has no counterpart'],
  ['AC-2(1)(a)', 'AC-2(1) has no counterpart'],
  ['AC-02 (01) Account Management | Automated', 'no counterpart'],
  ['SC-19', 'from Rev. 4 leads to SC.L2-3.13.14'],
  ['IA-2(3)', 'from Rev. 4 leads to IA.L2-3.5.3'],
  ['AC-26', 'has no control AC-26'],
  ['AC-2 (1)(2)', 'several enhancements'],
  ['AC-2.1', 'not written as an id'],
  ['AC-2(1), (3)', 'not written as an id'],
  ['AC-2-1', 'not written as an id'],
  ['AC-2-X', 'not written as an id'],
  ['AC-2z', 'not written as an id'],
  ['AC-2(z)', 'not written as an id'],
])('a control without a counterpart is said: %s', (text, why) => {
  expect(found(text)).toBe('unknown')
  expect(message(text)).toContain(why)
})

test.each([
  ['164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(A)'],
  ['§164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(A)'],
  ['§ 164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(A)'],
  ['45 CFR 164.308 (a)(1)(ii)(A)', '164.308(a)(1)(ii)(A)'],
  ['45 C.F.R. § 164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(A)'],
  ['45 CFR Part 164 Subpart C § 164.312(b)', '164.312(b)'],
  ['HIPAA 164.312(b)', '164.312(b)'],
  ['HIPAA Security Rule §164.312(b): Audit controls', '164.312(b)'],
  ['164.308 (a) (1) (ii) (A)', '164.308(a)(1)(ii)(A)'],
  ['164.312(a)(2)(i) (R)', '164.312(a)(2)(i)'],
  ['164.310(a)(2)(i) (A)', '164.310(a)(2)(i)'],
  ['164.404(a)(1)', '164.404(a)(1)'],
  ['164.406(a)-(c)', '164.406(a)-(c)'],
  ['164.408(a)–(b)', '164.408(a)-(b)'],
  ['164.314(a)(2)(i)-(iii)', '164.314(a)(2)(i) 164.314(a)(2)(ii) 164.314(a)(2)(iii)'],
  ['164.308(a)(8); 164.404(b)', '164.308(a)(8) 164.404(b)'],
])('a paragraph of the HIPAA rules: %s', (text, ids) => {
  expect(found(text)).toBe(ids)
})

test.each([
  ['164.308(a)(1)', '164.308(a)(1)(i), 164.308(a)(1)(ii)(A)'],
  ['164.308', 'and 18 more; say which'],
  ['164.406', 'it holds 164.406(a)-(c); say which'],
  ['164.406(a)', '164.406(a)-(c)'],
  ['164.308(a)(1)(II)(a)', 'for 164.308(a)(1)(ii)(A), write it so'],
  ['164.312(a)(2)(i) (A)', 'is a part of 164.312(a)(2)(i)'],
  ['164.404(c)(1)', 'is a part of 164.404(c)'],
  ['164.502(b)', 'no requirement of the HIPAA rules that stand here'],
  ['164.308(a)(1)(ii)(A)-(Z)', 'an end of the range'],
  ['164.308(a)(1)(ii)(C)-(A)', 'backwards'],
  ['164.308(a)(1)(ii)(A', 'not written as an id'],
  ['164.308(a)(1)(ii)(A), (B)', 'not written as an id'],
])('a paragraph that is not one requirement is said: %s', (text, why) => {
  expect(found(text)).toMatch(/^unknown/)
  expect(message(text)).toContain(why)
})

test.each([
  ['CC6.1', 'CC6.1'],
  ['CC 6.1', 'CC6.1'],
  ['CC6.1.', 'CC6.1'],
  ['cc6.1', 'CC6.1'],
  ['SOC 2 A1.2', 'A1.2'],
  ['SOC2: C1.1', 'C1.1'],
  ['TSC PI1.4, P4.2', 'PI1.4 P4.2'],
  ['CC6.1, A1.2', 'CC6.1 A1.2'],
  ['A1.2, CC6.1', 'A1.2 CC6.1'],
  ['CC6.1-CC6.3', 'CC6.1 CC6.2 CC6.3'],
])('a criterion of SOC 2: %s', (text, ids) => {
  expect(found(text)).toBe(ids)
})

test.each(['A1.2', 'C1.1', 'PI1.4', 'P4.2'])('%s is a criterion only among those of SOC 2', (id) => {
  expect(found(id)).toBe('unknown')
  expect(found(id, trust)).toBe(id)
  expect(found(id, columnOf('iso27001'))).toBe('unknown')
})

test.each([
  ['CC6.1.3', 'point of focus'],
  ['CC6.1-POF3', 'point of focus'],
  ['CC6.1 POF 3', 'point of focus'],
  ['CC6', 'CC6.1, CC6.2'],
  ['CC6.10', 'no criterion CC6.10'],
  ['6.1', 'write CC6.1 or P6.1'],
])('what is no criterion is said: %s', (text, why) => {
  expect(found(text, trust)).toBe('unknown')
  expect(message(text, trust)).toContain(why)
})

test.each([
  ['AC-1', ['AC-1']],
  ['AC-1, AC-2(1)', ['AC-1', 'AC-2(1)']],
  ['AC-1, AC-2', ['AC-1']],
  ['AC-1, AC-99', undefined],
  ['AC-26', undefined],
])('of %s no mapping leads here from %j', (text, without) => {
  const read = recogniseIds({ text, kind: 'text' }, frameworks)
  expect(read.kind === 'unknown' ? read.without : 'known').toEqual(without)
})
