// Whatever bytes come in: an answer, in time, with a place; and what is accepted can be written and read again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Issue } from '../core/issue.ts'
import { readDocument } from '../core/matrix-document.ts'
import { arbitraryMatrix } from '../core/testing/arbitrary-matrix.ts'
import { sampleMatrix } from '../core/testing/sample-matrix.ts'
import { twoFrameworks } from '../core/testing/trust-framework.ts'
import { readValue } from './read-value.ts'
import { canonicalBytes } from './revision.ts'
import { writeYaml } from './yaml.ts'

const encoder = new TextEncoder()

/** Counts what came of each input, so that the suite can show that it tried both. */
interface Tally {
  accepted: number
  refused: number
}

async function answer(bytes: Uint8Array, tally: Tally): Promise<void> {
  const value = await readValue(bytes)
  const document = value.ok ? readDocument(value.value, twoFrameworks) : value
  if (document.ok) {
    tally.accepted += 1
    const { value: read } = document
    const body = read.kind === 'matrix' ? read.matrix : read.engagement
    const again = await readValue(canonicalBytes(body))
    expect(again.ok && readDocument(again.value, twoFrameworks)).toEqual(document)
    return
  }
  tally.refused += 1
  const unfit = document.issues.filter((issue) => !isFit(issue))
  expect([document.issues.length > 0, document.issues.length <= 21, unfit]).toEqual([true, true, []])
}

function isFit({ at, message }: Issue): boolean {
  return at !== '' && message !== '' && at.length + message.length < 4000 && at.isWellFormed() && message.isWellFormed()
}

/** At least so many runs, more under `npm run soak`. */
function tried(numRuns: number): { readonly numRuns: number } {
  return { numRuns: Math.max(numRuns, fc.readConfigureGlobal().numRuns ?? 0) }
}

async function attempt(inputs: fc.Arbitrary<Uint8Array>, numRuns: number): Promise<Tally> {
  const tally = { accepted: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(inputs.map(readable), (bytes) => answer(bytes, tally)),
    tried(numRuns),
  )
  expect(tally.accepted + tally.refused).toBeGreaterThanOrEqual(numRuns)
  return tally
}

/** A counterexample is shown as text. */
function readable(bytes: Uint8Array): Uint8Array {
  return Object.defineProperty(Uint8Array.from(bytes), fc.toStringMethod, {
    value: () => JSON.stringify(new TextDecoder().decode(bytes)).slice(0, 3000),
  })
}

const matrices = fc.oneof(
  { weight: 1, arbitrary: fc.constant(sampleMatrix) },
  { weight: 2, arbitrary: arbitraryMatrix },
)
const jsonBytes = matrices.map((matrix) => encoder.encode(JSON.stringify(matrix, null, 1)))
const yamlBytes = matrices.map((matrix) => writeYaml(matrix))

const junk = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '-',
    '#',
    '&a ',
    '*a',
    '!!str ',
    '|',
    '>',
    '\n',
    '\t',
    '\\',
    '\\ud800',
    '---',
    '? ',
    '%',
    '@',
    '`',
    'null',
    '~',
    '0',
    'true',
    '"__proto__":1,',
    '\u0000',
    '\ufeff',
    '\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)

/** Deletes, doubles, moves or replaces a stretch of the bytes, or cuts them off. */
const damage = fc.record({
  kind: fc.constantFrom(
    'delete' as const,
    'double' as const,
    'insert' as const,
    'replace' as const,
    'cut' as const,
    'byte' as const,
  ),
  at: fc.noBias(fc.nat(9999)),
  length: fc.integer({ min: 1, max: 20 }),
  put: junk,
})

function damaged(
  bytes: Uint8Array,
  { kind, at, length, put }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  const begin = Math.floor((at / 10_000) * bytes.length)
  const end = Math.min(bytes.length, begin + length)
  const [before, stretch, after] = [bytes.subarray(0, begin), bytes.subarray(begin, end), bytes.subarray(end)]
  const middle: Readonly<Record<typeof kind, readonly Uint8Array[]>> = {
    delete: [before, after],
    double: [before, stretch, stretch, after],
    insert: [before, encoder.encode(put), stretch, after],
    replace: [before, encoder.encode(put), after],
    cut: [before],
    byte: [before, Uint8Array.of(length * 12), after],
  }
  return Buffer.concat(middle[kind])
}

const damagedText = (texts: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(texts, fc.array(damage, { minLength: 1, maxLength: 2 }))
    .map(([bytes, damages]) => damages.reduce((sum, one) => damaged(sum, one), bytes))

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    true,
    [],
    {},
    [[]],
    'unassigned',
    'msp',
    '__proto__',
    'constructor',
    '2026-02-30',
    '{question}',
    'x'.repeat(5000),
    { id: 'x' },
    { every: 'month', on: 'x' },
  ),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }),
)

/** Another value, another key, a field more or less, somewhere in a valid document. */
const swapped = fc
  .tuple(
    matrices,
    fc.array(fc.tuple(fc.nat(), strange, fc.constantFrom('value', 'key', 'field', 'less', 'twice')), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([matrix, swaps]) => {
    let document = JSON.parse(JSON.stringify(matrix)) as unknown
    for (const [where, value, deed] of swaps) {
      let seen = 0
      const place = where % countOf(document)
      document = JSON.parse(JSON.stringify(document), (_, inner: unknown) => {
        seen += 1
        return seen - 1 === place ? done(inner, value, deed) : inner
      }) as unknown
    }
    return document
  })

function countOf(document: unknown): number {
  let count = 0
  JSON.parse(JSON.stringify(document ?? null), (_, inner: unknown) => {
    count += 1
    return inner
  })
  return count
}

function done(inner: unknown, value: unknown, deed: string): unknown {
  if (deed === 'value' || typeof inner !== 'object' || inner === null) return value
  if (Array.isArray(inner))
    return deed === 'less'
      ? inner.slice(1)
      : [...(inner as unknown[]), ...(deed === 'twice' ? (inner as unknown[]) : [value])]
  const entries = Object.entries(inner)
  if (deed === 'less') return Object.fromEntries(entries.slice(1))
  return Object.fromEntries([
    ...entries,
    [typeof value === 'string' ? value : 'extra', deed === 'key' ? entries[0]?.[1] : value],
  ])
}

test('random bytes', async () => {
  expect((await attempt(fc.uint8Array({ maxLength: 200 }), 2000)).refused).toBeGreaterThan(1800)
})

test('random text, in the characters that mean something', async () => {
  const unit = fc.oneof(junk, fc.constantFrom('a', 'b', ' ', '  ', 'format: demarc/matrix@1\n', 'id: x\n', '- '))
  await attempt(
    fc.array(unit, { maxLength: 60 }).map((units) => encoder.encode(units.join(''))),
    3000,
  )
})

test('random JSON, and the same as YAML', async () => {
  const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' })
  await attempt(
    value.map((made) => encoder.encode(JSON.stringify(made))),
    1200,
  )
  await attempt(
    value.map((made) => writeYaml(made)),
    500,
  )
})

test('a valid matrix as JSON, damaged', async () => {
  const { accepted, refused } = await attempt(damagedText(jsonBytes), 2000)
  expect(accepted).toBeGreaterThan(10)
  expect(refused).toBeGreaterThan(500)
})

test('a valid matrix as YAML, damaged', async () => {
  const { accepted, refused } = await attempt(damagedText(yamlBytes), 700)
  expect(accepted).toBeGreaterThan(10)
  expect(refused).toBeGreaterThan(200)
})

test('a valid matrix with strange values, as JSON', async () => {
  const { accepted, refused } = await attempt(
    swapped.map((document) => encoder.encode(JSON.stringify(document ?? null))),
    1000,
  )
  expect(accepted).toBeGreaterThan(10)
  expect(refused).toBeGreaterThan(500)
})

test('a valid matrix with strange values, as YAML', async () => {
  await attempt(
    swapped.map((document) => writeYaml(document ?? null)),
    200,
  )
})
