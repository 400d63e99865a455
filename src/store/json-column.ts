// A column that holds JSON: parsed by its schema, for a database outlives the program that wrote to it.
import type { z } from 'zod'

export function jsonIn<T>(text: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(text))
}
