import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../core/matrix-document.ts'
import { sampleMatrix } from '../core/testing/sample-matrix.ts'
import { twoFrameworks } from '../core/testing/trust-framework.ts'
import { claimsLimit, jsonLimit, readValue, sizeIssue, yamlLimit } from './read-value.ts'
import { writeYaml } from './yaml.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const json = JSON.stringify(sampleMatrix, null, 2)
const yaml = new TextDecoder().decode(writeYaml(sampleMatrix))

async function read(input: Uint8Array | string): Promise<unknown> {
  const value = await readValue(typeof input === 'string' ? bytes(input) : input)
  return value.ok ? readDocument(value.value, twoFrameworks) : value
}

async function issues(input: Uint8Array | string): Promise<string> {
  const result = (await read(input)) as {
    readonly ok: boolean
    readonly issues?: readonly { readonly at: string; readonly message: string }[]
  }
  return result.ok ? 'no issue' : result.issues!.map(({ at, message }) => `${at}: ${message}`).join('\n')
}

const whole = { ok: true, value: { kind: 'matrix', matrix: sampleMatrix } }

test.each<readonly [string, string]>([
  ['JSON', json],
  ['JSON in one line', JSON.stringify(sampleMatrix)],
  ['JSON after blank lines', `\n\r\n  ${json}\n\n`],
  ['JSON with a byte order mark', `\ufeff${json}`],
  [
    'JSON with its keys in another order',
    JSON.stringify(Object.fromEntries(Object.entries(sampleMatrix).toReversed())),
  ],
  ['YAML', yaml],
  ['YAML with a byte order mark', `\ufeff${yaml}`],
  ['YAML with Windows line ends', yaml.replaceAll('\n', '\r\n')],
  ['YAML after a comment for the editor', `# yaml-language-server: $schema=matrix.schema.json\n---\n${yaml}`],
])('a matrix in %s', async (_, text) => {
  expect(await read(text)).toEqual(whole)
})

describe('what is no text at all', () => {
  test.each<readonly [string, Uint8Array | string, string]>([
    ['an empty file', '', 'the document: the file is empty'],
    ['blanks', ' \n\t\r\n', 'the document: the file is empty'],
    ['a byte order mark alone', '\ufeff', 'the document: the file is empty'],
    [
      'a zip, such as a workbook',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 0xff, 0xfe),
      'the file: it is not UTF-8 text',
    ],
    [
      'Latin 1',
      Uint8Array.of(...bytes('{"title": "Praxis M'), 0xfc, ...bytes('ller"}')),
      'the file: it is not UTF-8 text',
    ],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), 'the file: it is not UTF-8 text'],
    [
      'half a character at the end',
      Uint8Array.of(...bytes('{"title": "'), 0xf0, 0x9f),
      'the file: it is not UTF-8 text',
    ],
    ['a surrogate as UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'the file: it is not UTF-8 text'],
  ])('%s', async (_, input, said) => {
    expect(await issues(input)).toContain(said)
  })
})

test.each<readonly [string, number, string | undefined]>([
  ['nothing', 0, undefined],
  ['as much as is allowed', jsonLimit, undefined],
  ['a byte more', jsonLimit + 1, 'it holds 40 MB; a document may hold at most 40 MB'],
  ['50 MB', 50 * 1024 * 1024, 'it holds 50 MB; a document may hold at most 40 MB'],
])('the size: %s', (_, size, message) => {
  expect(sizeIssue(size)?.message).toBe(message)
})

test('a file of 50 MB is refused unread, and YAML above its own limit unparsed', async () => {
  expect(await issues(new Uint8Array(50 * 1024 * 1024))).toBe(
    'the file: it holds 50 MB; a document may hold at most 40 MB',
  )
  expect(await issues(`a: ${'x'.repeat(yamlLimit)}`)).toBe(
    'the file: it holds 4 MB of YAML; above 4 MB write it as JSON',
  )
})

test('a file of claims may be longer than a matrix', async () => {
  const claims = Buffer.from(`{"claims":["${'x'.repeat(jsonLimit)}"]}`)
  expect(await readValue(claims)).toMatchObject({ ok: false })
  expect(await readValue(claims, claimsLimit)).toMatchObject({ ok: true })
  expect(sizeIssue(claimsLimit + 1, claimsLimit)?.message).toBe('it holds 96 MB; a document may hold at most 96 MB')
})

test('JSON may be as long as it likes below the limit', async () => {
  expect(await issues(`{"format": "demarc/matrix@1", "title": "${'x'.repeat(20_000_000)}", "title": 1}`)).toContain(
    'line 1, column 20000044: "title" stands twice',
  )
  expect(await issues(`[${'\n'.repeat(20_000_000)}x`)).toContain('line 20000001, column 1')
})

describe('what is damaged says where', () => {
  const cut = json.slice(0, 700)
  test.each<readonly [string, string, string]>([
    [
      'half a character at the very end',
      '{"format": "x", "title": "\\ud800"}',
      'title: this text holds half a character',
    ],
    [
      'JSON cut short',
      cut,
      `line ${cut.split('\n').length}, column ${cut.length - cut.lastIndexOf('\n')}: this is not complete JSON: it breaks off here; the file seems to be cut short`,
    ],
    [
      'a comma too many',
      json.replace('"demarc/matrix@1",', '"demarc/matrix@1",,'),
      'line 2, column 31: this is not JSON: expected the name of a field in double quotes, found ,',
    ],
    [
      'a field twice, far from its name',
      json.replace('"title":', '"id" : "other", "title":'),
      'line 4, column 3: "id" stands twice in one group of fields, first at line 3, column 3',
    ],
    [
      'a field twice',
      json.replace('"title":', '"id": "other", "title":'),
      'line 4, column 3: "id" stands twice in one group of fields, first at line 3, column 3',
    ],
    ['half a character', json.replace('Sample Dental and', '\\ud800 and'), 'title: this text holds half a character'],
    [
      'half a character in a name',
      json.replace('"request channel":', '"\\udfff":'),
      'parameters.\ufffd: the name of this field holds half a character',
    ],
    [
      'a key that reaches into objects',
      json.replace('"request channel": ', '"__proto__": '),
      'parameters.__proto__: no field may be called "__proto__"',
    ],
    [
      'the same escaped',
      json.replace('"agreement": {', '"agreement": { "\\u005f_proto__": {"x": 1},'),
      'agreement.__proto__: no field may be called "__proto__"',
    ],
    [
      'the same in YAML',
      yaml.replace('  request channel:', '  __proto__:'),
      'parameters.__proto__: no field may be called "__proto__"',
    ],
    [
      'a later version',
      json.replace('matrix@1', 'matrix@2'),
      'format: this document is of format version 2; this Demarc reads version 1. Update Demarc, then try again',
    ],
    ['a later version in YAML', yaml.replace('matrix@1', 'matrix@3'), 'format: this document is of format version 3'],
    [
      'a number for a text, in YAML',
      yaml.replace(/title: .*/, 'title: 2026'),
      'title: expected a text; put it in quotes: "2026"',
    ],
    ['a field left empty, in YAML', yaml.replace(/^title: .*/m, 'title:'), 'title: a text is missing here'],
    [
      'an unquoted time, in YAML',
      yaml.replace('edition: "1"', 'edition: 1.0'),
      'frameworks[0] (sample).edition: expected a text; put it in quotes: "1"',
    ],
    [
      'text that is neither',
      'Dear all, please find the matrix attached',
      'the document: a matrix document is a group of fields',
    ],
    ['a web page', '<!doctype html><title>x</title>', 'the document: a matrix document is a group of fields'],
    ['a sheet', 'Requirement,Owner\nAC-1,MSP\n', 'the document: a matrix document is a group of fields'],
    ['a list', '[1, 2]', 'the document: a matrix document is a group of fields'],
    ['a text', '"matrix"', 'the document: a matrix document is a group of fields'],
  ])('%s', async (_, text, said) => {
    expect((await issues(text)).split('\n')).toEqual([expect.stringContaining(said)])
  })
})

test('nothing that a document says reaches any other object', async () => {
  for (const text of [
    '{"__proto__": {"polluted": true}}',
    '{"constructor": {"prototype": {"polluted": true}}}',
    '__proto__:\n  polluted: true',
    'a: {__proto__: {polluted: true}}',
  ])
    await read(text)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

interface Group {
  readonly entries: readonly (readonly [string, string | Group])[]
}

const word = fc.constantFrom('a', 'b', 'c', 'd":', '\\', '": 1, "a', '":', '')
const blank = fc.constantFrom('', '', ' ', '\n', '\t ')
const { group } = fc.letrec<{ group: Group }>((tie) => ({
  group: fc.record({
    entries: fc.array(fc.tuple(word, fc.oneof({ maxDepth: 3 }, word, tie('group'))), {
      maxLength: 4,
    }),
  }),
}))

function repeats({ entries }: Group): boolean {
  return (
    new Set(entries.map(([name]) => name)).size < entries.length ||
    entries.some(([, value]) => typeof value !== 'string' && repeats(value))
  )
}

function layOut({ entries }: Group, space: string): string {
  const fields = entries.map(
    ([name, value]) =>
      `${JSON.stringify(name)}${space}:${space}${typeof value === 'string' ? JSON.stringify(value) : layOut(value, space)}`,
  )
  return `{${fields.join(`${space},`)}}`
}

test('a field twice is found in any group, whatever the layout and whatever looks like a name', async () => {
  await fc.assert(
    fc.asyncProperty(group, blank, async (made, space) => {
      const { ok } = await readValue(bytes(layOut(made, space)))
      expect(ok).toBe(!repeats(made))
    }),
    { numRuns: 500 },
  )
})
