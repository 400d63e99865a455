// Every route of the API, in the order of its description.
import type { PersonRoute, Route } from './route.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { claimsRoutes } from './routes/claims.ts'
import { clientRoutes } from './routes/clients.ts'
import { draftActivityRoutes } from './routes/draft-activities.ts'
import { draftAnswerRoutes } from './routes/draft-answers.ts'
import { draftHistoryRoutes } from './routes/draft-history.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { memberRoutes } from './routes/members.ts'
import { myRoutes } from './routes/mine.ts'
import { portfolioRoutes } from './routes/portfolio.ts'
import { searchRoutes } from './routes/search.ts'
import { seatRoutes } from './routes/seats.ts'
import { templateRoutes } from './routes/template.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { proofRoutes } from './routes/proof.ts'
import { recomposeRoutes } from './routes/recompose.ts'
import { exportRoutes } from './routes/exports.ts'
import { importRoutes } from './routes/imports.ts'
import { revisionRoutes } from './routes/revisions.ts'
import { eventRoutes } from './routes/events.ts'
import { outboxRoutes } from './routes/outbox.ts'
import { webhookRoutes } from './routes/webhooks.ts'

const all: readonly (readonly Route[])[] = [
  clientRoutes,
  engagementRoutes,
  draftActivityRoutes,
  draftAnswerRoutes,
  recomposeRoutes,
  proofRoutes,
  draftHistoryRoutes,
  revisionRoutes,
  exportRoutes,
  importRoutes,
  claimsRoutes,
  portfolioRoutes,
  searchRoutes,
  catalogueRoutes,
  templateRoutes,
  seatRoutes,
  memberRoutes,
  invitationRoutes,
  tokenRoutes,
  eventRoutes,
  outboxRoutes,
  webhookRoutes,
]

export const routes: readonly Route[] = all.flat()

/** Those that belong to no tenant. */
export const personRoutes: readonly PersonRoute[] = [...myRoutes]
