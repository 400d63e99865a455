import { describe, expect, test } from 'vitest'
import { enumerated, isOrder, lowered, sayClock, sayPayment, sayStatement } from './ssp-prose.ts'

describe('a text that asks for work begins with a plain verb', () => {
  test.each([
    'Disable the accounts',
    'Discuss the list',
    'Process the order',
    'Bring the drives back',
    'Document each change',
    'Have the gap closed',
  ])('%s', (text) => {
    expect(isOrder(text)).toBe(true)
  })

  test.each([
    'Disables the accounts',
    'Encryption of disks',
    'Monitoring the logs',
    'The MSP disables accounts',
    'MSP handles it',
    'If nobody answers, call',
    'Customer must configure sign-in',
    '3 tests a year',
    '',
  ])('not: %s', (text) => {
    expect(isOrder(text)).toBe(false)
  })
})

describe('a duty becomes a sentence that gives the work to somebody and does not say that it is done', () => {
  const doer = { first: 'the IT lead of Sample Dental PC (the client)', again: 'the IT lead' }
  test.each([
    ['', 'Disable the accounts', 'The IT lead of Sample Dental PC (the client) is to disable the accounts.'],
    [
      'every month',
      'Compare the lists. Close each gap. Note both.',
      'Every month, the IT lead of Sample Dental PC (the client) is to compare the lists; to close each gap; and to note both.',
    ],
    [
      '',
      'Decide on each request. If nobody answers, refuse it',
      'The IT lead of Sample Dental PC (the client) is to decide on each request; if nobody answers, refuse it.',
    ],
    [
      '',
      'Write the rule. It names the approvers. Sign it',
      'The IT lead of Sample Dental PC (the client) is to write the rule. It names the approvers. The IT lead is also to sign it.',
    ],
    [
      'on each visit',
      'Escorting of visitors',
      'On each visit, the IT lead of Sample Dental PC (the client) has this part: “Escorting of visitors”.',
    ],
  ])('%s, %s', (when, does, sentence) => {
    expect(sayStatement(does, { when, doer })).toBe(sentence)
  })

  test('paying is said as paying', () => {
    expect(sayPayment('The licenses', { when: '', doer })).toContain('is to pay for the licenses.')
    expect(sayPayment('Licenses', { when: '', doer })).toContain('is to pay for this: “Licenses”.')
  })
})

test.each([
  [{ every: '1 month' }, 'every month'],
  [{ within: '24 hours', after: 'the notice' }, 'within 24 hours after the notice'],
  [{ before: '30 days', event: 'the signature' }, 'no later than 30 days before the signature'],
  [{ on: 'each visit' }, 'on each visit'],
  [{ keep: '6 years', from: 'creation' }, 'for 6 years from creation'],
])('a clock opens a sentence: %o', (timing, words) => {
  expect(sayClock(timing)).toBe(words)
})

test('lists with commas inside are parted by semicolons; acronyms keep their capitals', () => {
  expect(enumerated(['a', 'b', 'c'])).toBe('a, b and c')
  expect(enumerated(['a, with x', 'b'])).toBe('a, with x; and b')
  expect([lowered('Disable it'), lowered('MSP staff')]).toEqual(['disable it', 'MSP staff'])
})
