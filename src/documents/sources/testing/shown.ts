// A source as a test shows it: its tables as lines of `A=text`, each with its row's number.
import type { Read } from '../../../core/matrix-document.ts'
import type { SourceDocument, SourceTable } from '../../../core/claims/source-document.ts'
import { readSource } from '../read-source.ts'

export async function readText(text: string, fileName: string): Promise<SourceDocument> {
  return accepted(await readSource(Buffer.from(text), fileName))
}

export function accepted(read: Read<SourceDocument>): SourceDocument {
  if (!read.ok) throw new Error(`${read.issues[0]?.at}: ${read.issues[0]?.message}`)
  return read.value
}

export function refusal(read: Read<SourceDocument>): string {
  return read.ok ? `read as ${read.value.format}` : `${read.issues[0]!.at}: ${read.issues[0]!.message}`
}

export function lines({ rows }: SourceTable): readonly string[] {
  return rows.map(
    ({ number, hidden, cells }) =>
      `${number}${hidden ? ' hidden' : ''}: ${[...cells].map(([letter, { text }]) => `${letter}=${text}`).join(' ')}`,
  )
}

export function said({ issues }: SourceDocument): readonly string[] {
  return issues.map(({ at, message }) => `${at}: ${message}`)
}
