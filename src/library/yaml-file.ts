// The library's files that people write: read from their folder, and every mistake told with its file and place.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Issue } from '../core/issue.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf } from '../core/schema-issues.ts'

/** The library cannot be used as it stands: every mistake, with its file and place. */
export class LibraryError extends Refusal {
  constructor(issues: readonly Issue[]) {
    super('invalid', 'the activity library has mistakes', issues)
    this.name = 'LibraryError'
  }
}

const home = new URL('./', import.meta.url)

/** A file of this folder, by its path from here. */
export function readShipped<S extends z.ZodType>(path: string, schema: S): z.infer<S> {
  return readYaml(path.slice(path.lastIndexOf('/') + 1), readFileSync(new URL(path, home), 'utf8'), schema)
}

export function readYaml<S extends z.ZodType>(name: string, text: string, schema: S): z.infer<S> {
  const value = parseYaml(name, text)
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new LibraryError(issuesOf(parsed.error, value).map(({ at, message }) => ({ at: `${name}: ${at}`, message })))
  return parsed.data
}

function parseYaml(name: string, text: string): unknown {
  try {
    return parse(text) as unknown
  } catch (error) {
    throw new LibraryError([{ at: name, message: `this is not YAML: ${yamlFault(error)}` }])
  }
}

/** The parser's word and line, then what to try: its own words are for programmers. */
function yamlFault(error: unknown): string {
  const said = (error instanceof Error ? error.message : String(error)).trimEnd()
  const advice = advices.find(([fault]) => fault.test(said))?.[1]
  return advice === undefined ? said : `${said}\n${advice}`
}

const advices: readonly (readonly [fault: RegExp, advice: string])[] = [
  [
    /Nested mappings|Unexpected scalar|Implicit keys/,
    'Put quotation marks around a text that holds ": " or " #", or starts with { [ * & ! | > % @ or a quotation mark.',
  ],
  [
    /Sequence item without|same column|Bad indentation/,
    'The fields of one activity, or of one duty, start in the same column.',
  ],
  [/Map keys must be unique/, 'A field is written twice in one place: keep one.'],
]
