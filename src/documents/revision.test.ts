import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Matrix } from '../core/matrix.ts'
import { arbitraryMatrix } from '../core/testing/arbitrary-matrix.ts'
import { canonicalBytes, digestOf, revisionBytes } from './revision.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const parse = (bytes: Uint8Array): unknown => JSON.parse(text(bytes))

describe('the published examples of RFC 8785', () => {
  const sample = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
    "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`

  test('its sample object, byte by byte (3.2.4)', () => {
    const hex =
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d'
    expect(Buffer.from(canonicalBytes(JSON.parse(sample))).toString('hex')).toBe(hex)
  })

  test('its order of keys, by UTF-16 code unit (3.2.3)', () => {
    const keys = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(parseInOrder(canonicalBytes(keys)))).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s is %s (appendix B)', (bits, written) => {
    expect(text(canonicalBytes(numberOf(bits)))).toBe(written)
  })

  test.each([['7fffffffffffffff'], ['7ff0000000000000'], ['fff0000000000000']])('the number %s is refused', (bits) => {
    expect(() => canonicalBytes({ value: numberOf(bits) })).toThrow('not allowed')
  })
})

/** The keys as they stand, which `JSON.parse` would reorder where they look like numbers. */
function parseInOrder(bytes: Uint8Array): readonly string[] {
  return [...text(bytes).matchAll(/":"([^"]+)"/g)].map((found) => found[1]!)
}

function numberOf(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE()
}

test.each<readonly [string, unknown]>([
  ['half a character in a text', { title: '\ud800' }],
  ['half a character in a key', { parameters: { '\udc00': 'x' } }],
  ['the halves in the wrong order', ['\ude00\ud83d']],
  ['nothing at all', undefined],
])('%s has no canonical bytes', (_, value) => {
  expect(() => canonicalBytes(value)).toThrow()
})

test('a circle has none', () => {
  const circle: unknown[] = []
  circle.push(circle)
  expect(() => canonicalBytes(circle)).toThrow('Circular')
})

test('absent and undefined are the same', () => {
  expect(text(canonicalBytes({ b: undefined, a: { c: undefined } }))).toBe('{"a":{}}')
})

const small: Matrix = {
  format: 'demarc/matrix@1',
  id: 'golden',
  title: 'Zahnarztpraxis Müller & Söhne 🦷',
  frameworks: [{ id: 'hipaa', assessed: 'client', capacity: 'covered-entity' }],
  scopes: [{ id: 'all', title: 'Everything in scope' }],
  parties: [
    { id: 'msp', kind: 'msp', legalName: 'Sample IT LLC' },
    { id: 'client', kind: 'client', legalName: 'Müller & Söhne' },
  ],
  offerings: [{ id: 'help-desk', by: 'msp' }],
  agreement: { effective: '2026-01-01' },
  parameters: { 'request channel': 'portal@example.com' },
  review: { every: '12 months' },
  decisions: [],
  activities: [
    {
      id: 'leaver',
      title: 'Remove access',
      topic: 'identity',
      covers: ['hipaa:164.308(a)(3)(ii)(C)'],
      accountable: 'client',
      duties: [
        {
          party: 'msp',
          offering: 'help-desk',
          does: 'Disable the account',
          timing: { within: '24 hours', after: 'the notice' },
          evidence: [{ what: 'closed ticket' }],
        },
      ],
    },
  ],
}

test('the digest of a matrix never changes: what was signed must be found again', () => {
  expect(digestOf(revisionBytes(small))).toBe('821c0407b679e14f7520aac572c158d79d113b126afa9cd412615696110a636c')
})

test.each<readonly [string, unknown]>([
  ['an answer', { ...small, parameters: { 'request channel': 'portal@example.org' } }],
  ['the order of activities’ duties', { ...small, activities: [{ ...small.activities[0], duties: [] }] }],
  ['a field that is empty instead of absent', { ...small, activities: [{ ...small.activities[0], scopes: [] }] }],
])('another digest for %s', (_, changed) => {
  expect(digestOf(canonicalBytes(changed))).not.toBe(digestOf(revisionBytes(small)))
})

test('the digest is SHA-256, in lower-case hexadecimal', () => {
  expect(digestOf(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('the bytes survive being parsed and written again', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      const bytes = revisionBytes(matrix)
      expect(text(canonicalBytes(parse(bytes)))).toBe(text(bytes))
    }),
  )
})

test('the order of keys leaves no trace, in whatever JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const reversed: unknown = JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
        typeof inner === 'object' && inner !== null && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).toReversed())
          : inner,
      )
      expect(text(canonicalBytes(reversed))).toBe(text(canonicalBytes(value)))
      expect(parse(canonicalBytes(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
