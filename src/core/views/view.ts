// A view is a projection of a matrix for a reader: tables of text, never a copy that lives on its own.
import type { Context } from '../context.ts'
import type { Coverage } from '../coverage.ts'
import type { FrameworkId, PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { Content } from '../rendition/content.ts'

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface View {
  readonly name: string
  readonly title: string
  readonly intro: readonly string[]
  /** what a reader must know first; not part of the list itself */
  readonly preface: readonly Table[]
  readonly tables: readonly Table[]
  /** what of the matrix stands in it, with the preface; the rest is lost to its reader */
  readonly shows: readonly Content[]
  /** whose or which part it is limited to on purpose */
  readonly only?: string
}

export interface Projection {
  readonly matrix: Matrix
  readonly context: Context
  readonly proof: Coverage
  readonly party?: PartyId | undefined
  readonly framework?: FrameworkId | undefined
}

export function partyName(matrix: Pick<Matrix, 'parties'>, party: PartyId): string {
  if (party === 'unassigned') return 'Nobody yet'
  return matrix.parties.find(({ id }) => id === party)?.legalName ?? party
}
