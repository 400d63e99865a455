// Tables as claims, with ids that a test can read: what a document of them says, row by row.
import type { Recognised } from '../claims/requirement-words.ts'
import { readDocument } from '../mapping/read-document.ts'
import type { DocumentReading } from '../mapping/read-document.ts'
import type { sourceTable } from './source-table.ts'

export function recognise({ text, kind }: { readonly text: string; readonly kind: string }): Recognised {
  if (kind !== 'text') return { kind: 'damaged', message: 'a spreadsheet changed it' }
  const [, id, rest = ''] = /^\s*((?:[A-Z]{2}\.L2-)?3\.\d{1,2}\.\d{1,2}(?:\[[a-z]\])?)\s*(.*)$/.exec(text) ?? []
  if (id === undefined) return { kind: 'none' }
  return { kind: 'known', found: [{ framework: 'cmmc-l2', requirement: id, objectives: [] }], rest }
}

export function read(tables: readonly ReturnType<typeof sourceTable>[], party = 'Nordic Cloud'): DocumentReading {
  return readDocument(
    { format: 'xlsx', tables, statements: [], prose: 0, pictures: 0, issues: [] },
    { naming: { party }, recogniser: () => recognise, told: { tables: [], words: {} } },
  )
}

/** "3.1.1 provider" for every claim. */
export function said({ claims }: DocumentReading): readonly string[] {
  return claims.map(({ requirement, activity, ownership }) => `${requirement ?? activity} ${ownership}`)
}
