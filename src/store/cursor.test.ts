// Whatever is asked at a time, pages put together are the list, once each and in order; a foreign cursor is refused.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { PageAsked } from '../core/page.ts'
import { Refusal } from '../core/refusal.ts'
import { cursorIn, pageFrom } from './cursor.ts'

interface Row {
  readonly name: string | null
  readonly n: number
}

const keys = [z.string().nullable(), z.number()] as const
const order = (a: readonly (string | number | null)[], b: readonly (string | number | null)[]): number => {
  const [x, y] = [String(a[0]), String(b[0])]
  return x < y ? -1 : x > y ? 1 : Number(a[1]) - Number(b[1])
}

/** As a table answers: what follows the cursor, one more than asked for. */
function listed(rows: readonly Row[], asked: PageAsked) {
  const after = cursorIn(asked, keys)
  const left = rows.filter(({ name, n }) => after === undefined || order([name, n], after) > 0)
  return pageFrom(left.slice(0, asked.limit + 1), asked, { item: (row) => row, key: ({ name, n }) => [name, n] })
}

test('the pages put together are the list', () => {
  const row = fc.record({ name: fc.option(fc.string({ unit: 'grapheme' })), n: fc.nat() })
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ n }) => n }), fc.integer({ min: 1, max: 7 }), (unsorted, limit) => {
      const rows = unsorted.toSorted((a, b) => order([a.name, a.n], [b.name, b.n]))
      const seen: Row[] = []
      let cursor: string | undefined
      do {
        const page = listed(rows, { limit, cursor })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items)
        cursor = page.next
      } while (cursor !== undefined)
      expect(seen).toEqual(rows)
    }),
  )
})

test('a cursor that this list did not make is refused, whatever it is', () => {
  const refused = (cursor: string) => () => cursorIn({ limit: 1, cursor }, keys)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
      ),
      (cursor) => {
        fc.pre(!isOurs(cursor))
        expect(refused(cursor)).toThrow(Refusal)
      },
    ),
  )
  expect(refused(Buffer.from('["a",1,2]').toString('base64url'))).toThrow(/was not made by this list/)
  expect(refused(Buffer.from('[1,"a"]').toString('base64url'))).toThrow(/was not made by this list/)
})

function isOurs(cursor: string): boolean {
  try {
    return z.tuple([...keys]).safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).success
  } catch {
    return false
  }
}
