// A page of a list: the items, and where the next page goes on. A cursor says after which item; only the list that made it reads it.
import { z } from 'zod'
import { longest } from './text.ts'

export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'how many at most' }),
  cursor: z.string().max(longest.cursor).optional().meta({ description: '`next` of the page before' }),
}

export interface PageAsked {
  readonly limit: number
  readonly cursor?: string | undefined
  /** which list is asked, and for what: a cursor is of this list and of no other */
  readonly question?: string | undefined
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().optional().meta({ description: 'as `cursor` it brings the next page; missing on the last' }),
  })
}
