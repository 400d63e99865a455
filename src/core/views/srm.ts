// The whole shared responsibility matrix: a row an activity, a column a party, how the parts meet, and whether it is settled.
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'
import { frontMatter, frontShows } from './front.ts'
import { clocksExplained, sayAccountable, sayCitations, sayPart, sayTitle } from './say-duty.ts'
import { standing } from './standing.ts'
import { partyName } from './view.ts'
import type { Projection, View } from './view.ts'

export function srmView(projection: Projection): View {
  const { matrix, proof } = projection
  const rows = activitiesOf(projection)
  const columns = columnsOf(matrix, rows)
  return {
    name: 'srm',
    title: `Shared responsibility matrix: ${matrix.title}`,
    intro: ['Settled means allocated without a gap. It does not mean agreed, signed or implemented.', clocksExplained],
    preface: frontMatter(projection),
    shows: [...frontShows, 'answers', 'parts', 'duties', 'clocks', 'sources', 'handoffs', 'accountable', 'citations'],
    tables: [...Map.groupBy(rows, ({ topic }) => topic)].map(([topic, activities]) => ({
      title: heading(topic, matrix),
      columns: [
        'Activity',
        ...columns.map((party) => partyName(matrix, party)),
        'How the parts meet',
        'Accountable',
        'Status',
        'Citations',
      ],
      rows: activities.map((activity) => [
        sayTitle(activity, matrix),
        ...columns.map((party) => sayPart(activity, party, matrix)),
        fill(activity.handoff ?? '', matrix.parameters),
        sayAccountable(activity, matrix),
        standing(activity, proof).words,
        sayCitations(activity),
      ]),
    })),
  }
}

/** MSP and client first, as people know the matrix; then every further party; what nobody has taken last. */
function columnsOf(matrix: Matrix, rows: readonly Activity[]): readonly string[] {
  const rank = (id: string): number => ['msp', 'client'].indexOf(id) + 1 || 3
  const parties = matrix.parties.map(({ id }) => id).toSorted((a, b) => rank(a) - rank(b))
  const loose = rows.some(({ duties }) => duties.some(({ party }) => party === unassigned))
  return loose ? [...parties, unassigned] : parties
}

/** The activities that serve the framework asked for, or all. */
export function activitiesOf({ matrix, framework }: Projection): readonly Activity[] {
  if (framework === undefined) return matrix.activities
  return matrix.activities.filter(({ covers }) => covers.some((cover) => coverRef(cover).startsWith(`${framework}:`)))
}

export function heading(topic: string, { topics = [] }: Pick<Matrix, 'topics'>): string {
  const named = topics.find(({ id }) => id === topic)
  if (named !== undefined) return named.title
  const words = topic.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
