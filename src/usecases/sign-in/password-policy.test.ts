import { describe, expect, test } from 'vitest'
import { passwordFault } from './password-policy.ts'

const own = ['Dana Whitfield', 'dana.whitfield@northshore.example', 'North Shore IT']

describe('a password is refused when it is', () => {
  test.each([
    ['short', 'tr0ub4dor&3', /too short/],
    ['eleven characters that take more bytes', 'ßßßäöüßéèêë', /too short/],
    ['leaked', 'qazwsxedc123', /known from leaks/],
    ['leaked, in other letters', 'QazWsxEdc123', /known from leaks/],
    ['one character over and over', 'zzzzzzzzzzzzzzzz', /pattern|leaks/],
    ['a few characters over and over', 'kb7!kb7!kb7!kb7!', /pattern/],
    ['an alphabet', 'abcdefghijklmnop', /pattern|leaks/],
    ['rows of keys', 'asdfghjklqwerty!', /pattern|leaks/],
    ['a common word with a year', 'Welcome2026!!', /common word|leaks/],
    ['a common word in disguise', 'P@ssw0rd2026#', /common word|leaks/],
    ['digits alone', '902347561209834', /common word|pattern|leaks/],
    ['the own name and a number', 'Whitfield2026!', /common word/],
    ['the own address', 'northshore2026', /common word/],
    ['the name of the MSP', 'NorthShoreIT-2026', /common word/],
    ['longer than 256 characters', 'correct horse '.repeat(30), /longer/],
  ])('%s', (_, password, fault) => {
    expect(passwordFault(password, own)).toMatch(fault)
  })
})

describe('a password is taken when it is', () => {
  test.each([
    ['a few words', 'correct horse battery staple'],
    ['made by a machine', 'vX8#q2LmZ0pR'],
    ['small letters only', 'gravel otter window'],
    ['in another script', 'зеленая гора и река'],
    ['64 characters long', 'a lamp beside the river where nine grey herons wait for morning!!'],
    ['256 characters long', 'gravel otter window '.repeat(13).slice(0, 256).replace('gravel', 'marble')],
  ])('%s', (_, password) => {
    expect(passwordFault(password, own)).toBeUndefined()
  })
})

test('what leaked is refused, and hardly anything else by chance', () => {
  const made = Array.from({ length: 2000 }, (_, n) => `kestrel ${n} vestibule ${n * 7919} marrow`)
  expect(made.filter((password) => passwordFault(password, []) !== undefined)).toEqual([])
})
