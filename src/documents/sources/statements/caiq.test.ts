import { describe, expect, test } from 'vitest'
import { caiqKey, caiqOwnership } from '../../../core/claims/caiq-words.ts'
import { readCaiq } from './caiq.ts'

describe('the ownership of a question', () => {
  test.each([
    ['CSP-owned', 'Yes', 'provider'],
    ['CSC-owned', 'NA', 'unclear'],
    ['CSC-owned', 'No', 'client'],
    ['Shared CSP and CSC', 'Yes', 'shared'],
    ['Shared  CSP and CSC ', undefined, 'shared'],
    ['N/A', 'NA', 'not-applicable'],
    ['N/A', 'Yes', 'unclear'],
    ['CSP-owned', 'No', 'unclear'],
    ['CSP-owned', false, 'unclear'],
    ['csp owned', true, 'provider'],
    ['CSP', 'Yes', 'unclear'],
    ['partly CSP-owned', 'Yes', 'unclear'],
    ['', 'Yes', 'unclear'],
    [7, 'Yes', 'unclear'],
    ['CSP-owned', { yes: true }, 'unclear'],
  ])('%j, answered %j', (word, answer, ownership) => {
    const { statements } = readCaiq([
      { 'Question ID': 'A&A-01.1', 'CSP CAIQ Answer': answer, 'SSRM Control Ownership': word },
    ])!
    expect(statements).toEqual([{ at: '[0] (A&A-01.1)', id: 'A&A-01.1', ownership, text: '' }])
  })
})

test('both descriptions are kept, and a third party must be named by somebody', () => {
  const { statements, issues, title } = readCaiq({
    title: 'Cloud',
    questions: [
      {
        id: 'DSP-01.1',
        question: 'Is there one?',
        answer: 'Yes',
        ssrm_control_ownership: '3rd-party outsourced',
        csp_implementation_description: 'A vendor does.',
        csc_responsibilities: 'Read its report.',
      },
      { question: 'No id' },
      null,
    ],
  })!
  expect(title).toBe('Cloud')
  expect(statements).toEqual([
    {
      at: 'questions[0] (DSP-01.1)',
      id: 'DSP-01.1',
      ownership: 'provider',
      text: 'A vendor does.',
      customerMust: 'Read its report.',
    },
  ])
  expect(issues.map(({ at }) => at)).toEqual(['questions[0] (DSP-01.1)', 'questions[1]', 'questions[2]'])
})

test('the six values as our own view spells them are all known', () => {
  const spelled = [
    'CSP-owned',
    'CSC-owned',
    'Third-party outsourced',
    'Shared CSP and CSC',
    'Shared CSP and third-party',
    'N/A',
  ]
  expect(spelled.filter((word) => !caiqOwnership.has(caiqKey(word)))).toEqual([])
  expect([...caiqOwnership.keys()].filter((key) => caiqKey(key) !== key)).toEqual([])
})

test.each([[null], [{}], [[]], [[{ id: 'x' }]], [{ questions: [{ ssrm: 'CSP-owned' }] }]])(
  '%j is no questionnaire',
  (value) => {
    expect(readCaiq(value)).toBeUndefined()
  },
)
