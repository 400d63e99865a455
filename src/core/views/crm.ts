// The customer responsibility matrix (32 CFR 170.19): per objective, what is the provider's and what the client's.
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { ownership } from '../ownership.ts'
import { fill } from '../placeholder.ts'
import { frontMatter, frontShows } from './front.ts'
import { sayAccountable, sayEvidence, sayFoundedDuty, sayTitle } from './say-duty.ts'
import { capital, objectivesOf, sayAway, servingActivities } from './serving.ts'
import { partyName } from './view.ts'
import type { Projection, View } from './view.ts'

export function crmView(projection: Projection): View {
  const { matrix } = projection
  return {
    name: 'crm',
    title: `Customer responsibility matrix: ${matrix.title}`,
    intro: [
      'For each objective: what the providers do, and what the client does. A settled objective is allocated; whether it is implemented is for the assessment.',
      'A duty is followed by what it rests on, where that is cited. Where nothing shows that a provider took its duty on, the line says so: ask the provider for its own matrix or its signature.',
    ],
    preface: frontMatter(projection),
    shows: [
      ...frontShows,
      'answers',
      'duties',
      'clocks',
      'sources',
      'bases',
      'claims',
      'accountable',
      'citations',
      'evidence',
      'roles',
      'interviewees',
    ],
    tables: [...Map.groupBy(objectivesOf(projection), ({ target }) => target.framework)].map(
      ([{ title, nouns }, objectives]) => ({
        title,
        columns: [
          'Id',
          capital(nouns.objective),
          'Ownership',
          "Provider's part",
          "Client's part",
          'Accountable',
          'Status',
          'What to look at',
          'Activities',
        ],
        rows: objectives.map((objective) => row(objective, projection)),
      }),
    ),
  }
}

function row(objective: ObjectiveCoverage, projection: Projection): readonly string[] {
  const { matrix } = projection
  if (objective.status === 'not-applicable')
    return [
      objective.target.objective.id,
      objective.target.objective.summary,
      'not applicable',
      '',
      '',
      '',
      'not applicable, by decision',
      '',
      '',
    ]
  const serving = servingActivities(objective, projection)
  const duties = serving.flatMap((activity) => activity.duties)
  const provider = duties
    .filter(({ party }) => party !== 'client')
    .map((duty) => `${partyName(matrix, duty.party)}: ${sayFoundedDuty(duty, matrix)}`)
  const client = duties.filter(({ party }) => party === 'client').map((duty) => sayFoundedDuty(duty, matrix))
  return [
    objective.target.objective.id,
    objective.target.objective.summary,
    ownership({ duties }),
    provider.join('\n'),
    client.join('\n'),
    [...new Set(serving.map((activity) => sayAccountable(activity, matrix)))].join('\n'),
    [
      objective.status === 'open' ? `open: ${objective.reasons.join(', ')}` : objective.status,
      ...sayAway(objective, matrix),
    ].join('\n'),
    evidenceOf(duties, matrix).join('\n'),
    serving.map((activity) => sayTitle(activity, matrix)).join('\n'),
  ]
}

/** What an assessor can pick up, with whoever speaks for it. */
function evidenceOf(duties: readonly Duty[], matrix: Matrix): readonly string[] {
  return duties.flatMap((duty) => {
    const evidence = sayEvidence(duty, matrix)
    const speaker = fill(duty.interviewee ?? duty.role ?? '', matrix.parameters)
    if (evidence === '') return []
    return [`${partyName(matrix, duty.party)}${speaker === '' ? '' : `, ${speaker}`}: ${evidence}`]
  })
}
