// Only what the client must do, in plain words: a row an activity, its own duties with their clocks, and how they meet the others'.
import type { Duty } from '../duty.ts'
import { fill } from '../placeholder.ts'
import { clocksExplained, sayCitations, sayDuty, sayEvidence, sayTitle } from './say-duty.ts'
import { activitiesOf, heading } from './srm.ts'
import { standing } from './standing.ts'
import { partyName } from './view.ts'
import type { Projection, Table, View } from './view.ts'

/** The people meant, for readers who do not call them so; those with the most duties first. */
function rolesOf(duties: readonly Duty[], { context: { roles = {} } }: Projection): readonly Table[] {
  const held = [...Map.groupBy(duties, ({ role = '' }) => role)]
    .filter(([role]) => Object.hasOwn(roles, role))
    .toSorted(([, a], [, b]) => b.length - a.length)
  if (held.length === 0) return []
  const rows = held.map(([role, group]) => [role, roles[role]!, String(group.length)])
  return [{ title: 'Who is meant', columns: ['Role', 'Person', 'Duties'], rows }]
}

export function clientView(projection: Projection): View {
  const { matrix } = projection
  const mine = activitiesOf(projection)
    .filter((activity) => standing(activity, projection.proof).applies)
    .map((activity) => ({ activity, duties: activity.duties.filter(({ party }) => party === 'client') }))
    .filter(({ duties }) => duties.length > 0)
  return {
    name: 'client',
    title: `What ${partyName(matrix, 'client')} does: ${matrix.title}`,
    intro: ['Only your own part. The others’ parts are in the full matrix.', clocksExplained],
    preface: rolesOf(
      mine.flatMap(({ duties }) => duties),
      projection,
    ),
    shows: ['answers', 'parts', 'duties', 'clocks', 'sources', 'roles', 'evidence', 'handoffs', 'citations'],
    only: `the duties of ${partyName(matrix, 'client')}`,
    tables: [...Map.groupBy(mine, ({ activity }) => activity.topic)].map(([topic, group]) => ({
      title: heading(topic, matrix),
      columns: ['What it is about', 'You', 'Proof to keep', 'How it meets the others', 'Asked by'],
      rows: group.map(({ activity, duties }) => [
        sayTitle(activity, matrix),
        duties
          .map(
            (duty) =>
              `${duty.role === undefined ? '' : `${fill(duty.role, matrix.parameters)}: `}${sayDuty(duty, matrix)}`,
          )
          .join('\n'),
        [...new Set(duties.map((duty) => sayEvidence(duty, matrix)))].join('\n'),
        fill(activity.handoff ?? '', matrix.parameters),
        sayCitations(activity),
      ]),
    })),
  }
}
