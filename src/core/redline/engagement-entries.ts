// The fields of an engagement as things with names and labelled texts, so that each can be told in words.
import type { Decision } from '../decision.ts'
import type { Matrix } from '../matrix.ts'
import { inWords, nameOf, sayBasis, scopeName } from './side.ts'
import type { Side } from './side.ts'
import { sayReference } from '../views/say-duty.ts'

export interface Entry {
  readonly name: string
  /** what makes it the same thing in both revisions, the strictest first */
  readonly keys: readonly string[]
  readonly texts: readonly (readonly [label: string, text: string])[]
}

type Told = Exclude<keyof Matrix, 'format' | 'id' | 'activities' | 'parameters' | 'topics'>

/** In the order in which they are told. */
export const engagementFields = [
  'title',
  'parties',
  'agreement',
  'offerings',
  'scopes',
  'frameworks',
  'decisions',
  'situations',
  'variants',
  'parts',
  'review',
] as const satisfies readonly Told[]

export const fieldTitles: Readonly<Record<Told, string>> = {
  title: 'Title',
  parties: 'Parties',
  agreement: 'Agreement',
  offerings: 'Offerings that are bought',
  scopes: 'Scopes',
  frameworks: 'Frameworks',
  decisions: 'Decisions',
  situations: 'Situations of the client',
  variants: 'Divisions chosen for single rows',
  parts: 'Parts in which an objective is served',
  review: 'Review',
}

type EntriesOf = (side: Side, titleOf: (framework: string) => string) => readonly Entry[]

export const entriesOf: Readonly<Record<Told, EntriesOf>> = {
  title: ({ matrix }) => [single('Title', matrix.title)],
  agreement: ({ matrix: { agreement }, sayDate }) => [
    single('Title', agreement.title),
    single('Reference', agreement.reference),
    single('Effective', agreement.effective && sayDate(agreement.effective)),
    single('Boundary', agreement.boundary),
    single('System security plan', agreement.ssp),
  ],
  review: ({ matrix: { review }, sayDate }) => [
    single('Every', review.every),
    single('Last', review.last && sayDate(review.last)),
    single('Next', review.next && sayDate(review.next)),
  ],
  parties: ({ matrix }) =>
    matrix.parties.map(({ id, legalName, kind, class: kindOf, holds, because }) => ({
      name: legalName,
      keys: [id],
      texts: [
        ['Legal name', legalName],
        ['Part', kind === 'msp' ? 'managed service provider' : kind],
        ['Class', kindOf ?? ''],
        ['Holds', (holds ?? []).join(', ')],
        ['Why it is in scope', because ?? ''],
        ['Short name', id],
      ],
    })),
  offerings: (side) =>
    side.matrix.offerings.map(({ id, by, scopes, basis }) => ({
      name: side.offeringName(id),
      keys: [[id, by, ...(scopes ?? [])].join(' '), `${id} ${by}`, id],
      texts: [
        ['Offering', side.offeringName(id)],
        ['Delivered by', nameOf(side, by)],
        ['Where', scopes === undefined ? '' : scopes.map((scope) => scopeName(side, scope)).join('; ')],
        ['Rests on', sayBasis(basis, side)],
      ],
    })),
  scopes: ({ matrix }) =>
    matrix.scopes.map(({ id, title }) => ({
      name: inWords(id),
      keys: [id],
      texts: [
        ['Title', title],
        ['Short name', id],
      ],
    })),
  frameworks: (side, titleOf) =>
    side.matrix.frameworks.map(({ id, edition, categories, assessed, capacity }) => ({
      name: titleOf(id),
      keys: [id],
      texts: [
        ['Framework', titleOf(id)],
        ['Edition', edition ?? ''],
        ['Categories', (categories ?? []).join(', ')],
        ['Assessed', nameOf(side, assessed)],
        ['Capacity', capacity === undefined ? '' : inWords(capacity)],
      ],
    })),
  decisions: (side) => side.matrix.decisions.map((decision) => decisionEntry(decision, side)),
  situations: ({ matrix }) => (matrix.situations ?? []).map((id) => single(inWords(id), inWords(id))),
  variants: ({ matrix }) =>
    Object.entries(matrix.variants ?? {}).map(([id, chosen]) =>
      single(matrix.activities.find((activity) => activity.id === id)?.title ?? inWords(id), inWords(chosen)),
    ),
  parts: ({ matrix }) =>
    Object.entries(matrix.parts ?? {}).map(([ref, parts]) => ({
      name: sayReference(ref),
      keys: [ref],
      texts: [['', parts.join('; ')]],
    })),
}

function single(name: string, text: string | undefined): Entry {
  return { name, keys: [name], texts: [['', text ?? '']] }
}

const kinds: Readonly<Record<Decision['kind'], string>> = {
  'not-applicable': 'not applicable',
  'addressable-alternative': 'addressable alternative',
  'accepted-risk': 'accepted residual risk',
  'partial-case': 'partial scoring case',
}

function decisionEntry({ ref, part, scope, kind, by, reason, date, basis }: Decision, side: Side): Entry {
  return {
    name: sayReference(ref, part),
    keys: [[ref, part ?? '', scope ?? '', kind].join('\n'), [ref, part ?? '', scope ?? ''].join('\n'), ref],
    texts: [
      ['About', sayReference(ref, part)],
      ['Decision', kinds[kind]],
      ['In', scope === undefined ? '' : scopeName(side, scope)],
      ['Reason', reason ?? ''],
      ['Decided by', by ?? ''],
      ['On', date === undefined ? '' : side.sayDate(date)],
      ['Basis', basis ?? ''],
    ],
  }
}
