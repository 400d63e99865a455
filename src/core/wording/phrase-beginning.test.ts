import { expect, test } from 'vitest'
import { beginnings } from './phrase-beginning.ts'

test.each([
  ['promptly\\b', ['prom']],
  ['asap\\b', ['asap']],
  ['as (?:soon|fast)', ['as']],
  ['(?:as|if|when) needed', ['as', 'if', 'when']],
  ['(?:a )?reasonable', ['a', 'reas']],
  ['(?:the |an ){0,2}end', ['the', 'an', 'end']],
  ['co-?ordinate', ['co']],
  ['re?do', ['rdo', 'redo']],
  ['manag(?:es?|ing) it', ['mana']],
  ['i(?:n|f) ', ['in', 'if']],
  ['(?<=^ )responsible', ['resp']],
  ['(?!not)(?:[a-z)]{2}|be) ', ['', 'be']],
  ['[a-z]+ly', ['']],
])('%s begins with %o', (source, expected) => {
  expect(beginnings(source)).toEqual(expected)
})
