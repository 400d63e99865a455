import { expect, test } from 'vitest'
import { oneLine, prose, sentence } from './markup.ts'

test.each([
  ['Disable the accounts', 'Disable the accounts'],
  ['a *bold* claim', String.raw`a \*bold\* claim`],
  ['<b>x</b>', String.raw`\<b>x\</b>`],
  ['file_name `x`', String.raw`file\_name \`x\``],
  ['see [a](http://example.invalid)', String.raw`see [a\](http://example.invalid)`],
  ['AC.L2-3.1.1[a] stays', 'AC.L2-3.1.1[a] stays'],
  ['{{ insert: param, x }}', String.raw`\{{ insert: param, x }}`],
  ['{request channel}', '{request channel}'],
  ['# no heading', String.raw`\# no heading`],
  ['1. no list', String.raw`1\. no list`],
  ['- no list', String.raw`\- no list`],
  ['two\nlines\tof it', 'two lines of it'],
])('%j as Markdown shows the same words: %j', (text, markup) => {
  expect(prose(text)).toBe(markup)
})

test('a full stop is there once', () => {
  expect(sentence('By Example, Inc.')).toBe('By Example, Inc.')
  expect(sentence('By Example')).toBe('By Example.')
  expect(oneLine(' a\u2028b ')).toBe('a b')
})
