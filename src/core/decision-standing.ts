// Which decisions count: a choice stands when its reason says something, and it names who decided and when.
import type { Decision } from './decision.ts'
import { splitReference } from './identifiers.ts'
import type { ScopeId } from './identifiers.ts'
import type { Target } from './in-scope.ts'

const empty =
  /^((it is |it's )?(n\/?a|not applicable|not relevant|not required|not needed|not in scope|out of scope|does(n't| not) apply|none|tbd|tba|see above|see ssp|same|unknown|no|((the )?(msp|client|vendor|provider|customer)('s)?|not our|our) (responsibility|scope|problem|job))|[\s\-–—.?…]*)[.!]*$/i

/** Reluctance is no reason why something does not apply. */
const reluctance =
  /^(because|why not|(it('s| is) )?(too )?(expensive|costly|hard|difficult|complicated)|no (budget|money|time|resources|staff)|(we |they )?(do not|don't|did not|didn't) (want|like|need)( to| it)?|((the )?(msp|client|vendor|provider) )(does|handles|has) (this|it)|n\/?a to us|.{0,2})[.!]*$/i

/** A role or a party is nobody in particular; so is a mark. */
const nobodyNamed =
  /^((the )?(msp|client|vendor|provider|customer|soc|esp|csp|team|management|it)( engineer| staff| team)?|nobody|no one|unassigned|n\/?a|none|tbd|tba|unknown|[^\p{L}]*)$/iu

/** What is missing, or undefined when the decision stands. */
export function decisionFault(decision: Decision): string | undefined {
  const reason = decision.reason?.trim() ?? ''
  if (reason === '') return 'gives no reason'
  const [core = ''] = reason.split(/\s*\(/, 1)
  if (empty.test(reason) || empty.test(core)) return `gives "${reason}" as its reason, which says nothing about why`
  if (reluctance.test(reason)) return `gives "${reason}" as its reason, which does not say why`
  if (decision.by === undefined || nobodyNamed.test(decision.by.trim())) return 'does not name who decided'
  if (!decision.date) return 'has no date'
  return undefined
}

interface Wanted {
  readonly kind: Decision['kind']
  readonly scope: ScopeId
}

/** A standing decision of this kind about the whole objective or its requirement, in this scope or in all. */
export function decisionFor(target: Target, decisions: readonly Decision[], wanted: Wanted): Decision | undefined {
  return decisions.find((decision) => decision.part === undefined && stands(decision, target, wanted))
}

/** The parts of the objective that a standing decision takes out in this scope. */
export function partsDecidedAway(target: Target, decisions: readonly Decision[], scope: ScopeId): ReadonlySet<string> {
  const wanted = { kind: 'not-applicable' as const, scope }
  return new Set(
    decisions.flatMap((decision) =>
      decision.part !== undefined && stands(decision, target, wanted) ? decision.part : [],
    ),
  )
}

function stands(decision: Decision, target: Target, { kind, scope }: Wanted): boolean {
  return (
    decision.kind === kind &&
    (decision.scope === undefined || decision.scope === scope) &&
    concerns(decision, target) &&
    decisionFault(decision) === undefined
  )
}

export function concerns(decision: Pick<Decision, 'ref'>, target: Target): boolean {
  const { framework, id } = splitReference(decision.ref)
  return framework === target.framework.id && (id === target.objective.id || id === target.requirement.id)
}
