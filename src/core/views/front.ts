// What a reader must know before the rows: who takes part, what is in scope, what was bought, and what was decided.
import type { Decision } from '../decision.ts'
import type { Matrix } from '../matrix.ts'
import { partyName } from './view.ts'
import type { Projection, Table } from './view.ts'

/** What the tables of the front matter carry. */
export const frontShows = ['parties', 'offerings', 'scopes', 'agreement', 'review', 'decisions'] as const

export function frontMatter({ matrix, context }: Projection): readonly Table[] {
  const tables = [
    engagement(matrix, (id) => context.frameworks.get(id)?.title ?? id),
    parties(matrix),
    offerings(matrix, (id) => context.offerings?.[id]?.title ?? id),
    decisions(matrix),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

function engagement(matrix: Matrix, titleOf: (framework: string) => string): Table {
  const { agreement, review, frameworks, scopes } = matrix
  const rows = [
    ...frameworks.map(({ id, edition, assessed, categories }) => [
      'Framework',
      [titleOf(id), edition, (categories ?? []).join(', '), `assessed: ${partyName(matrix, assessed)}`]
        .filter((text) => text !== undefined && text !== '')
        .join('; '),
    ]),
    ...scopes.map(({ title }) => ['Scope', title]),
    [
      'Agreement',
      [agreement.title, agreement.reference, agreement.effective && `effective ${agreement.effective}`]
        .filter(Boolean)
        .join(', '),
    ],
    ['Boundary', agreement.boundary ?? ''],
    ['System security plan', agreement.ssp ?? ''],
    [
      'Review',
      [
        review.every && `every ${review.every}`,
        review.last && `last ${review.last}`,
        review.next && `next ${review.next}`,
      ]
        .filter(Boolean)
        .join(', '),
    ],
  ]
  return { title: 'Engagement', columns: ['What', 'Which'], rows: rows.filter(([, text]) => text !== '') }
}

function parties(matrix: Matrix): Table {
  return {
    title: 'Parties',
    columns: ['Party', 'Part', 'Class', 'Holds', 'Why'],
    rows: matrix.parties.map(({ legalName, kind, class: kindOf, holds, because }) => [
      legalName,
      kind,
      kindOf ?? '',
      (holds ?? []).join(', '),
      because ?? '',
    ]),
  }
}

const everywhere = 'all scopes'

function scopeTitle(id: string, { scopes }: Pick<Matrix, 'scopes'>): string {
  return scopes.find((scope) => scope.id === id)?.title ?? id
}

function offerings(matrix: Matrix, titleOf: (offering: string) => string): Table {
  return {
    title: 'Offerings',
    columns: ['Offering', 'Delivered by', 'Where'],
    rows: matrix.offerings.map(({ id, by, scopes }) => [
      titleOf(id),
      partyName(matrix, by),
      scopes === undefined ? everywhere : scopes.map((scope) => scopeTitle(scope, matrix)).join('; '),
    ]),
  }
}

function decisions(matrix: Matrix): Table {
  const say = ({ ref, part, scope, kind, by, reason, date, basis }: Decision): readonly string[] => [
    part === undefined ? ref : `${ref} (${part})`,
    scope === undefined ? everywhere : scopeTitle(scope, matrix),
    kind.replaceAll('-', ' '),
    reason ?? '',
    by ?? '',
    date ?? '',
    basis ?? '',
  ]
  return {
    title: 'Decisions',
    columns: ['About', 'Scope', 'Decision', 'Reason', 'By', 'On', 'Basis'],
    rows: matrix.decisions.map(say),
  }
}
