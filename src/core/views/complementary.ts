// Complementary controls of a report, derived from whose report it is: its users' (CUEC) and its subservice organizations' (CSOC).
import { coverPart, coverRef } from '../activity.ts'
import type { Context } from '../context.ts'
import type { FrameworkId, PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayDuty, sayEvidence, sayReference } from './say-duty.ts'
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
  })
}

export function csocView(projection: Projection): View {
  return view(projection, {
    name: 'csoc',
    title: 'Complementary subservice organization controls',
    holders: ({ subservice }) => subservice,
    nobody: 'It relies on no other party of this engagement',
  })
}

interface Side {
  readonly name: string
  readonly title: string
  readonly holders: (report: Report) => readonly PartyId[]
  readonly nobody: string
}

function view({ matrix, context, framework }: Projection, { name, title, holders, nobody }: Side): View {
  const reports = reportsOf(matrix, context).filter(
    (report) => framework === undefined || report.framework === framework,
  )
  const explained = reports.map((report) => {
    const whose = `Whose report: ${partyName(matrix, report.assessed)}`
    return holders(report).length > 0 ? whose : `${whose}. ${nobody}, so this list is empty.`
  })
  return {
    name,
    title: `${title}: ${matrix.title}`,
    intro: reports.length > 0 ? explained : ['No framework shown here ends in a report of a service organization.'],
    preface: [],
    shows: ['answers', 'parts', 'duties', 'clocks', 'sources', 'evidence', 'citations'],
    only: 'the complementary controls of reports',
    tables: reports.map((report) => table(matrix, report, holders(report))),
  }
}

function table(matrix: Matrix, report: Report, holders: readonly PartyId[]): Table {
  const rows = matrix.activities.flatMap((activity) => {
    const cited = activity.covers.filter((cover) => coverRef(cover).startsWith(`${report.framework}:`))
    const duties = activity.duties.filter(({ party }) => holders.includes(party))
    if (cited.length === 0) return []
    const ids = cited.map((cover) => sayReference(coverRef(cover), coverPart(cover))).join(', ')
    return duties.map((duty) => [ids, partyName(matrix, duty.party), sayDuty(duty, matrix), sayEvidence(duty, matrix)])
  })
  return {
    title: `Report of ${partyName(matrix, report.assessed)}`,
    columns: ['Criteria', 'Whose', 'Control', 'Evidence'],
    rows,
  }
}
