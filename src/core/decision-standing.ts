// Which decisions count: a choice stands when its reason says something, and it names who decided and when.
import type { Decision } from './decision.ts'
import { splitReference } from './identifiers.ts'
import type { ScopeId } from './identifiers.ts'
import type { Target } from './in-scope.ts'

const empty =
  /^((it is |it's )?(n\/?a|not applicable|not relevant|not required|not needed|not in scope|out of scope|does(n't| not) apply|none|tbd|tba|see above|see ssp|same|unknown|no|((the )?(msp|client|vendor|provider|customer)('s)?|not our|our) (responsibility|scope|problem|job))|[\s\-–—.?…]*)[.!]*$/i

/** What is missing, or undefined when the decision stands. */
export function decisionFault(decision: Decision): string | undefined {
  const reason = decision.reason?.trim() ?? ''
  if (reason === '') return 'gives no reason'
  const [core = ''] = reason.split(/\s*\(/, 1)
  if (empty.test(reason) || empty.test(core)) return `gives "${reason}" as its reason, which says nothing about why`
  if (!decision.by) return 'does not name who decided'
  if (!decision.date) return 'has no date'
  return undefined
}

/** A standing decision of this kind about the objective or its requirement, in this scope or in all. */
export function decisionFor(
  target: Target,
  decisions: readonly Decision[],
  wanted: { readonly kind: Decision['kind']; readonly scope: ScopeId },
): Decision | undefined {
  return decisions.find(
    (decision) =>
      decision.kind === wanted.kind &&
      (decision.scope === undefined || decision.scope === wanted.scope) &&
      concerns(decision, target) &&
      decisionFault(decision) === undefined,
  )
}

export function concerns(decision: Pick<Decision, 'ref'>, target: Target): boolean {
  const { framework, id } = splitReference(decision.ref)
  return framework === target.framework.id && (id === target.objective.id || id === target.requirement.id)
}
