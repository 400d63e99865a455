// Whatever text a route takes has an end, and what stands on one line in lists and mail is on one line.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openRoutes } from './open-routes.ts'
import { personRoutes, routes } from './routes.ts'

type Json = Readonly<Record<string, unknown>>

interface Takes {
  readonly name: string
  readonly takes?: 'bytes'
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
}

/** Places of texts that may be of any length. */
function endless({ name, takes, ...parts }: Takes): readonly string[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = parts[part]
    if (schema === undefined || (part === 'body' && takes === 'bytes')) return []
    return endlessIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), `${name} ${part}`)
  })
}

function endlessIn(schema: Json, at: string): readonly string[] {
  const { type, maxLength, pattern } = schema
  const known = 'enum' in schema || 'const' in schema || maxLength !== undefined || isBounded(pattern)
  const own = type === 'string' && !known ? [at] : []
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && key !== 'enum' ? endlessIn(value as Json, `${at}.${key}`) : [],
  )
  return [...own, ...inner]
}

/** A form without a repetition that has no end. */
function isBounded(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false
  const bare = pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  return !/[*+]|\{\d+,\}/.test(bare)
}

const all: readonly Takes[] = [...routes, ...personRoutes, ...openRoutes] as readonly Takes[]

test('no route takes a text without an end', () => {
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(endless)).toEqual([])
})

test.each([
  ['bare', z.strictObject({ note: z.string() }), 1],
  ['of an endless form', z.strictObject({ id: z.string().regex(/^[a-z]+$/) }), 1],
  ['of a form with a class that holds a star', z.strictObject({ id: z.string().regex(/^[*+]$/) }), 0],
  ['deep down', z.strictObject({ rows: z.array(z.union([z.int(), z.strictObject({ a: z.string().optional() })])) }), 1],
  ['a name of a field', z.strictObject({ names: z.record(z.string(), z.string().max(5)) }), 1],
  ['with an end', z.strictObject({ note: z.string().trim().max(10).nullable() }), 0],
])('a text that is %s is found where it has no end', (_, body, count) => {
  expect(endless({ name: 'planted', body })).toHaveLength(count)
})
