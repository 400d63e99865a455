// JSON and YAML: by what they mean where a reader knows them, else as the tables that they hold.
import { readValue } from '../../read-value.ts'
import { factsOf, type Facts } from '../facts.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { TextFile } from '../source-file.ts'
import { valueReaders } from './value-readers.ts'
import { valueTables } from './value-tables.ts'

/** `format` is what a document is called that no reader knows by its meaning. */
export async function readValues({ text, stem, issues }: TextFile, format: 'json' | 'yaml'): Promise<PackedDocument> {
  const read = await readValue(Buffer.from(text))
  if (!read.ok) throw new SourceFault(read.issues[0]!.message, read.issues[0]!.at)
  for (const reader of valueReaders) {
    const known = reader(read.value)
    if (known) return packDocument({ ...known, issues: [...issues, ...known.issues] })
  }
  const found = valueTables(read.value, stem || 'Table')
  return packDocument({
    format,
    ...found,
    statements: [],
    ...factsIn(read.value),
    pictures: 0,
    issues: [...issues, ...found.issues],
  })
}

function factsIn(value: unknown): Facts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const fields = value as Readonly<Record<string, unknown>>
  const text = (name: string): string | undefined => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return typeof field === 'string' || typeof field === 'number' ? String(field) : undefined
  }
  return factsOf({ title: text('title') ?? text('name'), version: text('version'), date: text('date') })
}
