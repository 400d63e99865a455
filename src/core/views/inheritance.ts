// Whether an assessed organization inherits an objective from its providers: the pessimistic rule, with the reason in words.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import { isPerformed } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { assessedOf, decidedAway, listed, sayDecision, servingActivities } from './serving.ts'
import { partyName } from './view.ts'
import type { Projection } from './view.ts'

export interface Inheritance {
  readonly value: 'None' | 'Partial' | 'Full'
  /** whose part is inherited, in the order of the matrix; nobody where the value is None */
  readonly providers: readonly PartyId[]
  readonly because: string
}

export const inheritanceRule = [
  'Inherited, from the side of the assessed organization. Full: outside providers do all of it, in every scope and part that applies, and answer for it. Partial: they do some of it. None: they do none of it, or it does not apply.',
  'The rule is pessimistic. An open objective is None, whatever a provider does towards it. A provider’s part counts only when its offering is contracted and, for a party other than the MSP, when the matrix cites what its promise rests on. Paying for something, or answering for it, leaves the assessed organization a part.',
]

/** Service flows provider → MSP → client: whoever stands before the assessed party can serve it; a client never serves its MSP. */
export function suppliers({ parties }: Pick<Matrix, 'parties'>, assessed: PartyId): ReadonlySet<PartyId> {
  const order = ['provider', 'msp', 'client']
  const place = order.indexOf(parties.find(({ id }) => id === assessed)?.kind ?? 'client')
  const before = parties.filter(({ id, kind }) => id !== assessed && kind !== 'client' && order.indexOf(kind) <= place)
  return new Set(before.map(({ id }) => id))
}

export function inheritance(objective: ObjectiveCoverage, projection: Projection): Inheritance {
  const { matrix } = projection
  if (objective.status === 'not-applicable')
    return none(`Does not apply: ${decidedAway(objective, matrix).map(sayDecision).join(' ')}`)
  if (objective.status === 'open')
    return none(`Open (${objective.reasons.join(', ')}): nothing is claimed until it is settled.`)
  return ofSettled(objective, projection)
}

interface Division {
  /** providers whose part counts, and those whose part rests on nothing they said */
  readonly supplied: readonly PartyId[]
  readonly unproven: readonly PartyId[]
  /** what stays with the assessed organization or its customers, as clauses */
  readonly kept: readonly string[]
}

function ofSettled(objective: ObjectiveCoverage, projection: Projection): Inheritance {
  const { matrix } = projection
  const { supplied, unproven, kept } = divide(objective, projection)
  const missing =
    unproven.length === 0 ? [] : [`nothing in the matrix shows that ${namesOf(unproven, matrix)} took its part on`]
  const limits = [...kept, ...missing]
  if (supplied.length === 0) return none(sentence(limits))
  const verb = supplied.length === 1 ? 'does' : 'do'
  if (limits.length === 0)
    return {
      value: 'Full',
      providers: supplied,
      because: sentence([`${namesOf(supplied, matrix)} ${verb} all of it, and no other party answers for it`]),
    }
  const some = `${namesOf(supplied, matrix)} ${verb} a part of it`
  return { value: 'Partial', providers: supplied, because: sentence([some, ...limits]) }
}

function divide(objective: ObjectiveCoverage, projection: Projection): Division {
  const { matrix } = projection
  const outside = suppliers(matrix, assessedOf(objective, matrix))
  const activities = servingActivities(objective, projection)
  const duties = activities.flatMap((activity) => activity.duties)
  const performed = duties.filter((duty) => outside.has(duty.party) && isPerformed(duty))
  const [proven = [], unproven = []] = [true, false].map((wanted) =>
    inOrder(
      performed.filter((duty) => isProven(duty) === wanted).map(({ party }) => party),
      matrix,
    ),
  )
  return { supplied: proven, unproven, kept: keptBy(activities, outside, matrix) }
}

/** What the parties that supply nothing have in it: doing, paying, answering. */
function keptBy(activities: readonly Activity[], outside: ReadonlySet<PartyId>, matrix: Matrix): readonly string[] {
  const duties = activities.flatMap((activity) => activity.duties)
  const answering = new Set(activities.flatMap(accountableParties))
  return matrix.parties
    .filter(({ id }) => !outside.has(id))
    .flatMap(({ id, legalName }) => {
      const own = duties.filter(({ party }) => party === id)
      const verbs = [
        own.some(isPerformed) ? `does ${own.length === duties.length ? 'it' : 'a part of it'}` : '',
        own.some(({ kind }) => kind === 'pays') ? 'pays for a part of it' : '',
        answering.has(id) ? `answers for ${answering.size === 1 ? 'it' : 'a part of it'}` : '',
      ].filter((verb) => verb !== '')
      return verbs.length === 0 ? [] : [`${legalName} ${listed(verbs)}`]
    })
}

/** The MSP signs the matrix; anyone else’s duty rests on a document that it names. */
function isProven({ party, basis }: Duty): boolean {
  return party === 'msp' || basis !== undefined
}

function inOrder(parties: readonly PartyId[], matrix: Pick<Matrix, 'parties'>): readonly PartyId[] {
  return matrix.parties.map(({ id }) => id).filter((id) => parties.includes(id))
}

function namesOf(parties: readonly PartyId[], matrix: Pick<Matrix, 'parties'>): string {
  return listed(parties.map((id) => partyName(matrix, id)))
}

function none(because: string): Inheritance {
  return { value: 'None', providers: [], because }
}

function sentence(clauses: readonly string[]): string {
  return `${clauses.join('; ').replace(/\.$/, '')}.`
}
