// One change made to many activities at once: who is accountable, who takes a duty, by which clock.
import { z } from 'zod'
import { same } from '../compare.ts'
import type { Activity } from '../activity.ts'
import { PartyId } from '../identifiers.ts'
import { Timing } from '../timing.ts'

const from = PartyId.meta({
  description: 'the party whose duties are meant; "unassigned" for what nobody has taken yet',
  example: 'unassigned',
})

export const Allotment = z.discriminatedUnion('set', [
  z.strictObject({ set: z.literal('accountable'), party: PartyId }),
  z.strictObject({ set: z.literal('party'), from, to: PartyId }),
  z.strictObject({ set: z.literal('timing'), of: PartyId, timing: Timing }),
])
export type Allotment = z.infer<typeof Allotment>

const changes = {
  accountable: (activity, { party }) => ({ ...activity, accountable: party }),
  party: (activity, { from: giver, to }) => ({
    ...activity,
    ...(activity.accountable === giver && { accountable: to }),
    // What a duty rested on was the word of the party that had it.
    duties: activity.duties.map((duty) => {
      if (duty.party !== giver) return duty
      const { basis: _, ...own } = duty
      return { ...own, party: to }
    }),
  }),
  timing: (activity, { of, timing }) => ({
    ...activity,
    duties: activity.duties.map((duty) => (duty.party === of ? { ...duty, timing } : duty)),
  }),
} satisfies {
  readonly [Set in Allotment['set']]: (activity: Activity, by: Extract<Allotment, { set: Set }>) => Activity
}

/** Undefined where it is so already, or the party has no duty here. */
export function allotted(activity: Activity, by: Allotment): Activity | undefined {
  const change = changes[by.set] as (activity: Activity, by: Allotment) => Activity
  const after = change(activity, by)
  return same(activity, after) ? undefined : after
}
