// Random matrices for property tests: valid documents, from a handful of names, so that gaps and settled rows both turn up.
import fc from 'fast-check'
import type { Activity } from '../activity.ts'
import type { Decision } from '../decision.ts'
import type { Duty } from '../duty.ts'
import type { Engagement, Matrix } from '../matrix.ts'
import type { Timing } from '../timing.ts'
import { sampleMatrix } from './sample-matrix.ts'
import { Text, Title } from '../text.ts'

export const parties = ['msp', 'client', 'night-soc'] as const
const scopes = ['managed', 'office', 'plant'] as const
const offerings = ['help-desk', 'backup', 'monitoring'] as const
const references = [
  'sample:AC-1[a]',
  'sample:AC-1[b]',
  'sample:AC-2',
  'sample:AC-3',
  'sample:DOC-1',
  'trust:T1.1',
  'trust:T2.1',
  'trust:T3.1',
] as const
export const partNames = ['the office', 'the plant'] as const

/** Any whole text that a document can hold; trimmed, as reading it does. */
export const arbitraryText = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
  )
  .map((text) => text.trim())
  .filter((text) => Text.safeParse(text).success)

/** The same on one line. */
const arbitraryTitle = arbitraryText.filter((text) => Title.safeParse(text).success)

const sentence = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Disable the accounts',
      'Send the signed list',
      'Walk with each visitor',
      'Restore one file',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('Assist as needed', 'Tell {request channel}', 'Call {night number}') },
  { weight: 1, arbitrary: arbitraryText },
)

const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.record({ every: fc.constantFrom('3 months', 'week') }),
  fc.record({ within: fc.constantFrom('24 hours', 'promptly'), after: arbitraryText }),
  fc.record({ before: fc.constant('1 day'), event: arbitraryText }),
  fc.record({ on: arbitraryText }),
  fc.record({ keep: fc.constant('6 years'), from: arbitraryText }),
)

const duty = fc
  .record(
    {
      party: fc.constantFrom(...parties, 'msp', 'client', 'unassigned'),
      does: sentence,
      offering: fc.constantFrom(...offerings),
      kind: fc.constantFrom('does' as const, 'pays' as const),
      timing,
      role: arbitraryText,
      source: arbitraryText,
      own: fc.boolean(),
      basis: fc.record({ document: arbitraryText, place: arbitraryText }),
      evidence: fc.array(fc.record({ what: fc.oneof(fc.constant('closed ticket'), arbitraryText) }), { maxLength: 2 }),
    },
    { requiredKeys: ['party', 'does', 'evidence'] },
  )
  .map((made) => made as Duty)

const accountable = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...parties) },
  { weight: 1, arbitrary: fc.constant('unassigned') },
  { weight: 2, arbitrary: fc.subarray<string>([...parties]) },
)

const cover = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...references) },
  { weight: 1, arbitrary: fc.record({ ref: fc.constantFrom(...references), part: fc.constantFrom(...partNames) }) },
)

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/)
const covers = fc.uniqueArray(cover, { minLength: 1, maxLength: 3, selector: (made) => JSON.stringify(made) })

/** Without a gap of its own, unless two answer for it. */
const soundActivity: fc.Arbitrary<Activity> = fc
  .record({
    id,
    covers,
    party: fc.constantFrom(...parties),
    topic: fc.constantFrom('identity', 'backup'),
    limited: fc.constantFrom(undefined, undefined, [...scopes].slice(1)),
    second: fc.constantFrom(undefined, undefined, undefined, ...parties),
  })
  .map(({ party, limited, second, ...made }) => ({
    ...made,
    title: 'Restore one file each month',
    accountable: second === undefined || second === party ? party : [party, second],
    duties: [{ party, does: 'Restore one file', timing: { every: 'month' }, evidence: [{ what: 'restore report' }] }],
    ...(limited && { scopes: limited }),
  }))

const anyActivity: fc.Arbitrary<Activity> = fc
  .record(
    {
      id,
      title: sentence.filter((text) => Title.safeParse(text).success),
      topic: fc.constantFrom('identity', 'backup', 'physical'),
      covers,
      accountable,
      duties: fc.array(duty, { maxLength: 3 }),
      handoff: fc.constantFrom('The notice opens the ticket; the answer follows the same day', 'Shared', 'As agreed'),
      scopes: fc.subarray<string>([...scopes], { minLength: 1 }),
      trap: arbitraryText,
      reviewed: fc.record({ by: arbitraryText, date: fc.constant('2026-02-01') }),
    },
    { requiredKeys: ['id', 'title', 'topic', 'covers', 'duties'] },
  )
  .map((made) => made as Activity)

export const arbitraryActivity: fc.Arbitrary<Activity> = fc.oneof(soundActivity, anyActivity)

const arbitraryDecision: fc.Arbitrary<Decision> = fc
  .record(
    {
      ref: fc.constantFrom(...references, 'sample:AC-1'),
      kind: fc.constantFrom('not-applicable' as const, 'accepted-risk' as const, 'partial-case' as const),
      scope: fc.constantFrom(...scopes),
      reason: fc.constantFrom('No visitor enters the building', 'No CUI on paper', 'N/A'),
      by: fc.constant('Dana Reyes'),
      date: fc.constant('2026-02-01'),
    },
    { requiredKeys: ['ref', 'kind', 'by', 'date'] },
  )
  .map((made) => made as Decision)

/** Sold everywhere by one, or in each scope by another, or not at all. */
const sold = fc
  .tuple(
    ...offerings.map((offering) =>
      fc.oneof(
        fc.constant([]),
        fc.constantFrom(...parties).map((by) => [{ id: offering, by }]),
        fc
          .tuple(
            ...scopes.map((scope) =>
              fc
                .tuple(
                  fc.constantFrom(...parties, undefined),
                  fc.constantFrom(
                    {},
                    { basis: { document: 'Night SOC matrix' } },
                    { basis: { document: 'Backup terms' } },
                  ),
                )
                .map(([by, basis]) => (by ? [{ id: offering, by, scopes: [scope], ...basis }] : [])),
            ),
          )
          .map((each) => each.flat()),
      ),
    ),
  )
  .map((each) => each.flat() as Engagement['offerings'])

export const arbitraryEngagement: fc.Arbitrary<Engagement> = fc
  .record({
    frameworks: fc.constantFrom(
      [{ id: 'sample', edition: '1', assessed: 'client' }],
      [{ id: 'trust', assessed: 'msp' }],
      [
        { id: 'sample', assessed: 'client' },
        { id: 'trust', assessed: 'msp', categories: ['confidentiality', 'availability'] },
      ],
    ),
    offerings: sold,
    decisions: fc.array(arbitraryDecision, { maxLength: 5 }),
    parameters: fc.dictionary(
      fc.constantFrom('request channel', 'night number', 'unused'),
      fc.oneof(fc.constantFrom('the portal', '{night number}'), arbitraryText),
      { maxKeys: 3, noNullPrototype: true },
    ),
    title: arbitraryTitle,
    agreement: fc.constantFrom({}, { title: 'Managed services agreement' }, { effective: '2026-01-01' }),
    review: fc.constantFrom({}, { every: '12 months' }),
    variants: fc.constantFrom(undefined, { leaver: 'hosted' }),
  })
  .map(({ variants, ...made }) => ({
    format: 'demarc/matrix@1' as const,
    id: 'random',
    scopes: scopes.map((scope) => ({ id: scope, title: `The ${scope}` })),
    parties: sampleMatrix.parties,
    ...made,
    ...(variants && { variants: variants }),
  }))

export const arbitraryMatrix: fc.Arbitrary<Matrix> = fc
  .record({
    engagement: arbitraryEngagement,
    activities: fc.uniqueArray(arbitraryActivity, { maxLength: 6, selector: (activity) => activity.id }),
    parts: fc.constantFrom(
      undefined,
      {},
      { 'sample:AC-2': partNames, 'sample:AC-3': partNames, 'trust:T1.1': partNames },
    ),
  })
  .map(({ engagement, activities, parts }) => ({ ...engagement, ...(parts && { parts }), activities }))
