// Every route of the API, in the order of its description.
import type { PersonRoute, Route } from './route.ts'
import { clientRoutes } from './routes/clients.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { memberRoutes } from './routes/members.ts'
import { myRoutes } from './routes/mine.ts'
import { seatRoutes } from './routes/seats.ts'
import { tokenRoutes } from './routes/tokens.ts'

export const routes: readonly Route[] = [
  ...clientRoutes,
  ...engagementRoutes,
  ...seatRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...tokenRoutes,
]

/** Those that belong to no tenant. */
export const personRoutes: readonly PersonRoute[] = [...myRoutes]
