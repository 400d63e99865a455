// A chain of notices that takes longer than the law leaves from discovery to the last of them.
import type { Clock } from '../clock.ts'
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { chainTo, hoursOf, quickestOfEachParty } from '../notices/chain.ts'
import {
  cites,
  concerns,
  feedingSteps,
  isFirstNotice,
  isNoAgent,
  isNotice,
  readClock,
} from '../notices/legal-notice.ts'
import type { LegalNotice } from '../notices/legal-notice.ts'
import { sayTooLong, sayUsedUp } from '../notices/say-chain.ts'
import { stepsOf } from '../notices/step.ts'
import type { Step } from '../notices/step.ts'

export function checkDeadlineMismatch(matrix: Matrix, context: Context): readonly Finding[] {
  return unique((context.clocks ?? []).flatMap((clock) => missed(clock, matrix)))
}

function missed(clock: Clock, matrix: Matrix): readonly Finding[] {
  const legal = known.get(clock) ?? readClock(clock)
  if (!legal) return []
  known.set(clock, legal)
  const concerned = matrix.activities.filter((activity) => concerns(legal, activity))
  if (concerned.length === 0) return []
  const feeding = feedingSteps(legal, matrix)
  return concerned.flatMap((activity) => {
    const steps = stepsOf(activity, matrix.parameters)
    const notices = steps.filter((step) => isNotice(step, legal, matrix))
    const chains = notices.map((notice) => chainOf(notice, { steps, feeding, legal, matrix }))
    const tooLong = chains.filter((chain) => hoursOf(chain) > legal.allowed)
    if (tooLong.length > 0) return tooLong.map((chain) => finding(chain.at(-1)!, sayTooLong(chain, clock)))
    return usingUp(notices, { steps, feeding, legal, matrix }).map((step) => finding(step, sayUsedUp(step, clock)))
  })
}

const known = new WeakMap<Clock, LegalNotice>()

interface Surroundings {
  readonly steps: readonly Step[]
  readonly feeding: readonly Step[]
  readonly legal: LegalNotice
  readonly matrix: Matrix
}

/** Where the other party is no agent, its notice is the discovery. */
function chainOf(notice: Step, { steps, feeding, legal, matrix }: Surroundings): readonly Step[] {
  const chain = chainTo(notice, steps, feeding)
  return isNoAgent(legal.clock, matrix) ? chain.filter(({ duty }) => duty.party === notice.duty.party) : chain
}

/** The notices to those who must report that by themselves leave them no time; a quicker one of the same party does. */
function usingUp(notices: readonly Step[], { steps, feeding, legal, matrix }: Surroundings): readonly Step[] {
  if (notices.length === 0 || isNoAgent(legal.clock, matrix)) return []
  const reporters = new Set(notices.map(({ duty }) => duty.party))
  const inActivity = steps.filter((step) => isFirstNotice(step) && !cites(step.duty, legal.sources))
  const candidates = inActivity.some(({ duty }) => !reporters.has(duty.party))
    ? inActivity
    : feeding.filter(isFirstNotice)
  return quickestOfEachParty(candidates.filter(({ duty }) => !reporters.has(duty.party))).filter(
    ({ hours }) => hours >= legal.allowed,
  )
}

function finding({ activity, place, duty }: Step, message: string): Finding {
  const at = `activities.${activity.id}.duties[${place}].${duty.timing ? 'timing' : 'does'}`
  return { code: 'deadline-mismatch', severity: 'error', activity: activity.id, at, message }
}

/** One place is named once: the notices to individuals, media and Secretary wait for the same step. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const places = new Set<string>()
  return findings.filter(({ at }) => places.size < places.add(at).size)
}
