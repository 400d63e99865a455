// Somebody's document as claims to confirm: what it says, by place; what of it could not be read; what a careful reader doubts.
import { brief } from '../brief.ts'
import type { Context } from '../context.ts'
import type { Issue } from '../issue.ts'
import type { IdColumn } from '../mapping/found-tables.ts'
import { nothingMapped } from '../mapping/mapping.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Naming } from '../mapping/party-words.ts'
import { readDocument } from '../mapping/read-document.ts'
import { rememberedText } from '../remembered.ts'
import { schemeOf } from '../requirement-id/column-scheme.ts'
import { recogniseIds } from '../requirement-id/recognise-ids.ts'
import { columnOf } from '../requirement-id/scheme.ts'
import type { ColumnScheme } from '../requirement-id/scheme.ts'
import type { Claim } from './claim.ts'
import { doubtsAbout } from './doubts.ts'
import type { SourceDocument } from './source-document.ts'
import { withSuggestions } from './suggestions.ts'

export interface ImportedClaims {
  readonly mapping: Mapping
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
  readonly declined?: string
}

export interface ImportedAs {
  readonly naming: Naming
  readonly told?: Mapping
  /** a file is often called after the framework whose ids it holds */
  readonly fileName?: string
}

/** The user's mapping holds for tables of the layout that it was made for. */
export function importClaims(
  document: SourceDocument,
  { naming, told = nothingMapped, fileName = '' }: ImportedAs,
  context: Pick<Context, 'frameworks' | 'terms'>,
): ImportedClaims {
  const { frameworks } = context
  const { claims, issues, ...read } = readDocument(document, {
    naming,
    told,
    called: [fileName],
    recogniser: ({ cells, headings, scheme: confirmed, placeOf }) => {
      const scheme =
        confirmed === undefined ? explained(schemeOf(cells, frameworks, headings), placeOf) : columnOf(confirmed)
      const inText = rememberedText((text) => recogniseIds({ text, kind: 'text' }, frameworks, scheme))
      return (cell) => (cell.kind === 'text' ? inText(cell.text) : recogniseIds(cell, frameworks, scheme))
    },
  })
  return { ...read, claims: withSuggestions(claims, context), issues: [...doubtsAbout(claims, context), ...issues] }
}

function explained(scheme: ColumnScheme, placeOf: IdColumn['placeOf']): ColumnScheme {
  const { cause } = scheme
  if (cause === undefined) return scheme
  const where = placeOf === undefined ? '' : `${placeOf(cause.index)} `
  return {
    ...scheme,
    because: `${where}“${brief(cause.text, 60)}” stands in the same column, and is another’s; say in the mapping whose ids it holds ("scheme")`,
  }
}
