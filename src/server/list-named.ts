// Which list a request asks, and for what: the cursors that it hands out are good for the same question alone.
import { createHash } from 'node:crypto'
import { z } from 'zod'

export function isList(query: z.ZodType | undefined): boolean {
  return query instanceof z.ZodObject && 'cursor' in query.shape
}

/** The same for each of its pages, however many items each has. */
export function listNamed(route: string | undefined, params: unknown, query: object): string {
  const question = Object.entries(query).filter(([name]) => name !== 'cursor' && name !== 'limit')
  return createHash('sha256')
    .update(JSON.stringify([route, params, question]))
    .digest('base64url')
    .slice(0, 12)
}
