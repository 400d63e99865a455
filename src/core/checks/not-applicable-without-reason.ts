// A decision that does not stand, or "N/A" in the place of one.
import type { Activity } from '../activity.ts'
import type { Context } from '../context.ts'
import type { Decision } from '../decision.ts'
import { decisionFault } from '../decision-standing.ts'
import type { Finding } from '../finding.ts'
import { frameworkIndex } from '../framework-lookup.ts'
import type { Requirement } from '../framework.ts'
import { splitReference } from '../identifiers.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { suggest } from '../schema-issues.ts'
import { sayParty, sayTitle } from '../naming.ts'
import { saysNotApplicable } from '../wording/says-nothing.ts'

const said: Readonly<Record<Decision['kind'], string>> = {
  'not-applicable': 'not applicable',
  'addressable-alternative': 'addressable alternative',
  'accepted-risk': 'accepted risk',
  'partial-case': 'partial case',
}

export function checkNotApplicableWithoutReason(matrix: Matrix, context: Context): readonly Finding[] {
  return [
    ...matrix.decisions.flatMap((decision, index) => [
      ...unreasoned(decision, index),
      ...fromTheFuture(decision, index, context),
      ...unaddressable(decision, index, context),
      ...misparted(decision, index, matrix),
    ]),
    ...matrix.activities.flatMap((activity) => notApplicableDuties(activity, matrix)),
  ]
}

function unreasoned(decision: Decision, index: number): readonly Finding[] {
  const fault = decisionFault(decision)
  if (fault === undefined) return []
  const message = `The decision "${said[decision.kind]}" on ${decision.ref} ${fault}, so it does not count. Write why, who decided and on what day.`
  return [found(null, `decisions[${index}].${missing(decision, fault)}`, message)]
}

function missing(decision: Decision, fault: string): 'reason' | 'by' | 'date' {
  if (fault.includes('reason') || !decision.reason) return 'reason'
  return fault.includes('who') ? 'by' : 'date'
}

function fromTheFuture({ ref, date }: Decision, index: number, { today }: Context): readonly Finding[] {
  if (today === undefined || date === undefined || date <= today) return []
  const message = `The decision on ${ref} is dated ${date}, and today is ${today}. Give the day on which it was taken.`
  return [found(null, `decisions[${index}].date`, message)]
}

/** 45 CFR 164.306(d): only an addressable specification has an alternative. */
function unaddressable(decision: Decision, index: number, context: Context): readonly Finding[] {
  if (decision.kind !== 'addressable-alternative') return []
  const requirement = requirementOf(decision, context)
  if (!requirement || requirement.attributes.designation === 'addressable') return []
  const message = `${decision.ref} (${requirement.title}) is not addressable: required is required, and no alternative can stand in its place. Meet it, or take the decision out.`
  return [found(null, `decisions[${index}].kind`, message)]
}

/** Only what does not apply can be a part, and only one that the objective has. */
function misparted({ ref, part, kind }: Decision, index: number, { parts }: Matrix): readonly Finding[] {
  if (part === undefined) return []
  const declared = parts?.[ref] ?? []
  if (kind === 'not-applicable' && declared.includes(part)) return []
  const message =
    kind === 'not-applicable'
      ? `${ref} has no part "${part}", so the decision takes nothing out; ${declared.length > 0 ? suggest(part, declared) : 'name an objective that is served in parts, such as AC.L2-3.1.1[a], and not its requirement'}`
      : `The decision "${said[kind]}" on ${ref} names a part, and only "not applicable" can. Take the part out.`
  return [found(null, `decisions[${index}].part`, message)]
}

function requirementOf({ ref }: Decision, { frameworks }: Context): Requirement | undefined {
  const { framework, id } = splitReference(ref)
  const known = frameworks.get(framework)
  if (!known) return undefined
  const { requirements, byObjective } = frameworkIndex(known)
  return requirements.get(id) ?? byObjective.get(id)
}

function notApplicableDuties(activity: Activity, matrix: Matrix): readonly Finding[] {
  return activity.duties.flatMap((duty, index) => {
    if (!saysNotApplicable(duty.does)) return []
    const message = `${sayTitle(activity)}: "${duty.does}" is no duty of ${sayParty(matrix, duty.party)}. Take the duty out, or record a decision with its reason, person and date.`
    return [found(activity.id, `activities.${activity.id}.duties[${index}].does`, message)]
  })
}

function found(activity: ActivityId | null, at: string, message: string): Finding {
  return { code: 'not-applicable-without-reason', severity: 'error', activity, at, message }
}
