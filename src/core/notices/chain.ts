// The chain of duties that leads from discovery to a notice, each starting at the one before.
import { startOf } from './start.ts'
import { isDeciding, isTelling } from './step.ts'
import type { Step } from './step.ts'

/** From the first step to the notice itself; `upstream` are the steps of other activities that may feed it. */
export function chainTo(notice: Step, inActivity: readonly Step[], upstream: readonly Step[]): readonly Step[] {
  const chain = [notice]
  const own = new Set(inActivity.filter((step) => step !== notice))
  const others = new Set(upstream.filter(({ activity }) => activity !== notice.activity))
  for (let next = before(notice, own, others); next !== undefined;) {
    chain.unshift(next)
    own.delete(next)
    others.delete(next)
    next = before(next, next.activity === notice.activity ? own : nowhere, others)
  }
  return chain
}

/** Once the chain has left the activity it does not come back. */
const nowhere: ReadonlySet<Step> = new Set()

export function hoursOf(chain: readonly Step[]): number {
  return chain.reduce((sum, { hours }) => sum + hours, 0)
}

function before(step: Step, own: ReadonlySet<Step>, others: ReadonlySet<Step>): Step | undefined {
  const leads = leadsTo(step)
  return leads && (closest(step, [...own].filter(leads)) ?? slowest(step, [...others].filter(leads)))
}

/** Which steps can come before it, by what starts it; undefined where discovery itself does. */
function leadsTo({ after, duty }: Step): ((step: Step) => boolean) | undefined {
  const start = startOf(after)
  if (start === 'decision') return isDeciding
  return start === 'notice' ? (step) => step.duty.party !== duty.party && isTelling(step) : undefined
}

/** Of the party that `after` names, else of whoever acts last before the step, the quickest: that one starts the next. */
function closest({ after, place }: Step, candidates: readonly Step[]): Step | undefined {
  const last = candidates.findLast((step) => step.place < place)?.duty.party
  const rank = ({ duty }: Step): number => (names(after, duty.party) ? 2 : duty.party === last ? 1 : 0)
  return candidates.toSorted((a, b) => rank(b) - rank(a) || a.hours - b.hours)[0]
}

/** Of each party its quickest notice, for that one starts the next; of several parties the one that is named, else the worst. */
function slowest({ after }: Step, steps: readonly Step[]): Step | undefined {
  const named = steps.filter(({ duty }) => names(after, duty.party))
  return quickestOfEachParty(named.length > 0 ? named : steps).toSorted((a, b) => b.hours - a.hours)[0]
}

export function quickestOfEachParty(steps: readonly Step[]): readonly Step[] {
  return [...Map.groupBy(steps, ({ duty }) => duty.party).values()].map((group) =>
    group.reduce((a, b) => (b.hours < a.hours ? b : a)),
  )
}

function names(text: string, party: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .includes(party)
}
