// The JSON Schema of a matrix document, for editors and other programs: what may be written, with a word on each field.
import { z } from 'zod'
import { Activity, Allocation, Cover, Origin, Placeholder, Variant } from '../core/activity.ts'
import { Decision } from '../core/decision.ts'
import { Basis, Duty, Evidence } from '../core/duty.ts'
import { Agreement, ChosenFramework, Matrix, Review, Scope } from '../core/matrix.ts'
import { Party } from '../core/party.ts'
import { Timing } from '../core/timing.ts'
import { fieldWords, noteOf } from './field-words.ts'
import type { DefinitionName } from './field-words.ts'

/** What is defined once and referred to. */
const definitions = {
  activity: Activity,
  agreement: Agreement,
  allocation: Allocation,
  basis: Basis,
  cover: Cover,
  decision: Decision,
  duty: Duty,
  evidence: Evidence,
  framework: ChosenFramework,
  origin: Origin,
  party: Party,
  placeholder: Placeholder,
  review: Review,
  scope: Scope,
  timing: Timing,
  variant: Variant,
} as const satisfies Readonly<Record<DefinitionName, z.ZodType>>

type Json = Readonly<Record<string, unknown>>

/** Editors write `$schema` into the document itself. */
function forEditors(document: Json): Json {
  return { ...document, properties: { $schema: { type: 'string' }, ...(document['properties'] as Json) } }
}

/** Draft 2020-12. A document without `activities` is an engagement, which `demarc new` composes. */
export function matrixSchema(): Json {
  const registry = z.registry<{ readonly id: string }>()
  for (const [id, schema] of Object.entries(definitions)) registry.add(schema, { id })
  const made = z.toJSONSchema(Matrix.partial({ activities: true }), {
    target: 'draft-2020-12',
    io: 'input',
    metadata: registry,
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  }) as Json
  const { $schema, $defs, ...document } = made
  return {
    $schema,
    title: 'Demarc matrix document',
    description: noteOf.document,
    ...forEditors(withWords(document, fieldWords.document)),
    $defs: Object.fromEntries(
      Object.entries($defs as Readonly<Record<DefinitionName, Json>>).map(([name, defined]) => [
        name,
        definition(name as DefinitionName, defined),
      ]),
    ),
  }
}

function definition(name: DefinitionName, { id: _id, ...defined }: Json): Json {
  return { description: noteOf[name], ...withWords(defined, fieldWords[name]) }
}

/** A description beside `$ref` is allowed since draft 2019-09. */
function withWords(schema: Json, words: Readonly<Record<string, string>> | undefined): Json {
  const shapes = schema['anyOf'] as readonly Json[] | undefined
  if (shapes) return { ...schema, anyOf: shapes.map((shape) => withWords(shape, words)) }
  const fields = schema['properties'] as Readonly<Record<string, Json>> | undefined
  if (!fields || !words) return schema
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(fields).map(([field, made]) => [
        field,
        words[field] === undefined ? made : { description: words[field], ...made },
      ]),
    ),
  }
}
