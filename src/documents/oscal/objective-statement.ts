// An objective as an OSCAL statement, its requirement as an implemented requirement: what is the same in every document.
import type { Activity } from '../../core/activity.ts'
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import { concerns, decisionFault } from '../../core/decision-standing.ts'
import type { Decision } from '../../core/decision.ts'
import type { Requirement } from '../../core/framework.ts'
import { refer } from '../../core/identifiers.ts'
import type { Matrix } from '../../core/matrix.ts'
import { ownership } from '../../core/ownership.ts'
import { fill } from '../../core/placeholder.ts'
import { servingActivities } from '../../core/views/serving.ts'
import { paragraphs, prose, sentence } from './markup.ts'
import { prop, written } from './property.ts'
import type { Setting } from './setting.ts'
import type { ImplementedRequirement, Prop, Statement } from './shapes.ts'
import { statementToken, tokenOf } from './token.ts'

/** `document` keeps the UUIDs of the files apart. */
export function statementFrame(
  objective: ObjectiveCoverage,
  document: string,
  { subject, id }: Setting,
): Pick<Statement, 'statement-id' | 'uuid' | 'props' | 'remarks'> {
  const { framework, requirement, objective: published, ref } = objective.target
  const { matrix } = subject
  const activities = servingActivities(objective, subject)
  return {
    'statement-id': statementToken(framework.id, requirement.id, published.id),
    uuid: id(document, 'statement', ref),
    props: [
      prop('label', published.id),
      prop('allocation', allocationOf(objective, activities)),
      prop('allocation-status', objective.status),
      ...objective.reasons.map((reason) => prop('open-because', reason)),
      ...(matrix.parts?.[ref] ?? []).map((part) => prop('part', part)),
    ],
    ...written('remarks', sayAround(objective, activities, matrix)),
  }
}

function allocationOf({ status }: ObjectiveCoverage, activities: readonly Activity[]): string {
  return status === 'not-applicable' ? status : ownership({ duties: activities.flatMap(({ duties }) => duties) })
}

/** The objective in our words, how the parties' work meets, and what was decided. */
function sayAround({ target }: ObjectiveCoverage, activities: readonly Activity[], matrix: Matrix): string {
  const filled = (text: string): string => prose(fill(text, matrix.parameters))
  return paragraphs(
    prose(target.objective.summary),
    ...activities.flatMap(({ title, handoff }) =>
      handoff === undefined ? [] : `Hand-off in “${filled(title)}”: ${filled(handoff)}`,
    ),
    ...matrix.decisions.filter((one) => concerns(one, target)).map((one) => sayDecision(one, matrix)),
  )
}

/** A decision that does not stand is told as well, and that it does not. */
function sayDecision(decision: Decision, matrix: Pick<Matrix, 'scopes'>): string {
  const { kind, reason, basis } = decision
  const fault = decisionFault(decision)
  const words = [
    `Decision: ${kind.replaceAll('-', ' ')}${sayLimits(decision, matrix)}.`,
    reason && sentence(`Reason: ${reason}`),
    sayDecided(decision),
    basis && sentence(`Basis: ${basis}`),
    fault && `It does not stand: it ${fault}.`,
  ]
  return prose(words.filter(Boolean).join(' '))
}

function sayLimits({ part, scope }: Decision, { scopes }: Pick<Matrix, 'scopes'>): string {
  const where = scope && (scopes.find(({ id }) => id === scope)?.title ?? scope)
  const limits = [part && `only the part “${part}”`, where && `only in ${where}`].filter(Boolean)
  return limits.length === 0 ? '' : ` (${limits.join('; ')})`
}

function sayDecided({ by, date }: Decision): string {
  const words = [by && `by ${by}`, date && `on ${date}`].filter(Boolean)
  return words.length === 0 ? '' : sentence(`Decided ${words.join(' ')}`)
}

/** The objectives of one requirement; all have the same. */
export function requirementFrame(
  [first]: readonly ObjectiveCoverage[],
  document: string,
  { id }: Setting,
): Pick<ImplementedRequirement, 'uuid' | 'control-id' | 'props'> {
  const { framework, requirement } = first!.target
  return {
    uuid: id(document, 'requirement', refer(framework.id, requirement.id)),
    'control-id': tokenOf(framework.id, requirement.id),
    props: requirementProps(requirement),
  }
}

function requirementProps({ id, title, citation, attributes }: Requirement): readonly Prop[] {
  const { nist80053 = [], nist80053r4 = [] } = attributes
  return [
    prop('label', id),
    prop('title', title),
    prop('citation', citation),
    ...nist80053.map((control) => prop('nist-sp-800-53', control)),
    ...nist80053r4.map((control) => prop('nist-sp-800-53-rev-4', control)),
  ]
}
