// The portfolio: how each client stands, and the sums of all; and which reviews are due.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import { clientStanding } from '../core/portfolio.ts'
import type { ClientStanding } from '../core/portfolio.ts'
import { listClients } from '../store/clients.ts'
import { listEngagements } from '../store/engagement-list.ts'
import type { EngagementSummary } from '../store/engagement-list.ts'
import { sharesOf, tenantTotals } from '../store/portfolio.ts'
import type { TenantTotals } from '../store/portfolio.ts'
import type { UseCase } from './context.ts'

export interface Portfolio extends Page<ClientStanding> {
  readonly totals: TenantTotals
}

/** Clients that are not archived, by name. */
export async function readPortfolio(
  ctx: UseCase,
  asked: PageAsked & { readonly words?: string | undefined },
): Promise<Portfolio> {
  authorize(ctx.actor, 'portfolio.read')
  const today = dayOf(ctx.now())
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const clients = await listClients(scope, { ...asked, archived: false })
    const shares = await sharesOf(
      scope,
      clients.items.map(({ id }) => id),
    )
    return {
      ...clients,
      items: clients.items.map(({ id, name }) => clientStanding({ id, name }, shares.get(id) ?? [], today)),
      totals: await tenantTotals(scope, today),
    }
  })
}

export interface ReviewDue extends EngagementSummary {
  readonly overdue: boolean
}

/** The earliest first; of engagements that are not archived. */
export async function listReviewsDue(
  ctx: UseCase,
  { within, ...asked }: PageAsked & { readonly within: number },
): Promise<Page<ReviewDue>> {
  authorize(ctx.actor, 'portfolio.read')
  const now = ctx.now()
  const today = dayOf(now)
  const reviewBy = dayOf(now + within * day)
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const page = await listEngagements(scope, { ...asked, sort: 'review', state: 'draft', reviewBy })
    return { ...page, items: page.items.map((one) => ({ ...one, overdue: one.nextReview! < today })) }
  })
}

const day = 24 * 60 * 60 * 1000

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
