// A gap is why an activity, or what it should cover, does not settle an objective.
import { accountableParties } from './activity.ts'
import type { Activity } from './activity.ts'
import type { Context } from './context.ts'
import { isContracted } from './contracted.ts'
import { isPerformed, unassigned } from './duty.ts'
import type { Duty } from './duty.ts'
import { isNamed } from './evidence-name.ts'
import type { ActivityId, ScopeId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'
import { ownership } from './ownership.ts'
import { unfilled } from './placeholder.ts'
import { handOffFault } from './wording/hand-off.ts'
import { repeatedDuty } from './wording/same-words.ts'
import { openEndedIn, openEndedPhrases } from './wording/open-ended.ts'
import { saysNotApplicable } from './wording/says-nothing.ts'
import { vaguePhrases } from './wording/vague.ts'

export const reasons = [
  'nobody',
  'part-missing',
  'two-hold-it',
  'untaken',
  'no-split',
  'vague',
  'unfilled',
  'disputed',
  'contradicted',
  'no-evidence',
] as const
export type Reason = (typeof reasons)[number]

export interface Gap {
  readonly reason: Reason
  readonly message: string
  readonly activity?: ActivityId
  readonly scope?: ScopeId
}

type Around = Pick<Matrix, 'offerings' | 'parameters' | 'scopes'>

interface Found extends Around {
  readonly disputed: Context['disputed'] | undefined
  readonly gaps: readonly Gap[]
}

const found = new WeakMap<Activity, Found>()

/** What keeps this activity from settling anything, whatever it covers. Remembered: an edit leaves most rows as they were. */
export function activityGaps(
  activity: Activity,
  { offerings, parameters, scopes }: Around,
  { disputed }: Pick<Context, 'disputed'>,
): readonly Gap[] {
  const known = found.get(activity)
  const same =
    known?.offerings === offerings &&
    known.parameters === parameters &&
    known.scopes === scopes &&
    known.disputed === disputed
  if (same) return known.gaps
  const gaps = gapsOf(activity, { offerings, parameters, scopes }, disputed)
  found.set(activity, { offerings, parameters, scopes, disputed, gaps })
  return gaps
}

function gapsOf(activity: Activity, matrix: Around, disputed: Context['disputed'] | undefined): readonly Gap[] {
  return [
    ...performanceGaps(activity),
    ...accountabilityGaps(activity),
    ...activity.duties.flatMap((duty) => dutyGaps(duty, activity, matrix)),
    ...splitGaps(activity),
    ...handOffGaps(activity),
    ...unfilled(activity, matrix.parameters).map((name) => gap('unfilled', `{${name}} has no answer yet`)),
    ...(disputed?.has(activity.id) ? [gap('disputed', 'a party disputes this row')] : []),
  ].map((one) => ({ ...one, activity: activity.id }))
}

function gap(reason: Reason, message: string): Gap {
  return { reason, message }
}

function performanceGaps(activity: Activity): readonly Gap[] {
  if (activity.duties.some(isPerformed)) return []
  if (activity.duties.some((duty) => duty.party === unassigned)) return []
  return [gap('nobody', 'nobody does it')]
}

function accountabilityGaps(activity: Activity): readonly Gap[] {
  const named = accountableParties(activity)
  if (named.length === 1) return []
  if (named.length === 0) return [gap('nobody', 'nobody is accountable')]
  return [gap('two-hold-it', `${named.join(' and ')} are both named accountable; one party answers`)]
}

function dutyGaps(duty: Duty, activity: Activity, matrix: Pick<Matrix, 'offerings' | 'scopes'>): readonly Gap[] {
  if (duty.party === unassigned) return [gap('untaken', `nobody has taken: ${duty.does}`)]
  const vague = [...(saysNotApplicable(duty.does) ? [duty.does] : vaguePhrases(duty.does)), ...openEndedPhrases(duty)]
  return [
    ...(isContracted(duty, activity, matrix)
      ? []
      : [gap('untaken', `${duty.party} is not contracted to deliver ${duty.offering}`)]),
    ...vague.map((phrase) => gap('vague', `"${phrase}" cannot be observed (${duty.party})`)),
    ...((duty.evidence ?? []).some(isNamed) ? [] : [gap('no-evidence', `no evidence is named for: ${duty.does}`)]),
  ]
}

/** A hand-off that nobody can observe; one that is a mere mark is no split at all. */
function handOffGaps({ handoff }: Activity): readonly Gap[] {
  if (handoff === undefined) return []
  const vague = [...vaguePhrases(handoff).filter((phrase) => phrase !== handoff), ...openEndedIn(handoff)]
  return vague.map((phrase) => gap('vague', `"${phrase}" in the hand-off cannot be observed`))
}

function splitGaps(activity: Activity): readonly Gap[] {
  if (ownership(activity) !== 'shared') return []
  const faults = [handOffFault(activity), repeatedDuty(activity)]
  return faults.filter((fault) => fault !== undefined).map((fault) => gap('no-split', fault))
}
