// Statements for a system security plan: per requirement, who is to do what, when, how the parts meet, and what shows it.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import { unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import { isNamed } from '../evidence-name.ts'
import { fill } from '../placeholder.ts'
import { frontMatter, frontShows } from './front.ts'
import { byRequirement, capital, familyTables, listed, markOf, objectivesOf, serving } from './serving.ts'
import { cast } from './ssp-cast.ts'
import type { Cast } from './ssp-cast.ts'
import { decisionsSaid } from './ssp-decisions.ts'
import { ended, enumerated, isOrder, lowered, sayClock, sayPayment, sayStatement } from './ssp-prose.ts'
import type { Projection, View } from './view.ts'

export function sspView(projection: Projection): View {
  return {
    name: 'ssp',
    title: `Statements for the system security plan: ${projection.matrix.title}`,
    intro: [
      'A statement a requirement, to be taken into the system security plan. It says who is to do what; whether it is done that way is for the writer of the plan to confirm before it is taken over. What is open stands in brackets.',
      'A time with a citation is set by that law or rule. The other times were chosen by the parties.',
    ],
    preface: frontMatter(projection),
    tables: familyTables(objectivesOf(projection), (family) => ({
      columns: ['Id', capital(family[0]!.target.framework.nouns.requirement), 'Statement'],
      rows: byRequirement(family).map((objectives) => {
        const { requirement } = objectives[0]!.target
        return [requirement.id, requirement.title, statement(objectives, projection)]
      }),
    })),
    shows: [
      ...frontShows,
      'answers',
      'parts',
      'duties',
      'clocks',
      'sources',
      'roles',
      'evidence',
      'handoffs',
      'accountable',
      'citations',
    ],
  }
}

interface Work {
  readonly activity: Activity
  readonly marks: readonly string[]
}

/** A paragraph for each activity behind the requirement, then what does not apply, then what is open besides. */
function statement(objectives: readonly ObjectiveCoverage[], projection: Projection): string {
  const works = worksOf(objectives, projection)
  const named = cast(projection.matrix)
  const gaps = objectives.flatMap((objective) => objective.gaps)
  const apart = gaps.filter(({ activity }) => activity === undefined).map(({ message }) => message)
  return [
    ...works.map((work, index) =>
      [
        paragraph(work, { named, opening: opening(index, works.length), projection }),
        ...openSaid(
          gaps.filter(({ activity }) => activity === work.activity.id).map(({ message }) => message),
          projection,
        ),
      ].join(' '),
    ),
    ...decisionsSaid(objectives, projection.matrix),
    ...openSaid(apart, projection),
  ].join('\n')
}

function worksOf(objectives: readonly ObjectiveCoverage[], projection: Projection): readonly Work[] {
  const marks = new Map<Activity, string[]>()
  for (const objective of objectives)
    for (const { activity, part } of serving(objective, projection)) {
      const mark = [markOf(objective), part === undefined ? '' : `as to ${part}`]
        .filter((text) => text !== '')
        .join(' ')
      const known = marks.get(activity) ?? []
      if (mark !== '' && !known.includes(mark)) known.push(mark)
      marks.set(activity, known)
    }
  return [...marks].map(([activity, found]) => ({ activity, marks: found }))
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function opening(index: number, count: number): string {
  if (count === 1) return 'The work'
  const ordinal = ordinals[index] ?? 'next'
  return index === 0 ? `The ${ordinal} of ${numbers[count] ?? count} pieces of work` : `The ${ordinal}`
}

interface Telling {
  readonly named: Cast
  readonly opening: string
  readonly projection: Projection
}

function paragraph({ activity, marks }: Work, { named, opening: start, projection }: Telling): string {
  const { parameters, scopes } = projection.matrix
  const title = fill(activity.title, parameters)
  const where = (activity.scopes ?? []).map((id) => `“${scopes.find((scope) => scope.id === id)?.title ?? id}”`)
  const work = `${start} is ${isOrder(title) ? `to ${lowered(title)}` : `“${title}”`}`
  const about = [
    marks.length === 0 ? '' : `${marks[0]!.startsWith('as to ') ? '' : 'for '}${enumerated(marks)}`,
    where.length === 0 ? '' : `only in ${listed(where)}`,
  ]
  const limits = about.filter((text) => text !== '').join('; ')
  const duties = activity.duties.filter(({ party }) => party !== unassigned)
  const meet = fill(activity.handoff ?? '', parameters).trim()
  return [
    `${work}${limits === '' ? '' : ` (${limits})`}.`,
    accountable(activity, named),
    ...duties.map((duty) => sayDutyAsStatement(duty, { named, projection })),
    meet === '' ? '' : `The parts meet as follows. ${capital(ended(meet))}`,
    evidence(duties, { named, projection }),
  ]
    .filter((text) => text !== '')
    .join(' ')
}

function accountable(activity: Activity, named: Cast): string {
  const parties = accountableParties(activity)
  if (parties.length === 0) return ''
  return `${capital(listed(parties.map((id) => named.party(id))))} ${parties.length === 1 ? 'is' : 'are each named'} accountable for it.`
}

function sayDutyAsStatement(duty: Duty, { named, projection }: Omit<Telling, 'opening'>): string {
  const { parameters } = projection.matrix
  const does = fill(duty.does, parameters)
  const law = duty.source === undefined || duty.source.startsWith('customary') ? '' : ` (${duty.source})`
  const when = duty.timing === undefined ? '' : `${fill(sayClock(duty.timing), parameters)}${law}`
  const doer = named.doer(duty)
  if (duty.kind === 'pays') return sayPayment(does, { when, doer })
  return sayStatement(does, { when, doer })
}

function evidence(duties: readonly Duty[], { named, projection }: Omit<Telling, 'opening'>): string {
  const { parameters } = projection.matrix
  const held = [...Map.groupBy(duties, ({ party }) => party)]
    .map(([party, group]) => ({
      party,
      items: [
        ...new Set(
          group.flatMap(({ evidence: items = [] }) =>
            items
              .filter(isNamed)
              .map(({ what, from }) => fill(from === undefined ? what : `${what} (from ${from})`, parameters)),
          ),
        ),
      ],
    }))
    .filter(({ items }) => items.length > 0)
  return held
    .map(({ party, items }, index) => {
      const by = index === 0 ? 'Evidence to be held by' : 'By'
      return `${by} ${named.party(party)}: ${enumerated(items)}.`
    })
    .join(' ')
}

function openSaid(messages: readonly string[], { matrix }: Projection): readonly string[] {
  const found = [...new Set(messages.map((message) => fill(message, matrix.parameters)))]
  return found.length === 0 ? [] : [`[Open: ${found.join('; ')}.]`]
}
