// Whether an assessed organization inherits an objective from its providers: the pessimistic rule, with the reason in words.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { isContracted } from '../contracted.ts'
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
  'The rule is pessimistic. An open objective is None, whatever a provider does towards it. The MSP’s part counts only when its offering is contracted or the duty is marked as the MSP’s own; any other provider’s only when the matrix cites what its promise rests on and an offering that it names is contracted. Paying for something, or answering for it, leaves the assessed organization a part; so does another party that answers for it without a part that counts.',
]

/** One line; a semicolon stands between two names, so never in one. */
export function providerNames(providers: readonly PartyId[], matrix: Pick<Matrix, 'parties'>): string {
  return providers.map((id) => partyName(matrix, id).trim().replaceAll(/\s+/g, ' ').replaceAll(';', ',')).join('; ')
}

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
    return none(
      `Does not apply: ${decidedAway(objective, matrix)
        .map((decision) => sayDecision(decision, matrix))
        .join(' ')}`,
    )
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
  const limits = [...kept, ...unproven.map((id) => sayUnproven(id, supplied, matrix))]
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
  const performed = activities.flatMap((activity) =>
    activity.duties
      .filter((duty) => outside.has(duty.party) && isPerformed(duty))
      .map((duty) => ({ party: duty.party, counts: isInheritable(duty, activity, matrix) })),
  )
  const [proven = [], unproven = []] = [true, false].map((wanted) =>
    inOrder(
      performed.filter(({ counts }) => counts === wanted).map(({ party }) => party),
      matrix,
    ),
  )
  return { supplied: proven, unproven, kept: keptBy(activities, { outside, supplied: proven }, matrix) }
}

interface Sides {
  readonly outside: ReadonlySet<PartyId>
  readonly supplied: readonly PartyId[]
}

/** What the parties that supply nothing have in it: those inside by doing, paying and answering, the others by answering. */
function keptBy(activities: readonly Activity[], { outside, supplied }: Sides, matrix: Matrix): readonly string[] {
  const duties = activities.flatMap((activity) => activity.duties)
  const answering = new Set(activities.flatMap(accountableParties))
  return matrix.parties
    .filter(({ id }) => !supplied.includes(id))
    .flatMap(({ id, legalName }) => {
      const own = outside.has(id) ? [] : duties.filter(({ party }) => party === id)
      const verbs = [
        own.some(isPerformed) ? `does ${own.length === duties.length ? 'it' : 'a part of it'}` : '',
        own.some(({ kind }) => kind === 'pays') ? 'pays for a part of it' : '',
        answering.has(id) ? `answers for ${answering.size === 1 ? 'it' : 'a part of it'}` : '',
      ].filter((verb) => verb !== '')
      return verbs.length === 0 ? [] : [`${legalName} ${listed(verbs)}`]
    })
}

/** The MSP signs the matrix, for what it sells and what is its own; anyone else’s duty rests on a document that it names. */
export function isInheritable(duty: Duty, activity: Activity, matrix: Matrix): boolean {
  if (!isContracted(duty, activity, matrix)) return false
  const { party, offering, own, basis } = duty
  return party === 'msp' ? offering !== undefined || own === true : basis !== undefined
}

function sayUnproven(party: PartyId, supplied: readonly PartyId[], matrix: Pick<Matrix, 'parties'>): string {
  const name = partyName(matrix, party)
  const whole = !supplied.includes(party)
  if (party === 'msp') return `no offering delivers ${whole ? 'what' : 'all that'} ${name} is to do`
  return `nothing in the matrix shows that ${name} took ${whole ? 'its part on' : 'on all of its part'}`
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
