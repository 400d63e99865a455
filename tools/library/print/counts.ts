// The library in figures: by framework, topic, ownership, offering and situation.
import { coverPart, coverRef } from '../../../src/core/activity.ts'
import type { Activity } from '../../../src/core/activity.ts'
import { compose } from '../../../src/core/compose.ts'
import { ownership } from '../../../src/core/ownership.ts'
import type { Ownership } from '../../../src/core/ownership.ts'
import type { TopicFile } from '../../../src/library/template.ts'
import { answered, engagementWith } from '../engagements.ts'
import { frameworks } from '../library.ts'
import type { Library } from '../library.ts'
import { link, table } from './markdown.ts'

const owners = ['msp', 'client', 'shared'] as const satisfies readonly Ownership[]

export function byFramework({ template }: Library): string {
  return table(
    ['Framework', 'Requirements', 'Objectives', 'served whole', 'served in parts', 'Rows that cite it'],
    [...frameworks.values()].map(({ id, title, requirements }) => {
      const cited = template.activities
        .flatMap(({ covers }) => covers)
        .filter((cover) => ofFramework(coverRef(cover), id))
      const whole = new Set(cited.filter((cover) => coverPart(cover) === undefined).map(coverRef))
      const split = new Set(cited.filter((cover) => coverPart(cover) !== undefined).map(coverRef))
      const rows = template.activities.filter(({ covers }) => covers.some((cover) => ofFramework(coverRef(cover), id)))
      const objectives = requirements.flatMap((requirement) => requirement.objectives)
      return [title, requirements.length, objectives.length, whole.size, split.size, rows.length]
    }),
  )
}

export function byTopic(library: Library, topics: readonly Pick<TopicFile, 'topic' | 'title'>[]): string {
  const sold = ownedWith(
    library,
    library.template.offerings.map(({ id }) => id),
  )
  return table(
    [
      'Topic',
      'Rows',
      'Duties',
      ...owners.map((owner) => `with all offerings: ${owner}`),
      'MSP accountable',
      'Client accountable',
    ],
    topics.map(({ topic, title }) => {
      const rows = library.template.activities.filter((activity) => activity.topic === topic)
      return [
        link(title, `library/${topic}.md`),
        rows.length,
        rows.flatMap(({ duties }) => duties).length,
        ...owners.map((owner) => rows.filter(({ id }) => sold.get(id) === owner).length),
        rows.filter(({ accountable }) => accountable === 'msp').length,
        rows.filter(({ accountable }) => accountable === 'client').length,
      ]
    }),
  )
}

export function byOwnership(library: Library): string {
  const all = library.template.offerings.map(({ id }) => id)
  return table(
    ['What the client buys', ...owners, 'rows'],
    [['every offering', all], ...all.map((id) => [`only ${id}`, [id]] as const), ['nothing', []]].map(
      ([what, bought]) => {
        const owned = ownedWith(library, bought as readonly string[])
        return [
          what as string,
          ...owners.map((owner) => [...owned.values()].filter((one) => one === owner).length),
          owned.size,
        ]
      },
    ),
  )
}

export function bySituation({ template }: Library): string {
  const withVariant = (id: string): readonly Activity[] =>
    template.activities.filter(({ variants = [] }) => variants.some((variant) => variant.id === id))
  return table(
    ['Situation', 'Question', 'Rows with a variant'],
    (template.situations ?? []).map(({ id, ask }) => [`\`${id}\``, ask, withVariant(id).map(rowLink).join(', ')]),
  )
}

export function rowLink({ id, topic }: Activity): string {
  return link(id, `library/${topic}.md#${id}`)
}

function ownedWith({ template }: Library, offerings: readonly string[]): ReadonlyMap<string, Ownership> {
  const { activities } = compose(answered(engagementWith(offerings), template), template, { frameworks })
  return new Map(activities.map((activity) => [activity.id, ownership(activity)]))
}

function ofFramework(ref: string, framework: string): boolean {
  return ref.startsWith(`${framework}:`)
}
