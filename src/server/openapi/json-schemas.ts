// From a route's schemas to JSON Schema: what has a name is defined once, among the document's components.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { Claim } from '../../core/claims/claim.ts'
import { Decision } from '../../core/decision.ts'
import { Duty } from '../../core/duty.ts'
import { Mapping } from '../../core/mapping/mapping.ts'
import { Matrix, MatrixHead } from '../../core/matrix.ts'
import { Party } from '../../core/party.ts'
import { PortfolioFigures } from '../../core/portfolio-figures.ts'
import { Offering } from '../../core/template.ts'

export type Json = Readonly<Record<string, unknown>>

export interface JsonSchemas {
  /** as it is sent to us */
  readonly asked: (schema: z.ZodType) => Json
  /** as we send it */
  readonly answered: (schema: z.ZodType) => Json
  /** what both refer to */
  readonly components: () => Json
}

const nameOf = new Map<z.core.$ZodType, string>([
  [Matrix, 'Matrix'],
  [Activity, 'Activity'],
  [Duty, 'Duty'],
  [Party, 'Party'],
  [Decision, 'Decision'],
  [MatrixHead, 'MatrixHead'],
  [PortfolioFigures, 'Figures'],
  [Offering, 'Offering'],
  [Claim, 'Claim'],
  [Mapping, 'Mapping'],
])

/** Zod's own, which holds the descriptions and the names (`id`) of what routes answer, and the names of the core's besides. */
const registry = Object.assign(Object.create(z.globalRegistry) as typeof z.globalRegistry, {
  get: (schema: z.core.$ZodType) => {
    const known = z.globalRegistry.get(schema)
    const id = nameOf.get(schema)
    return id === undefined ? known : { ...known, id }
  },
})

export function jsonSchemas(): JsonSchemas {
  const defined: Record<string, Json> = {}
  const made = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $schema: _,
      $defs,
      ...json
    } = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io,
      unrepresentable: 'any',
      metadata: registry as never,
      override: ({ jsonSchema }) => forReaders(jsonSchema),
    }) as Json
    const names = keep(defined, ($defs ?? {}) as Readonly<Record<string, Json>>, io)
    return pointed(json, names) as Json
  }
  return {
    asked: (schema) => made(schema, 'input'),
    answered: (schema) => made(schema, 'output'),
    components: () => defined,
  }
}

/** What says nothing to a reader goes, and an id shows what one looks like. */
function forReaders(json: z.core.JSONSchema.BaseSchema): void {
  delete json.readOnly
  delete json.id
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum
  if (json.format === 'date-time') {
    delete json.pattern
    json.examples = ['2026-03-14T09:00:00.000Z']
  }
  const id = exampleId(json.pattern)
  if (id !== undefined) json.examples = [id]
}

/** `^cli_[…]{26}$` → an id that fits */
function exampleId(pattern: unknown): string | undefined {
  const prefix = typeof pattern === 'string' ? /^\^([a-z]+_)\[/.exec(pattern)?.[1] : undefined
  return prefix === undefined ? undefined : `${prefix}01k5b7v9x2d4f6h8jmnpqrstvw`
}

/** What is sent may differ from what is asked, by defaults that are filled in: then it has a name of its own. */
function keep(
  defined: Record<string, Json>,
  found: Readonly<Record<string, Json>>,
  io: 'input' | 'output',
): ReadonlyMap<string, string> {
  const plain = new Map(Object.keys(found).map((name) => [name, name]))
  const named = new Map(
    Object.entries(found).map(([name, json]) => {
      const before = defined[name]
      const same = before === undefined || JSON.stringify(before) === JSON.stringify(pointed(json, plain))
      return [name, same ? name : `${name}${io === 'input' ? 'Asked' : 'Answered'}`]
    }),
  )
  for (const [name, json] of Object.entries(found)) defined[named.get(name)!] ??= pointed(json, named) as Json
  return named
}

const local = '#/$defs/'

function pointed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => pointed(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key !== '$ref' || typeof one !== 'string' || !one.startsWith(local)) return [key, pointed(one, names)]
      const name = one.slice(local.length)
      return [key, `#/components/schemas/${names.get(name) ?? name}`]
    }),
  )
}
