// Values that a JSON Schema allows, and some that it nearly allows: what a client that means harm would try.
import fc from 'fast-check'

type Json = Readonly<Record<string, unknown>>

const deepest = 5

/** @param components what `#/components/schemas/NAME` refers to */
export function valuesFor(schema: object, components: object, depth: number = 0): fc.Arbitrary<unknown> {
  const json = schema as Json
  const within = (inner: unknown) => valuesFor(inner as object, components, depth + 1)
  if (depth > deepest) return fc.constant(null)
  if (typeof json['$ref'] === 'string') {
    const found = (components as Readonly<Record<string, object>>)[json['$ref'].split('/').at(-1)!]
    return found === undefined ? fc.jsonValue() : within(found)
  }
  const choices = (json['anyOf'] ?? json['oneOf']) as readonly unknown[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map(within))
  if (Array.isArray(json['enum'])) return fc.oneof(fc.constantFrom(...(json['enum'] as unknown[])), fc.string())
  if ('const' in json) return fc.constant(json['const'])
  const make = typeof json['type'] === 'string' ? byType[json['type']] : undefined
  return make === undefined ? fc.jsonValue({ maxDepth: 2 }) : make(json, within)
}

type Make = (json: Json, within: (inner: unknown) => fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>

const sly = ["' or 1=1 --", '\u0000', '\ud800', '<script>', '=1+1', '../../etc/passwd', 'a\r\nb', '‮', '💥'.repeat(300)]

const byType: Readonly<Record<string, Make>> = {
  string: (json) => {
    const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...sly))
    if (typeof json['pattern'] !== 'string') return odd
    return fc.oneof(
      { arbitrary: fc.constantFrom(...((json['examples'] as unknown[] | undefined) ?? ['x'])), weight: 3 },
      odd,
    )
  },
  integer: () => fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer(), fc.maxSafeInteger(), fc.double()),
  number: () => fc.double({ noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: (json, within) => fc.array(within(json['items'] ?? {}), { maxLength: 3 }),
  object: (json, within) => {
    const fields = (json['properties'] ?? {}) as Json
    const known = fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, within(field)])), {
      requiredKeys: ((json['required'] ?? []) as string[]).filter((name) => name in fields),
    })
    const stray = fc.dictionary(fc.constantFrom('admin', 'tenant_id', 'constructor'), fc.boolean(), { maxKeys: 1 })
    return fc.oneof(
      { arbitrary: known, weight: 8 },
      fc.tuple(known, stray).map(([one, more]) => ({ ...one, ...more })),
    )
  },
}
