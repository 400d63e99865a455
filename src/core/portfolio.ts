// What an MSP sees of a client at a glance: the sums of its engagements, and of each framework the lowest supported ceiling.
import { z } from 'zod'
import { SupportedCeilings } from './portfolio-figures.ts'
import { ClientId } from './record-id.ts'
import { CalendarDate } from './text.ts'

export const StandingFigures = z.strictObject({
  engagements: z.int().meta({ description: 'that are not archived' }),
  open: z.int().meta({ description: 'objectives that are open' }),
  settled: z.int(),
  notApplicable: z.int(),
})

export const ClientStanding = StandingFigures.extend({
  client: z.strictObject({ id: ClientId, name: z.string() }),
  status: z.enum(['none', 'open', 'settled']).meta({
    description: 'settled: every objective of every engagement is allocated without a gap; none: no engagement',
  }),
  nextReview: CalendarDate.optional().meta({ description: 'the first' }),
  reviewOverdue: z.boolean(),
  ceilings: SupportedCeilings.meta({
    description:
      'per framework with a score, the lowest that a record of this client could support. It is not an SPRS score: that scores implementation',
  }),
})
export type ClientStanding = z.infer<typeof ClientStanding>

/** Sums over some of a client's engagements. */
export interface ClientShare {
  readonly engagements: number
  readonly open: number
  readonly settled: number
  readonly notApplicable: number
  readonly nextReview?: CalendarDate
  readonly ceilings: SupportedCeilings
}

export function clientStanding(
  client: ClientStanding['client'],
  shares: readonly ClientShare[],
  today: CalendarDate,
): ClientStanding {
  const sum = (figure: 'engagements' | 'open' | 'settled' | 'notApplicable') =>
    shares.reduce((total, share) => total + share[figure], 0)
  const [nextReview] = shares.flatMap((share) => share.nextReview ?? []).toSorted()
  const [engagements, open] = [sum('engagements'), sum('open')]
  return {
    client,
    status: engagements === 0 ? 'none' : open === 0 ? 'settled' : 'open',
    engagements,
    open,
    settled: sum('settled'),
    notApplicable: sum('notApplicable'),
    ...(nextReview !== undefined && { nextReview }),
    reviewOverdue: nextReview !== undefined && nextReview < today,
    ceilings: shares.map(({ ceilings }) => ceilings).reduce(lower, {}),
  }
}

function lower(a: SupportedCeilings, b: SupportedCeilings): SupportedCeilings {
  const lowest = { ...a }
  for (const [framework, { score, withheld }] of Object.entries(b)) {
    const other = lowest[framework]
    lowest[framework] = {
      score: Math.min(score, other?.score ?? score),
      withheld: withheld || other?.withheld === true,
    }
  }
  return lowest
}
