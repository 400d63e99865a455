// What a person told in a mapping and this document has no use for: a table of another layout, a word that stands nowhere.
import type { SourceTable } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import { plain } from './plain-words.ts'

export function toldIssues(
  told: Mapping,
  { tables, read }: { readonly tables: readonly SourceTable[]; readonly read: readonly TableMapping[] },
): readonly Issue[] {
  return [...unusedTables(told, read), ...unusedWords(told, tables)]
}

function unusedTables(told: Mapping, read: readonly TableMapping[]): readonly Issue[] {
  const layouts = new Set(read.map(({ layout }) => layout))
  const unused = new Map(told.tables.flatMap((table) => (layouts.has(table.layout) ? [] : [[table.layout, table]])))
  return [...unused.values()].map(({ table }) => ({
    at: 'the mapping',
    message: `no table of this document has the headings of its table “${table}”, so what it says of that one was not used; is it the mapping of another document?`,
  }))
}

function unusedWords(told: Mapping, tables: readonly SourceTable[]): readonly Issue[] {
  const words = new Map(
    Object.entries(told.words).flatMap(([word, ownership]) => (ownership === 'unclear' ? [] : [[plain(word), word]])),
  )
  for (const { rows } of words.size === 0 ? [] : tables)
    for (const { cells } of rows) for (const { text } of cells.values()) words.delete(plain(text))
  return [...words.values()].map((word) => ({
    at: 'the mapping',
    message: `it says what “${word}” means, and no cell of this document holds just that; look how the document writes it`,
  }))
}
