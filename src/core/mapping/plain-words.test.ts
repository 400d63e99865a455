import { expect, test } from 'vitest'
import fc from 'fast-check'
import { plain } from './plain-words.ts'

test.each([
  ['Responsabilité du client (1)', 'responsabilite du client'],
  ['  Customer — Responsible*  ', 'customer responsible'],
  ['Größe', 'grosse'],
  ['Œuvre [12]', 'oeuvre'],
  ['§164.308(a)(1)(ii)(A)', '164 308 a 1 ii a'],
  ['Provider¹', 'provider'],
  ['ﬁrewall', 'firewall'],
  ['K', 'k'],
  ['AC-2(1)', 'ac 2'],
  ['Notes (123)', 'notes 123'],
  ['Ответственный', 'ответственныи'],
  ['(1)', '1'],
  ['*', '*'],
  [' - - ', '--'],
  ['✔️', '✔'],
  ['', ''],
])('%j is compared as %j', (text, words) => {
  expect(plain(text)).toBe(words)
  expect(plain(text)).toBe(words)
})

test('words of ASCII alone are read as they are beside other letters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'Z', '0', ' ', '-', '_', '/', '.', ':', '\t', '\n', '\u0001') }),
      (text) => {
        const alone = plain(`x ${text} x`)
        expect(plain(`x ${text} x é`)).toBe(`${alone} e`)
      },
    ),
  )
})
