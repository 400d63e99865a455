// One party's list of duties: each with its clock, role and evidence, for the person who plans the work.
import type { PartyId } from '../identifiers.ts'
import { fill } from '../placeholder.ts'
import { clocksExplained, sayCitations, sayEvidence, sayTitle, sayWhen } from './say-duty.ts'
import { activitiesOf, heading } from './srm.ts'
import { standing } from './standing.ts'
import { partyName } from './view.ts'
import type { Projection, View } from './view.ts'

const statusExplained =
  'The status is that of the activity. Open means that its allocation still has a gap. Settled means allocated without one; it does not mean agreed, signed or implemented.'

export function dutiesView(projection: Projection): View {
  const { matrix } = projection
  const party: PartyId = projection.party ?? 'msp'
  const applying = activitiesOf(projection).filter((activity) => standing(activity, projection.proof).applies)
  const rows = applying.flatMap((activity) =>
    activity.duties
      .filter((duty) => duty.party === party)
      .map((duty) => ({
        topic: activity.topic,
        cells: [
          fill(duty.kind === 'pays' ? `Pay: ${duty.does}` : duty.does, matrix.parameters),
          sayWhen(duty, matrix),
          fill(duty.role ?? '', matrix.parameters),
          sayEvidence(duty, matrix),
          sayTitle(activity, matrix),
          standing(activity, projection.proof).words,
          sayCitations(activity),
        ],
      })),
  )
  return {
    name: 'duties',
    title: `Duties of ${partyName(matrix, party)}: ${matrix.title}`,
    intro: rows.length === 0 ? ['This party has no duty in this matrix.'] : [statusExplained, clocksExplained],
    preface: [],
    shows: ['answers', 'parts', 'duties', 'clocks', 'sources', 'roles', 'evidence', 'citations'],
    only: `the duties of ${partyName(matrix, party)}`,
    tables: [...Map.groupBy(rows, ({ topic }) => topic)].map(([topic, group]) => ({
      title: heading(topic, matrix),
      columns: ['Duty', 'When', 'Role', 'Evidence', 'Activity', 'Status', 'Citations'],
      rows: group.map(({ cells }) => cells),
    })),
  }
}
