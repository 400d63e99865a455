import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault, keysNamedIn, sayPlace } from './json-scan.ts'

/** The fault as `place: message`. */
function fault(text: string): string | undefined {
  const found = jsonFault(text)
  return found && `${sayPlace(text, found.position)}: ${found.message}`
}

test.each([
  '{}',
  '[]',
  '"text"',
  ' { "a" : [ 1 , -0.5e+10 , true , false , null , "" ] , "b" : { } } \r\n\t',
  String.raw`"\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00"`,
  '[[[]],{"a":{}}]',
  '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
])('%s is JSON', (text) => {
  expect(fault(text)).toBeUndefined()
  expect(() => JSON.parse(text) as unknown).not.toThrow()
})

test.each<readonly [string, string]>([
  ['', 'line 1, column 1: this is not complete JSON: it breaks off here'],
  ['{"a": [1, 2', 'line 1, column 12: this is not complete JSON: it breaks off here'],
  ['{"a":\n  "b', 'line 2, column 5: this is not complete JSON: it breaks off here'],
  ['{"a": "b\\', 'line 1, column 10: this is not complete JSON'],
  ['{"a": "\\u00', 'line 1, column 12: this is not complete JSON'],
  ['{"a": tru', 'line 1, column 7: this is not JSON: expected a value, found tru'],
  ['{"a": 1,\n"b": [x],\n"c": 3}', 'line 2, column 7: this is not JSON: expected a value, found x'],
  ["{'a': 1}", "line 1, column 2: this is not JSON: expected the name of a field in double quotes, found '"],
  ['{a: 1}', 'line 1, column 2: this is not JSON: expected the name of a field in double quotes, found a'],
  ['{"a" 1}', 'line 1, column 6: this is not JSON: expected a colon after the name of the field, found 1'],
  ['{"a": 1 "b": 2}', 'line 1, column 9: this is not JSON: expected a comma or the end of the group, }, found "'],
  ['[1 2]', 'line 1, column 4: this is not JSON: expected a comma or the end of the list, ], found 2'],
  ['[1, 2,]', 'line 1, column 7: this is not JSON: expected a value, found ]'],
  ['{"a": 1,}', 'line 1, column 9: this is not JSON: expected the name of a field in double quotes, found }'],
  ['[1}', 'line 1, column 3: this is not JSON: expected a comma or the end of the list, ], found }'],
  ['{"a": 1]', 'line 1, column 8: this is not JSON: expected a comma or the end of the group, }, found ]'],
  ['{} {}', 'line 1, column 4: this is not JSON: expected nothing after the end of the document, found {'],
  ['[01]', 'line 1, column 3: this is not JSON: expected a comma or the end of the list, ], found 1'],
  ['[1.]', 'line 1, column 3: this is not JSON: expected a comma or the end of the list'],
  ['[NaN]', 'line 1, column 2: this is not JSON: expected a value, found NaN'],
  ['["a\nb"]', 'line 1, column 4: this is not JSON: a text breaks off at the end of its line'],
  ['["C:\\Users"]', 'line 1, column 5: this is not JSON: "\\U" is no escape'],
  ['["\\v"]', 'line 1, column 3: this is not JSON: "\\v" is no escape'],
  ['["\\u12g4"]', 'line 1, column 3: this is not JSON: "\\u" is no escape'],
  ['[1] // done', 'line 1, column 5: this is not JSON: expected nothing after the end'],
  ['[😀]', 'line 1, column 2: this is not JSON: expected a value, found 😀'],
  [
    '{"a": 1, "b": 2, "a": 3}',
    'line 1, column 18: "a" stands twice in one group of fields, first at line 1, column 2; keep one',
  ],
  [
    '{"a": 1,\n "\\u0061": 2}',
    'line 2, column 2: "a" stands twice in one group of fields, first at line 1, column 2; keep one',
  ],
  ['{"x": [{"a": {"b": 1, "b": 1}}]}', 'line 1, column 23: "b" stands twice'],
  ['{"__proto__": 1, "__proto__": 2}', 'line 1, column 18: "__proto__" stands twice'],
  ['{"": 1, "": 2}', 'line 1, column 9: "" stands twice'],
])('%s: %s', (text, said) => {
  expect(fault(text)).toContain(said)
})

test('nesting has an end', () => {
  expect(fault('['.repeat(40) + ']'.repeat(40))).toBeUndefined()
  expect(fault('['.repeat(100_000))).toBe('line 1, column 41: it nests deeper than 40 levels, more than Demarc reads')
  expect(fault('{"a":'.repeat(100_000))).toBe(
    'line 1, column 201: it nests deeper than 40 levels, more than Demarc reads',
  )
})

test('so has the number of values', () => {
  expect(fault(`[${'0,'.repeat(3_000_000)}0]`)).toContain('it holds more than 3000000 values, more than Demarc reads')
})

test('it finds a fault where, and only where, JSON.parse does: random JSON, damaged', () => {
  const damaged = fc
    .tuple(
      fc.json({ stringUnit: 'binary', maxDepth: 4 }),
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', '"', ',', '}', '[', '\\', '0', ' ', 'é', '\n', ':'),
    )
    .map(
      ([text, at, cut, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut),
    )
  fc.assert(
    fc.property(
      fc.oneof(
        damaged,
        fc.json(),
        fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789.eE+-\\utrfalsn '.split('')) }),
      ),
      (text) => {
        const found = jsonFault(text)
        if (found?.message.includes('stands twice')) return
        expect(found === undefined).toBe(parses(text))
      },
    ),
    { numRuns: 3000 },
  )
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each<readonly [string, number, string]>([
  ['', 0, 'line 1, column 1'],
  ['ab', 1, 'line 1, column 2'],
  ['a\nb', 1, 'line 1, column 2'],
  ['a\nb', 2, 'line 2, column 1'],
  ['a\r\nb', 3, 'line 2, column 1'],
  ['\n\n\n', 3, 'line 4, column 1'],
])('in %j the place %i is %s', (text, position, place) => {
  expect(sayPlace(text, position)).toBe(place)
})

test.each<readonly [string, number]>([
  ['[]', 0],
  ['{"a": {"b": 1}, "c": [{"d": 2}]}', 4],
  ['{"a": 1, "a": 2}', 2],
  ['{"a": ": b", "c": "\\":"}', 4],
  ['{"a" : 1}', Infinity],
  ['{"a"\n: 1, "b": 2}', Infinity],
])('%s names %d fields', (text, count) => {
  expect(keysNamedIn(text)).toBe(count)
})

test('it never counts fewer fields than there are', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('":', '"', ':', '\\', '\\"', ': ', '":"'))
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, text, fc.array(tie('any')), fc.dictionary(text, tie('any'))),
  })).any
  const layout = fc.constantFrom<string | number>(0, 1, '\t')
  fc.assert(
    fc.property(value, layout, fc.boolean(), (made, space, loose) => {
      const tight = JSON.stringify(made, null, space)
      const written = loose ? tight.replaceAll('":', '" :') : tight
      expect(keysNamedIn(written)).toBeGreaterThanOrEqual(fieldsOf(made))
    }),
  )
})

function fieldsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce<number>((sum, inner) => sum + fieldsOf(inner), 0)
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length)
}
