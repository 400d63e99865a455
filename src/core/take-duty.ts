// A duty that nobody had is taken by a party, whole or in part: what it leaves is open again, for the next one down.
import type { Activity } from './activity.ts'
import { unassigned } from './duty.ts'
import type { Duty } from './duty.ts'
import type { ActivityId, OfferingId, PartyId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'
import { sayParty } from './naming.ts'
import { Refusal } from './refusal.ts'
import { suggest } from './schema-issues.ts'
import type { CalendarDate } from './text.ts'
import { isLeftBy, isLeftUnsaid } from './wording/left-to-others.ts'

export interface Taking {
  readonly party: PartyId
  /** which of several open duties, from 1 in the order of the activity's duties */
  readonly duty?: number
  /** the duty in the party's own words; absent: as it stands */
  readonly does?: string
  /** what shows that it was done */
  readonly evidence?: readonly string[]
  /** what the party does not take: it stays open */
  readonly leaves?: string
  readonly handoff?: string
  readonly accountable?: PartyId
  /** of the party's own, that delivers it */
  readonly offering?: OfferingId
  readonly record?: TakingRecord
}

/** Kept in the activity's `reviewed`, after what stands there. */
export interface TakingRecord {
  readonly reason?: string
  readonly by?: string
  readonly date: CalendarDate
}

/** Throws a refusal where there is no such activity, party or open duty. */
export function takeDuty(matrix: Matrix, id: ActivityId, taking: Taking): Matrix {
  const activity = matrix.activities.find((one) => one.id === id)
  if (activity === undefined)
    throw new Refusal(
      'not-found',
      `there is no activity "${id}"; ${suggest(
        id,
        matrix.activities.map((one) => one.id),
      )}`,
    )
  for (const party of [taking.party, taking.accountable]) refuseUnknown(party, matrix)
  refuseUnsold(taking, matrix)
  const duty = openDuty(activity, taking.duty)
  refuseUnsaid(taking.does ?? duty.does, taking, matrix)
  refuseOwnResidue(duty, taking, matrix)
  refuseSameWords(taking.does ?? duty.does, taking)
  const taken = allotted(activity, duty, taking)
  return { ...matrix, activities: matrix.activities.map((one) => (one === activity ? taken : one)) }
}

function refuseUnknown(party: PartyId | undefined, { parties }: Matrix): void {
  const known = parties.map(({ id }) => id)
  if (party !== undefined && !known.includes(party))
    throw new Refusal('invalid', `there is no party "${party}"; ${suggest(party, known)}`)
}

function refuseUnsold({ party, offering }: Taking, { offerings }: Matrix): void {
  if (offering === undefined) return
  const sold = offerings.filter(({ by }) => by === party).map(({ id }) => id)
  if (!sold.includes(offering))
    throw new Refusal('invalid', `${party} delivers no offering "${offering}"; ${suggest(offering, sold)}`)
}

function refuseUnsaid(does: string, { party }: Taking, matrix: Matrix): void {
  if (isLeftUnsaid(does))
    throw new Refusal(
      'conflict',
      `nobody has said yet what this duty is: "${does}". Ask, and say with --does what ${sayParty(matrix, party)} does`,
    )
}

/** What is taken and what is left are two things. */
function refuseSameWords(does: string, { leaves }: Taking): void {
  if (leaves !== undefined && sameWords(does, leaves))
    throw new Refusal('invalid', '--leaves says what is taken: say with --does what of it the party takes')
}

function sameWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return a === b
}

/** What a party's document leaves to its customer is not that party's, unless somebody says why it takes it all the same. */
function refuseOwnResidue({ does, source = 'its document' }: Duty, { party, record }: Taking, matrix: Matrix): void {
  const name = matrix.parties.find(({ id }) => id === party)?.legalName
  if (name === undefined || record?.reason !== undefined || !isLeftBy(does, name)) return
  throw new Refusal(
    'conflict',
    `${name}’s own document leaves this to others (${source}): "${does}". If it takes it all the same, say why with --reason`,
  )
}

function openDuty({ id, duties }: Activity, wanted: number | undefined): Duty {
  const open = duties.filter(({ party }) => party === unassigned)
  if (open.length === 0) throw new Refusal('conflict', `somebody has every duty of ${id} already`)
  if (wanted === undefined && open.length > 1)
    throw new Refusal(
      'invalid',
      `${id} has ${open.length} duties that nobody has taken; say which with --duty`,
      open.map(({ does }, index) => ({ at: `--duty ${index + 1}`, message: does })),
    )
  const duty = open[(wanted ?? 1) - 1]
  if (duty === undefined)
    throw new Refusal(
      'invalid',
      `${id} has ${open.length} open ${open.length === 1 ? 'duty' : 'duties'}, and no duty ${wanted}`,
    )
  return duty
}

function allotted(activity: Activity, duty: Duty, taking: Taking): Activity {
  const { party, does = duty.does, evidence = [], leaves, handoff, accountable, offering, record } = taking
  const shown = [...(duty.evidence ?? []), ...evidence.map((what) => ({ what }))]
  const own: Duty = {
    ...duty,
    party,
    does,
    ...(offering !== undefined && { offering }),
    ...(shown.length > 0 && { evidence: shown }),
  }
  const rest: readonly Duty[] =
    leaves === undefined
      ? []
      : [{ party: unassigned, kind: 'does', does: leaves, ...(duty.source !== undefined && { source: duty.source }) }]
  return {
    ...activity,
    ...(accountable !== undefined && { accountable }),
    ...(handoff !== undefined && { handoff }),
    duties: activity.duties.flatMap((one) => (one === duty ? [own, ...rest] : [one])),
    ...(record && { reviewed: { by: recordOf(activity, party, record), date: record.date } }),
  }
}

/** Who accepted the row before, why and when stays. */
function recordOf({ reviewed }: Activity, party: PartyId, { by, reason }: TakingRecord): string {
  const taken = [`taken for ${party}`, by !== undefined && `by ${by}`].filter(Boolean).join(' ')
  const now = reason === undefined ? taken : `${taken}: ${reason}`
  return reviewed === undefined ? now : `${reviewed.by} (${reviewed.date}); ${now}`
}
