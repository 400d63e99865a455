// A paper is a text as people read and print it: a cover, sections and tables. PDF, Word and HTML print the same one.

/** Text with one mark at most; formats show a mark by more than colour. */
export interface Run {
  readonly text: string
  readonly mark?: 'strong' | 'muted' | 'inserted' | 'deleted'
}
export type Line = readonly Run[]

/** A cell holds a line for each thing that stands in it. */
export type Cell = readonly Line[]

export interface Column {
  readonly title: string
  /** its share of the width; by its content where it is not said */
  readonly weight?: number
  /** what its words mean, so that a format may colour them besides */
  readonly tone?: 'ownership' | 'status'
  /** published ids: never broken over lines where that can be helped */
  readonly ids?: true
}

export interface RowGroup {
  readonly title?: string
  /** under the title, across all columns */
  readonly note?: Cell
  /** under the rows, across all columns */
  readonly foot?: Cell
  readonly rows: readonly (readonly Cell[])[]
}

/** One who signs: where to sign, or, once signed, what was signed with. */
export interface Signer {
  readonly capacity: string
  readonly legalName: string
  /** label and text: name, title, date, method; empty texts are lines to write on */
  readonly lines: readonly (readonly [string, string])[]
}

export type Block =
  | { readonly kind: 'text'; readonly line: Line; readonly style?: 'clause' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'facts'; readonly caption: string; readonly rows: readonly (readonly [string, Cell])[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly Column[]
      readonly groups: readonly RowGroup[]
    }
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[] }

export interface Section {
  /** printed with its number where the paper numbers its sections */
  readonly number?: string
  readonly heading: string
  readonly level: 1 | 2
  /** the orientation from here on; a change, or `newPage`, starts a page */
  readonly orientation?: 'portrait' | 'landscape'
  readonly newPage?: true
  readonly blocks: readonly Block[]
}

export interface Cover {
  readonly kicker: string
  readonly title: string
  readonly subtitle?: string
  readonly between: readonly { readonly capacity: string; readonly legalName: string }[]
  readonly facts: readonly (readonly [string, string])[]
  readonly notice?: string
}

export interface Paper {
  readonly name: string
  readonly title: string
  /** BCP 47 */
  readonly language: string
  readonly cover?: Cover
  /** a list of the sections with their pages follows the cover */
  readonly contents?: true
  /** across every page, and said in its header: not final, and why */
  readonly draft?: string
  readonly header: string
  /** stands left of "Page x of y" */
  readonly footer: string
  readonly sections: readonly Section[]
  /** calendar date of the text itself; the only date in a file's properties */
  readonly date?: string
}

export function plain(text: string): Line {
  return [{ text }]
}

/** A line for each line of text; empty text is an empty cell. */
export function cellOf(text: string): Cell {
  return text === '' ? [] : text.split('\n').map(plain)
}

export function textOf(cell: Cell): string {
  return cell.map((line) => line.map(({ text }) => text).join('')).join('\n')
}
