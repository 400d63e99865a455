import { describe, expect, test } from 'vitest'
import { readYaml } from './yaml-value.ts'

function value(text: string): unknown {
  const read = readYaml(text)
  return read.ok ? read.value : read.issues
}

function fault(text: string): string {
  const read = readYaml(text)
  return read.ok ? 'no fault' : read.issues.map(({ at, message }) => `${at}: ${message}`).join('\n')
}

test.each<readonly [string, string, unknown]>([
  ['text, without quotes', 'a: the client', { a: 'the client' }],
  ['a day stays text', 'a: 2026-11-23', { a: '2026-11-23' }],
  ['yes, no, on and off stay text', 'a: [yes, no, on, off]', { a: ['yes', 'no', 'on', 'off'] }],
  ['true and false do not', 'a: [true, False]', { a: [true, false] }],
  ['numbers', 'a: [24, 0.5, 0x10, 1e3]', { a: [24, 0.5, 16, 1000] }],
  ['a version is a number, and its zero gone, unless quoted', 'a: [1.10, "1.10"]', { a: [1.1, '1.10'] }],
  ['a time of day stays text', 'a: 24:00', { a: '24:00' }],
  ['nothing', 'a:\nb: ~\nc: null', { a: null, b: null, c: null }],
  ['a block', 'a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
  ['a folded block', 'a: >-\n  one\n  two\n', { a: 'one two' }],
  ['an anchor and its alias', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
  ['an anchor given anew', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
  ['keys as they are written', '1.0: a\ntrue: b\n0x10: c', { '1.0': 'a', true: 'b', '0x10': 'c' }],
  ['a merge key is a key like any other', '<<: {a: 1}', { '<<': { a: 1 } }],
  ['a declared text', 'a: !!str 24', { a: '24' }],
  ['the directive of an older YAML changes nothing', '%YAML 1.1\n---\na: yes\nb: 012', { a: 'yes', b: 12 }],
  ['comments', '# before\na: 1 # behind\n', { a: 1 }],
  ['only comments', '# nothing\n', null],
  ['one document with its marks', '---\na: 1\n...\n', { a: 1 }],
])('%s', (_, text, expected) => {
  expect(value(text)).toEqual(expected)
})

test('a key that reaches into objects stays an own field, for the guard to refuse', () => {
  const read = value('__proto__: {polluted: true}') as object
  expect(Object.keys(read)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
})

describe('refused with its place', () => {
  test.each<readonly [string, string, string]>([
    [
      'a key twice',
      'a: 1\nb: 2\na: 3',
      'line 3, column 1: "a" stands twice in one group of fields, first at line 1, column 1; keep one',
    ],
    ['a key twice, once in quotes', 'x:\n  "a": 1\n  a: 2', 'line 3, column 3: "a" stands twice'],
    ['a number and the same in quotes', '1: a\n"1": b', 'line 2, column 1: "1" stands twice'],
    ['a key twice in braces', 'x: {a: 1, a: 2}', 'line 1, column 11: "a" stands twice'],
    ['a list as key', '? [a]\n: b', 'line 1, column 3: the name of a field must be a text'],
    ['a nameless field', '~: b', 'line 1, column 1: the name of a field must be a text'],
    ['an alias as key', 'a: &x b\n*x : c', 'line 2, column 1: the name of a field must be a text'],
    [
      'a tag that runs code elsewhere',
      'a: !!js/function "return 1"',
      'line 1, column 4: a matrix document needs no tags',
    ],
    ['a tag of Python', 'a: !!python/object/apply:os.system [ls]', 'line 1, column 4: a matrix document needs no tags'],
    ['a tag of ours', 'a: !ours x', 'line 1, column 4: a matrix document needs no tags'],
    ['bytes', 'a: !!binary aGk=', 'line 1, column 4: a matrix document needs no tags'],
    ['a time', 'a: !!timestamp 2026-01-01', 'line 1, column 4: a matrix document needs no tags'],
    ['a set', 'a: !!set {x}', 'line 1, column 4: a matrix document needs no tags'],
    ['an alias of nothing', 'a: 1\nb: *x', 'line 2, column 4: the alias *x stands for nothing'],
    ['an alias of what it lies in', 'a: &x\n  b: *x', 'line 2, column 6: the alias *x stands for nothing'],
    ['an alias before its anchor', 'a: *x\nb: &x 1', 'line 1, column 4: the alias *x stands for nothing'],
    ['two documents', 'a: 1\n---\nb: 2', 'a second document begins here (---); a file holds one'],
    ['tabs', 'a:\n\tb: 1', 'this is not YAML: Tabs are not allowed as indentation'],
    [
      'a colon in a text',
      'a: Restore: one file',
      'line 1, column 4: this is not YAML: Nested mappings are not allowed',
    ],
    ['an open quote', 'a: "x\nb: 1', 'this is not YAML: Missing closing "quote'],
    ['an open bracket', 'a: [1, 2\nb: 3', 'this is not YAML'],
    ['a bracket too many', 'a: 1]\n]', 'this is not YAML: Unexpected flow-seq-end'],
    [
      'a brace at the beginning of a text',
      'a: {channel} is open',
      'line 1, column 14: this is not YAML: Unexpected scalar at node end',
    ],
    ['a line out of line', 'a:\n    b: 1\n  c: 2', 'line 3, column 1: this is not YAML'],
    ['an escape that is none', 'a: "C:\\Users"', 'line 1, column 7: this is not YAML: Invalid'],
    [
      'a key longer than a line should be',
      `${'k'.repeat(2000)}: 1`,
      'this is not YAML: The : indicator must be at most 1024 chars',
    ],
  ])('%s', (_, text, said) => {
    expect(fault(text)).toContain(said)
    expect(fault(text).split('\n')).toHaveLength(1)
  })
})

const deep = 'it nests deeper than 40 levels, more than Demarc reads'

describe('hostile text is refused before it costs', () => {
  test.each<readonly [string, string, string]>([
    ['brackets without end', `a: ${'['.repeat(1_000_000)}`, deep],
    ['brackets that close', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, deep],
    ['braces', `a: ${'{a: '.repeat(100_000)}`, deep],
    ['lists within lists', '- '.repeat(500_000), deep],
    ['keys within keys', '? '.repeat(500_000), deep],
    ['values within values', ': '.repeat(500_000), deep],
    ['ever deeper lines', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), deep],
    ['an error in every line', `a: 1\n${']\n'.repeat(500_000)}`, 'line 2, column 1: this is not YAML'],
    ['an error in every character', `a: [${','.repeat(200_000)}]`, 'this is not YAML: Unexpected , in flow sequence'],
    ['a tag in every line', '- !x y\n'.repeat(50_000), 'line 1, column 3: a matrix document needs no tags'],
    ['anchors on anchors', `a: ${'&x '.repeat(100_000)}`, 'this is not YAML: A node can have at most one anchor'],
    ['more than it may hold', `a: [${'1,'.repeat(800_000)}1]`, 'it holds more than any matrix does; write it as JSON'],
    ['a thousand million laughs', bomb(), 'its anchors and aliases multiply into far more than a matrix holds'],
    [
      'one long text, many times',
      `a: &x ${'y'.repeat(100_000)}\nb: [${'*x, '.repeat(1000)}]`,
      'its anchors and aliases multiply',
    ],
  ])('%s', (_, text, said) => {
    expect(fault(text)).toContain(said)
  })

  test('many keys, many anchors and many aliases are no more than long', () => {
    expect(readYaml(Array.from({ length: 40_000 }, (_, index) => `key${index}: 1`).join('\n')).ok).toBe(true)
    expect(readYaml(Array.from({ length: 20_000 }, (_, index) => `- &a${index} x\n- *a${index}`).join('\n')).ok).toBe(
      true,
    )
  })

  test('forty levels pass', () => {
    expect(readYaml(`${'- '.repeat(40)}a`).ok).toBe(true)
    expect(readYaml(`x: ${'{a: '.repeat(39)}1${'}'.repeat(39)}`).ok).toBe(true)
    expect(readYaml(Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')).ok).toBe(true)
  })
})

function bomb(): string {
  const names = 'abcdefghij'.split('')
  return names
    .map(
      (name, index) =>
        `${name}: &${name} [${Array.from({ length: 10 }, () => (index === 0 ? 'lol' : `*${names[index - 1]}`)).join(', ')}]`,
    )
    .join('\n')
}
