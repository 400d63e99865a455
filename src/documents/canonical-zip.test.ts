import { zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalZip, zipEntries, zipOf } from './canonical-zip.ts'
import type { ZipEntry } from './canonical-zip.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('the day and the level with which it was zipped leave no trace', () => {
  const files = { 'b.xml': bytes('<b/>'.repeat(50)), 'a/c.xml': bytes('<c/>') }
  const first = zipSync(files, { mtime: new Date(2024, 4, 5), level: 9 })
  const second = zipSync(files, { mtime: new Date(2031, 0, 31), level: 0 })
  expect(first).not.toEqual(second)
  expect(canonicalZip(first)).toEqual(canonicalZip(second))
})

test('the order of the entries is kept, for some readers want theirs first', () => {
  const names = ['[Content_Types].xml', 'z.xml', 'a.xml']
  const zip = zipOf(names.map((name) => [name, bytes(name)] as const))
  expect(zipEntries(canonicalZip(zip)).map(([name]) => name)).toEqual(names)
})

test('whatever goes in comes out', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}\.xml$/), fc.uint8Array({ maxLength: 300 })), {
    selector: ([name]) => name,
    maxLength: 6,
  })
  fc.assert(
    fc.property(entries, (some: readonly ZipEntry[]) => {
      expect(zipEntries(zipOf(some)).map(([name, data]) => [name, [...data]])).toEqual(
        some.map(([name, data]) => [name, [...data]]),
      )
    }),
  )
})

test('the date is the oldest that a zip can say, wherever it is written', () => {
  const zip = zipOf([['a', bytes('a')]])
  const oldest = [0, 0, 33, 0]
  expect([...zip.subarray(10, 14)]).toEqual(oldest)
})

test('an entry is not replaced in silence', () => {
  expect(() =>
    zipOf([
      ['a', bytes('1')],
      ['a', bytes('2')],
    ]),
  ).toThrow('two entries of a zip are called a')
})
