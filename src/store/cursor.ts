// A cursor of a list: the values that its last item was ordered by, so that nothing is skipped or told twice while others write.
import { z } from 'zod'
import type { Page, PageAsked } from '../core/page.ts'
import { Refusal } from '../core/refusal.ts'

const Value = z.union([z.string(), z.number(), z.null()])

/** The values of the item after which the page begins; none for the first page. */
export function cursorIn<const S extends readonly z.ZodType[]>(
  { cursor, question }: PageAsked,
  schemas: S,
): { [K in keyof S]: z.output<S[K]> } | undefined {
  if (cursor === undefined) return undefined
  const mark = markOf(question)
  try {
    if (!cursor.startsWith(mark)) throw new Error('of another list')
    const text = Buffer.from(cursor.slice(mark.length), 'base64url').toString('utf8')
    const values = z.array(Value).parse(JSON.parse(text))
    return z.tuple(schemas as never).parse(values)
  } catch {
    throw new Refusal(
      'invalid',
      'this cursor was not made by this list, asked as it is now; ask for the first page again',
    )
  }
}

/** @param rows one more than asked for, where there are more */
export function pageFrom<R, T>(
  rows: readonly R[],
  { limit, question }: PageAsked,
  { item, key }: { readonly item: (row: R) => T; readonly key: (row: R) => readonly (string | number | null)[] },
): Page<T> {
  const shown = rows.slice(0, limit)
  const items = shown.map(item)
  if (rows.length <= limit) return { items }
  return { items, next: cursorOf(key(shown.at(-1)!), { question }) }
}

/** Read by nothing but the same question. */
export function cursorOf(
  values: readonly (string | number | null)[],
  { question }: Pick<PageAsked, 'question'>,
): string {
  return `${markOf(question)}${Buffer.from(JSON.stringify(values)).toString('base64url')}`
}

function markOf(question: string | undefined): string {
  return question === undefined ? '' : `${question}.`
}
