// Somebody's document as its reader gives it: tables by row and column, statements where the format has a meaning of its own.
import type { Issue } from '../issue.ts'
import type { RawSheet } from '../proposal/raw-workbook.ts'
import type { ClaimOwnership } from './claim.ts'

export interface SourceDocument {
  readonly format: string
  readonly tables: readonly SourceTable[]
  readonly statements: readonly Statement[]
  /** as the document says them of itself */
  readonly title?: string
  readonly version?: string
  /** 2026-11-23 */
  readonly date?: string
  /** the date is the day when a program last saved the file */
  readonly saved?: true
  /** the first lines of its running text */
  readonly opening?: readonly { readonly at: string; readonly text: string }[]
  /** characters of running text outside its tables */
  readonly prose: number
  readonly pictures: number
  /** lines of it that may explain what a code in its tables means */
  readonly texts?: readonly string[]
  /** what its reader could not take in, by place */
  readonly issues: readonly Issue[]
}

/**
 * Rows are numbered as the place is found again: a sheet's rows, a CSV file's records, the lines of a Markdown file,
 * the rows of a table in HTML or DOCX. Cells stand by column letter; what is merged stands in its first cell.
 */
export interface SourceTable extends RawSheet {
  /** the headings above it, the outermost first */
  readonly headings: readonly string[]
  /** rows that the format itself declares to be the header (`<thead>`, a Markdown table's first row) */
  readonly declaredHeader?: readonly number[]
  /**
   * Cells without words that have a color of their own, by place (`C17`): neither white, nor that of words in their row or
   * of their whole column. The value tells one color from another, and says nothing else.
   */
  readonly colored?: ReadonlyMap<string, string>
}

/** What a format says outright, so that no heading has to be understood: OSCAL, OpenControl, our own files. */
export interface Statement {
  readonly at: string
  /** the requirement's id as the document writes it: `ac-2.1`, `3.1.1[a]` */
  readonly id: string
  /** who is meant, as the document names it; undefined: whose document it is */
  readonly party?: string
  readonly service?: string
  readonly ownership: ClaimOwnership
  readonly text: string
  readonly customerMust?: string
}
