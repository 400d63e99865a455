// The gates that the library passes as a whole: every objective taken once, nothing said twice, one question for one name.
import { compose } from '../../src/core/compose.ts'
import type { Engagement } from '../../src/core/matrix.ts'
import { findings } from '../../src/core/findings.ts'
import { loadContext } from '../../src/library/knowledge.ts'
import { allot } from './allotment.ts'
import { answered, engagementIn, engagementWith } from './engagements.ts'
import type { Gate, Outcome } from './gate.ts'
import { objectives, placeOf } from './library.ts'
import type { Library } from './library.ts'
import { likePairs } from './likeness.ts'

/** The share of content words from which on two rows say the same. */
const alike = 0.35

export const wholeGates: readonly Gate[] = [
  {
    id: 'allotment',
    asks: 'Is every objective of the four frameworks taken once: whole by one row, or in declared parts, each by another?',
    look: ({ template }) => ({ looked: objectives.length, faults: allot(template, objectives).faults }),
  },
  {
    id: 'near-duplicate',
    asks: 'Does each row say something that no other says?',
    look: ({ template }) => {
      const place = new Map(template.activities.map((activity) => [activity.id, placeOf(activity)]))
      return {
        looked: template.activities.length,
        faults: [
          ...likePairs(template.activities, alike).map(
            ({ share, first, second }) =>
              `${place.get(first)} and ${place.get(second)} share ${Math.round(share * 100)} % of their words`,
          ),
          ...twice(template.activities.map((activity) => [activity.title, placeOf(activity)])),
        ],
      }
    },
  },
  {
    id: 'own-sentence',
    asks: 'Is no duty, as sold, the same sentence in two rows?',
    look: ({ duties }) => {
      const sold = duties.filter(({ division }) => division.way === 'sold')
      return { looked: sold.length, faults: twice(sold.map(({ duty, division }) => [duty.does, division.at])) }
    },
  },
  {
    id: 'one-question',
    asks: 'Does each placeholder ask the same wherever its name is used, and no two the same?',
    look: questionsAsked,
  },
  {
    id: 'own-checks',
    asks: 'Do the product’s own checks find nothing but open questions and unreviewed rows, with all offerings, with none, and in each situation?',
    look: (library) => {
      const all = library.template.offerings.map(({ id }) => id)
      const situations = library.template.situations ?? []
      const faults = [
        ...found(library, engagementWith(all)),
        ...found(library, engagementWith([])).map((fault) => `${fault} (with nothing sold)`),
        ...situations.flatMap((situation) =>
          found(library, engagementIn(situation, all)).map((fault) => `${fault} (in the situation ${situation.id})`),
        ),
      ]
      return { looked: library.template.activities.length * (2 + situations.length), faults: grouped(faults) }
    },
  },
]

/** Texts that stand in two places; blind to case. */
function twice(texts: readonly (readonly [text: string, at: string])[]): readonly string[] {
  return [...Map.groupBy(texts, ([text]) => text.toLowerCase()).values()]
    .map((places) => [...new Set(places.map(([, at]) => at))])
    .flatMap((places, index) => (places.length > 1 ? [`${places.join(' and ')} say the same (${index})`] : []))
}

function questionsAsked({ template }: Library): Outcome {
  const asked = template.activities.flatMap((activity) =>
    Object.entries(activity.placeholders ?? {}).map(([name, { ask, default: usual }]) => ({
      at: placeOf(activity),
      name,
      ask: ask.toLowerCase(),
      said: `${ask} (${usual ?? 'no default'})`,
    })),
  )
  const differing = [...Map.groupBy(asked, ({ name }) => name)].flatMap(([name, places]) =>
    [...Map.groupBy(places, ({ said }) => said)]
      .slice(1)
      .map(([said, [other]]) => `${other!.at}: {${name}} asks "${said}", in ${places[0]!.at} "${places[0]!.said}"`),
  )
  const synonyms = [...Map.groupBy(asked, ({ ask }) => ask).values()]
    .map((places) => [...new Set(places.map(({ name, at }) => `{${name}} in ${at}`))])
    .filter((places) => new Set(places.map((place) => place.split('}')[0])).size > 1)
    .map((places) => `${places.join(' and ')} ask the same`)
  return { looked: asked.length, faults: [...differing, ...synonyms] }
}

const left = new Set(['unfilled-placeholder', 'not-customised'])

/** One fault with all the cases in which it was found. */
function grouped(faults: readonly string[]): readonly string[] {
  const cases = / \((?:with|in) [^()]*\)$/
  const byFault = Map.groupBy(faults, (fault) => fault.replace(cases, ''))
  return [...byFault].map(([fault, same]) => (same.length > 1 ? `${fault} (in ${same.length} cases)` : same[0]!))
}

/** All but what each engagement fills in and reviews; notes are doubts, and counted apart. */
function found({ template }: Library, engagement: Engagement): readonly string[] {
  const context = { ...loadContext(), today: '2026-11-23' }
  const place = new Map(template.activities.map((activity) => [activity.id, placeOf(activity)]))
  return findings(compose(answered(engagement, template), template, context), context)
    .filter(({ code, severity }) => !left.has(code) && severity !== 'note')
    .map(({ activity, code, message }) => `${place.get(activity ?? '') ?? 'library'}: ${code}: ${message}`)
}
