import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken, slug, statementToken, tokenOf, tokenPattern } from './token.ts'

test.each([
  ['cmmc-l2', 'AC.L2-3.1.1', 'cmmc-l2_AC.L2-3.1.1'],
  ['cmmc-l2', 'AC.L2-3.1.1[a]', 'cmmc-l2_AC.L2-3.1.1_obj.a'],
  ['hipaa', '164.308(a)(1)(ii)(A)', 'hipaa_164.308_a_1_ii_A'],
  ['soc2', 'CC6.1', 'soc2_CC6.1'],
  ['27001', 'A.5.1', '_27001_A.5.1'],
  ['odd', 'Art. 32 §1', 'odd__Art._20_32_20__a7_1'],
  ['odd', 'a(smt)', 'odd__a_28_smt_29_'],
])('%s %s is the token %s, and back', (framework, id, token) => {
  expect(tokenOf(framework, id)).toBe(token)
  expect(readToken(token)).toEqual({ framework, id })
})

test('an objective that is its requirement is the one statement of it', () => {
  expect(statementToken('soc2', 'CC6.1', 'CC6.1')).toBe('soc2_CC6.1_smt')
  expect(readToken('soc2_CC6.1_smt')).toEqual({ framework: 'soc2', id: 'CC6.1' })
  expect(statementToken('cmmc-l2', 'AC.L2-3.1.1', 'AC.L2-3.1.1[a]')).toBe('cmmc-l2_AC.L2-3.1.1_obj.a')
})

const framework = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/)
const id = fc.oneof(
  fc.stringMatching(/^[A-Z0-9.]{1,4}(\([a-z0-9]{1,3}\)){0,2}(\[[a-z]\])?$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom('a_smt', 'a(smt)', 'a(smt', 'a_28_smt', '(a)', '_', 'a(obj)', 'a(b)[c]', 'a[b](c)', 'obj.a'),
)

test('any id of any framework has a legal token of its own that leads back, as a control and as a statement', () => {
  fc.assert(
    fc.property(framework, id, (of, published) => {
      for (const token of [tokenOf(of, published), statementToken(of, published, published)]) {
        expect(token).toMatch(tokenPattern)
        expect(readToken(token)).toEqual({ framework: of, id: published })
      }
      expect(tokenOf(of, published)).not.toBe(statementToken(of, published, published))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['office manager', 'office-manager'],
  ['  HR / Payroll  lead ', 'hr-payroll-lead'],
  ['Geschäftsführer', 'geschäftsführer'],
  ['安全负责人', '安全负责人'],
  ['!?', ''],
])('the role “%s” as a part of a token: %s', (role, part) => {
  expect(slug(role)).toBe(part)
})
