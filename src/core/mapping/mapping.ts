// What was understood of a document's layout: each column's meaning with the reason, for a person to confirm or correct once.
import { z } from 'zod'
import { ClaimOwnership } from '../claims/claim.ts'
import { schemeNames } from '../requirement-id/scheme.ts'
import type { Scheme } from '../requirement-id/scheme.ts'
import { longest } from '../text.ts'

/** As the document has it. */
const cell = z.string().max(longest.cell)

const Side = z.enum(['msp', 'client', 'provider'])

const ColumnMeaning = z.enum([
  /** the requirement's or the objective's id */
  'requirement',
  'objective',
  /** what the row is about, in words */
  'activity',
  /** one cell that says who does it */
  'ownership',
  /** one cell that names who answers for it, beside another that names who does it */
  'accountable',
  /** one cell that names who helps with it */
  'supporting',
  /** whether it can be inherited: yes, partial, no */
  'inheritance',
  /** a party's part in running text */
  'words',
  /** a party's mark: it has a part in the rows that are marked */
  'mark',
  /** how much a party does: full, partial, none */
  'degree',
  /** a party's RACI letters */
  'raci',
  /** a box: who does it where it is marked */
  'box',
  /** running text that holds the parts of both */
  'split',
  /** the customer's controls that a report counts on beside its own (CUEC): shared by their definition */
  'counted-on',
  'evidence',
  'notes',
  'ignored',
  /** nobody knows yet: its cells are not read */
  'unknown',
  /** a party's part, and which party is not known: rows in which it has one stay unclear */
  'unknown-party',
])

export const ColumnMapping = z.strictObject({
  column: z.string().regex(/^[A-Z]{1,3}$/, 'a column is one to three capital letters: C'),
  /** as it stands over the column, the uppermost row first */
  heading: cell,
  is: ColumnMeaning,
  /** whose part it is */
  of: Side.optional(),
  /** the party's name, where the document has one */
  name: cell.min(1).optional(),
  /** whose it is where the box is marked */
  ownership: ClaimOwnership.optional(),
  /** whose ids it holds, where a person says so: a bare `3.1.1` may be of several schemes */
  scheme: z.enum(Object.keys(schemeNames) as [Scheme, ...Scheme[]]).optional(),
  /** which of the services side by side */
  service: cell.min(1).optional(),
  because: cell.optional(),
  examples: z.array(cell).readonly().optional(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** Columns that say who has a part. */
export const allocating: ReadonlySet<ColumnMapping['is']> = new Set([
  'ownership',
  'accountable',
  'supporting',
  'inheritance',
  'words',
  'mark',
  'degree',
  'raci',
  'box',
  'split',
  'counted-on',
  'unknown-party',
])

export const TableMapping = z.strictObject({
  table: cell.min(1),
  /** the headings in their order: tables of one layout share one mapping */
  layout: cell,
  /** the rows of its header */
  header: z.array(z.int().min(1)).readonly(),
  /** the first and the last row that was read */
  rows: z.tuple([z.int(), z.int()]).optional(),
  columns: z.array(ColumnMapping).readonly(),
})
export type TableMapping = z.infer<typeof TableMapping>

export const Mapping = z.strictObject({
  tables: z.array(TableMapping).readonly(),
  /** what a cell's words mean where the document says who does it: the user's word over ours */
  words: z.record(cell, ClaimOwnership),
  /** names that the document uses for a party */
  names: z.record(cell, Side).optional(),
})
export type Mapping = z.infer<typeof Mapping>

export const nothingMapped: Mapping = { tables: [], words: {} }
