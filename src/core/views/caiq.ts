// The ownership layout of the CSA consensus assessments questionnaire (CAIQ, CCM v4): one of its six values an objective.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import { isPerformed, unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import type { Party } from '../party.ts'
import { fill } from '../placeholder.ts'
import { frontMatter, frontShows } from './front.ts'
import { clocksExplained, sayDuty, sayTitle } from './say-duty.ts'
import { capital, decidedAway, familyTables, objectivesOf, sayDecision, servingActivities } from './serving.ts'
import { partyName } from './view.ts'
import type { Projection, View } from './view.ts'

/** As the questionnaire spells them. Nobody’s work has none of them. */
type SsrmOwnership =
  | 'CSP-owned'
  | 'CSC-owned'
  | 'Third-party outsourced'
  | 'Shared CSP and CSC'
  | 'Shared CSP and third-party'
  | 'N/A'

export function caiqView(projection: Projection): View {
  return {
    name: 'caiq',
    title: `Control ownership: ${projection.matrix.title}`,
    intro: [
      'The ownership columns of the CSA consensus assessments questionnaire (CAIQ, CCM v4), with its six values. CSP is the MSP, CSC its client, and a third party any other provider. The ids are those of the framework shown; they are not CCM control ids.',
      'An owner both does it and answers for it: where the client answers for what the MSP does, or the MSP for what the client does, the value is “Shared CSP and CSC”. Where a client and a third party both have a part, the value is “Shared CSP and CSC”, the nearest of the six, and the third party’s part stands in the description. An empty value means that nobody has taken the whole of it; “N/A” stands only where a recorded decision says so.',
      'Ownership says who is to do it. It does not say that it is done, and the questionnaire’s own yes-or-no answer is not given here.',
      clocksExplained,
    ],
    preface: frontMatter(projection),
    tables: familyTables(objectivesOf(projection), (family) => ({
      columns: [
        'Id',
        capital(family[0]!.target.framework.nouns.objective),
        'SSRM control ownership',
        'CSP implementation description',
        'CSC responsibilities',
      ],
      rows: family.map((objective) => row(objective, projection)),
    })),
    shows: [...frontShows, 'answers', 'duties', 'clocks', 'sources', 'handoffs', 'citations'],
  }
}

function row(objective: ObjectiveCoverage, projection: Projection): readonly string[] {
  const { matrix } = projection
  const { id, summary } = objective.target.objective
  if (objective.status === 'not-applicable')
    return [
      id,
      summary,
      'N/A',
      `Not applicable: ${decidedAway(objective, matrix)
        .map((decision) => sayDecision(decision, matrix))
        .join(' ')}`,
      '',
    ]
  const activities = servingActivities(objective, projection)
  const duties = activities.flatMap((activity) => activity.duties)
  const client = duties.filter(({ party }) => kindOf(party, matrix) === 'client')
  const others = duties.filter(({ party }) => party !== unassigned && kindOf(party, matrix) !== 'client')
  const meetings = activities.flatMap(({ handoff }) => (handoff === undefined ? [] : fill(handoff, matrix.parameters)))
  return [
    id,
    summary,
    isTaken(objective) ? ownershipOf(activities, matrix) : '',
    [
      ...others.map((duty) => `${whose(duty, matrix)}: ${sayDuty(duty, matrix)}`),
      ...meetings.map((meeting) => `How the parts meet: ${meeting}`),
      ...untaken(objective),
    ].join('\n'),
    [...client.map((duty) => sayDuty(duty, matrix)), ...answers(activities, matrix)].join('\n'),
  ]
}

/** Where no duty of its own says so: the client answers for what others do. */
function answers(activities: readonly Activity[], matrix: Matrix): readonly string[] {
  return activities.flatMap((activity) => {
    const own = new Set(activity.duties.filter(isPerformed).map(({ party }) => party))
    return accountableParties(activity)
      .filter((party) => kindOf(party, matrix) === 'client' && !own.has(party))
      .map(() => `Answers for: ${sayTitle(activity, matrix)}`)
  })
}

const nobodys: ReadonlySet<string> = new Set(['nobody', 'part-missing', 'untaken'])

function isTaken({ reasons }: ObjectiveCoverage): boolean {
  return !reasons.some((reason) => nobodys.has(reason))
}

function untaken({ status, reasons, gaps }: ObjectiveCoverage): readonly string[] {
  if (status !== 'open') return []
  const loose = [...new Set(gaps.filter(({ reason }) => nobodys.has(reason)).map(({ message }) => message))]
  return loose.length > 0
    ? [`Nobody has taken the whole of it: ${loose.join('; ')}.`]
    : [`Not settled yet: ${reasons.join(', ')}.`]
}

/** As the CCM defines the six: an owner both acts and answers; behind a third party the CSP answers. Paying for it is no ownership. */
function ownershipOf(activities: readonly Activity[], matrix: Pick<Matrix, 'parties'>): SsrmOwnership | '' {
  const performed = activities.flatMap(({ duties }) => duties.filter(isPerformed))
  const acting = new Set(performed.map(({ party }) => kindOf(party, matrix)))
  const answering = activities.flatMap(accountableParties).map((party) => kindOf(party, matrix))
  const both = new Set([...acting, ...answering])
  if (acting.size === 0) return ''
  if (both.has('client')) return both.size === 1 ? 'CSC-owned' : 'Shared CSP and CSC'
  if (acting.has('msp')) return acting.size === 1 ? 'CSP-owned' : 'Shared CSP and third-party'
  return 'Third-party outsourced'
}

function kindOf(party: string, { parties }: Pick<Matrix, 'parties'>): Party['kind'] | undefined {
  return parties.find(({ id }) => id === party)?.kind
}

function whose({ party }: Duty, matrix: Matrix): string {
  const name = partyName(matrix, party)
  return kindOf(party, matrix) === 'provider' ? `Third party, ${name}` : name
}
