// Complementary controls of a report, derived from whose report it is: its users' (CUEC) and its subservice organizations' (CSOC).
import { coverPart, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Context } from '../context.ts'
import { isPerformed } from '../duty.ts'
import type { FrameworkId, PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayDuty, sayEvidence, sayReference } from './say-duty.ts'
import { ended } from './ssp-prose.ts'
import { applying } from './standing.ts'
import type { AppliedCover } from './standing.ts'
import { partyName } from './view.ts'
import type { Projection, Table, View } from './view.ts'

export interface Report {
  readonly framework: FrameworkId
  readonly assessed: PartyId
  readonly users: readonly PartyId[]
  readonly subservice: readonly PartyId[]
}

/** Service flows provider → MSP → client: whoever stands after the reporting party uses its service, whoever stands before serves it. */
export function reportsOf(matrix: Matrix, context: Pick<Context, 'frameworks'>): readonly Report[] {
  const position = (party: PartyId): number =>
    ['provider', 'msp', 'client'].indexOf(matrix.parties.find(({ id }) => id === party)?.kind ?? '')
  return matrix.frameworks
    .filter(({ id }) => context.frameworks.get(id)?.reports)
    .map(({ id, assessed }) => {
      const others = matrix.parties.map((party) => party.id).filter((party) => party !== assessed)
      return {
        framework: id,
        assessed,
        users: others.filter((party) => position(party) > position(assessed)),
        subservice: others.filter((party) => position(party) <= position(assessed)),
      }
    })
}

export function cuecView(projection: Projection): View {
  return view(projection, {
    name: 'cuec',
    title: 'Complementary user entity controls',
    holders: ({ users }) => users,
    nobody: 'Its users are not parties to this engagement',
    explained:
      'What a user entity does where the reporting party acts as well; what a user entity does alone complements no control of the report.',
    complements: (activity, { assessed }) =>
      activity.duties.some((duty) => duty.party === assessed && isPerformed(duty)),
  })
}

export function csocView(projection: Projection): View {
  return view(projection, {
    name: 'csoc',
    title: 'Complementary subservice organization controls',
    holders: ({ subservice }) => subservice,
    nobody: 'It relies on no other party of this engagement',
    explained: 'What a subservice organization does for the criteria of the report, alone or with others.',
    complements: () => true,
  })
}

interface Side {
  readonly name: string
  readonly title: string
  readonly holders: (report: Report) => readonly PartyId[]
  readonly nobody: string
  readonly explained: string
  readonly complements: (activity: Activity, report: Report) => boolean
}

function view(projection: Projection, side: Side): View {
  const { matrix, context, framework } = projection
  const { name, title, holders, nobody } = side
  const reports = reportsOf(matrix, context).filter(
    (report) => framework === undefined || report.framework === framework,
  )
  const explained = reports.map((report) => {
    const whose = ended(`Whose report: ${partyName(matrix, report.assessed)}`)
    return holders(report).length > 0 ? whose : `${whose} ${nobody}, so this list is empty.`
  })
  const listed = reports.filter((report) => holders(report).length > 0)
  const rules = listed.length > 0 ? [side.explained, statusExplained] : []
  return {
    name,
    title: `${title}: ${matrix.title}`,
    intro:
      reports.length > 0
        ? [...explained, ...rules]
        : ['No framework shown here ends in a report of a service organization.'],
    preface: [],
    shows: ['answers', 'parts', 'duties', 'clocks', 'sources', 'evidence', 'citations'],
    only: 'the complementary controls of reports',
    tables: listed.map((report) => table(report, side, projection)),
  }
}

const statusExplained =
  'Paying for something is no control and is left out, as is what a decision takes out. An open control is not to be printed in a report before its criterion is settled.'

function table(report: Report, { holders, complements }: Side, { matrix, proof }: Projection): Table {
  const whose = new Set(holders(report))
  const rows = matrix.activities.flatMap((activity) => {
    const cited = applying(activity, proof).filter(
      ({ objective }) => objective.target.framework.id === report.framework,
    )
    if (cited.length === 0 || !complements(activity, report)) return []
    const ids = cited.map(({ cover }) => sayReference(coverRef(cover), coverPart(cover))).join(', ')
    return activity.duties
      .filter((duty) => whose.has(duty.party) && isPerformed(duty))
      .map((duty) => [
        ids,
        partyName(matrix, duty.party),
        sayDuty(duty, matrix),
        sayEvidence(duty, matrix),
        sayStatus(cited),
      ])
  })
  return {
    title: `Report of ${partyName(matrix, report.assessed)}`,
    columns: ['Criteria', 'Whose', 'Control', 'Evidence', 'Status'],
    rows,
  }
}

function sayStatus(cited: readonly AppliedCover[]): string {
  const open = cited
    .filter(({ objective }) => objective.status === 'open')
    .map(({ objective }) => `${objective.target.objective.id} (${objective.reasons.join(', ')})`)
  return open.length === 0 ? 'settled' : `open: ${[...new Set(open)].join(', ')}`
}
