// The sheet of objectives with the inheritance columns of the DoD results template, for the assessor who fills it in.
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Duty } from '../duty.ts'
import { isNamed } from '../evidence-name.ts'
import { fill } from '../placeholder.ts'
import { frontMatter, frontShows } from './front.ts'
import { inheritance, inheritanceRule, providerNames } from './inheritance.ts'
import { capital, familyTables, objectivesOf, servingActivities } from './serving.ts'
import { partyName } from './view.ts'
import type { Projection, View } from './view.ts'

export function objectivesView(projection: Projection): View {
  const { matrix } = projection
  return {
    name: 'objectives',
    title: `Objectives and what is inherited: ${matrix.title}`,
    intro: [
      ...inheritanceRule,
      'A named provider is an external service provider for CMMC only if it processes, stores or transmits CUI or security protection data (32 CFR 170.4); what each party holds is in the list of parties. The artifacts and people are named in advance; which of them were examined and interviewed is for the assessor to enter.',
    ],
    preface: frontMatter(projection),
    tables: familyTables(objectivesOf(projection), (family) => ({
      columns: [
        'Id',
        capital(family[0]!.target.framework.nouns.objective),
        'Status',
        'Inherited',
        'ESP name',
        'Why',
        'Artifacts named',
        'Who can speak',
      ],
      rows: family.map((objective) => row(objective, projection)),
    })),
    shows: [...frontShows, 'answers', 'roles', 'interviewees', 'evidence', 'citations'],
  }
}

function row(objective: ObjectiveCoverage, projection: Projection): readonly string[] {
  const { matrix } = projection
  const { value, providers, because } = inheritance(objective, projection)
  const duties = servingActivities(objective, projection).flatMap((activity) => activity.duties)
  return [
    objective.target.objective.id,
    objective.target.objective.summary,
    objective.status === 'open' ? `open: ${objective.reasons.join(', ')}` : objective.status.replace('-', ' '),
    value,
    providerNames(providers, matrix),
    because,
    once(duties.flatMap((duty) => artifacts(duty, projection))),
    once(duties.flatMap((duty) => speaker(duty, projection))),
  ]
}

/** The template separates the values of a list by semicolons. */
function once(values: readonly string[]): string {
  return [...new Set(values.map((value) => value.replaceAll(';', ',')))].join('; ')
}

function artifacts({ evidence = [] }: Duty, { matrix }: Projection): readonly string[] {
  return evidence
    .filter(isNamed)
    .map(({ what, from }) => fill(from === undefined ? what : `${what} (${from})`, matrix.parameters))
}

function speaker(duty: Duty, { matrix }: Projection): readonly string[] {
  const who = fill(duty.interviewee ?? duty.role ?? '', matrix.parameters)
  if (duty.party === 'unassigned') return []
  return [who === '' ? partyName(matrix, duty.party) : `${partyName(matrix, duty.party)}, ${who}`]
}
