// What a matrix holds, kind by kind, so that a document can say what of it is lost.
import type { Activity } from '../activity.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'

interface Kind {
  readonly one: string
  readonly many: string
  readonly count: (matrix: Matrix) => number
}

const duties = ({ activities }: Matrix): readonly Duty[] => activities.flatMap((activity) => activity.duties)
const dutiesWith =
  (has: (duty: Duty) => unknown) =>
  (matrix: Matrix): number =>
    duties(matrix).filter((duty) => Boolean(has(duty))).length
const rowsWith =
  (has: (activity: Activity) => unknown) =>
  ({ activities }: Matrix): number =>
    activities.filter((activity) => Boolean(has(activity))).length
const evidence = (matrix: Matrix) => duties(matrix).flatMap((duty) => duty.evidence ?? [])

export const contentKinds = {
  title: { one: 'title', many: 'titles', count: () => 1 },
  parties: { one: 'party', many: 'parties', count: ({ parties }) => parties.length },
  offerings: { one: 'offering', many: 'offerings', count: ({ offerings }) => offerings.length },
  scopes: { one: 'scope', many: 'scopes', count: ({ scopes }) => scopes.length },
  agreement: {
    one: 'agreement',
    many: 'agreements',
    count: ({ agreement }) => Math.min(1, Object.keys(agreement).length),
  },
  review: { one: 'review date', many: 'review dates', count: ({ review }) => Object.keys(review).length },
  decisions: { one: 'decision', many: 'decisions', count: ({ decisions }) => decisions.length },
  answers: {
    one: 'answer to a question',
    many: 'answers to questions',
    count: ({ parameters }) => Object.keys(parameters).length,
  },
  situations: { one: 'situation', many: 'situations', count: ({ situations = [] }) => situations.length },
  parts: { one: 'list of parts', many: 'lists of parts', count: ({ parts = {} }) => Object.keys(parts).length },
  identifiers: { one: 'row identifier', many: 'row identifiers', count: ({ activities }) => activities.length },
  duties: { one: 'duty', many: 'duties', count: (matrix) => duties(matrix).length },
  clocks: { one: 'time limit or cadence', many: 'time limits and cadences', count: dutiesWith(({ timing }) => timing) },
  sources: { one: 'source of a time limit', many: 'sources of time limits', count: dutiesWith(({ source }) => source) },
  roles: { one: 'role', many: 'roles', count: dutiesWith(({ role }) => role) },
  interviewees: { one: 'interviewee', many: 'interviewees', count: dutiesWith(({ interviewee }) => interviewee) },
  bases: {
    one: 'basis of a provider’s duty',
    many: 'bases of providers’ duties',
    count: dutiesWith(({ basis }) => basis),
  },
  claims: {
    one: 'claim that a basis accepts',
    many: 'claims that bases accept',
    count: dutiesWith(({ basis }) => basis?.claim),
  },
  evidence: { one: 'item of evidence', many: 'items of evidence', count: (matrix) => evidence(matrix).length },
  'evidence places': {
    one: 'place or digest of evidence',
    many: 'places and digests of evidence',
    count: (matrix) =>
      evidence(matrix).filter(({ keptAt, lastSeen, sha256 }) => Boolean(keptAt ?? lastSeen ?? sha256)).length,
  },
  handoffs: { one: 'hand-off', many: 'hand-offs', count: rowsWith(({ handoff }) => handoff) },
  accountable: {
    one: 'accountable party',
    many: 'accountable parties',
    count: rowsWith(({ accountable }) => accountable),
  },
  citations: {
    one: 'citation',
    many: 'citations',
    count: ({ activities }) => activities.flatMap(({ covers }) => covers).length,
  },
  questions: {
    one: 'row with questions',
    many: 'rows with questions',
    count: rowsWith(({ placeholders }) => Object.keys(placeholders ?? {}).length),
  },
  alternatives: {
    one: 'row with other divisions',
    many: 'rows with other divisions',
    count: rowsWith(({ withoutOffering, withoutOne, variants }) => withoutOffering ?? withoutOne ?? variants),
  },
  exemptions: {
    one: 'row with facts that exempt',
    many: 'rows with facts that exempt',
    count: rowsWith(({ notApplicable }) => notApplicable),
  },
  'suggested answers': {
    one: 'suggested answer to a question',
    many: 'suggested answers to questions',
    count: ({ activities }) =>
      activities
        .flatMap(({ placeholders = {} }) => Object.values(placeholders))
        .filter((placeholder) => Boolean(placeholder.example ?? placeholder.default)).length,
  },
  conditions: {
    one: 'condition under which a row applies',
    many: 'conditions under which rows apply',
    count: rowsWith(({ appliesWhen }) => appliesWhen),
  },
  traps: { one: 'trap', many: 'traps', count: rowsWith(({ trap }) => trap) },
  origins: { one: 'origin in a template', many: 'origins in a template', count: rowsWith(({ origin }) => origin) },
  readings: {
    one: 'note of who read a row',
    many: 'notes of who read a row',
    count: rowsWith(({ reviewed }) => reviewed),
  },
} as const satisfies Readonly<Record<string, Kind>>

export type Content = keyof typeof contentKinds
export const allContent = Object.keys(contentKinds) as readonly Content[]

/** What this matrix holds and the document does not, as people count: "3 decisions". */
export function losses(matrix: Matrix, carried: readonly Content[]): readonly string[] {
  return (Object.entries(contentKinds) as [Content, Kind][])
    .filter(([kind]) => !carried.includes(kind))
    .map(([, { one, many, count }]) => ({ number: count(matrix), one, many }))
    .filter(({ number }) => number > 0)
    .map(({ number, one, many }) => `${number} ${number === 1 ? one : many}`)
}
