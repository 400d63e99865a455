// Every route of the API, in the order of its description.
import type { Route } from './route.ts'
import { clientRoutes } from './routes/clients.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { eventRoutes } from './routes/events.ts'
import { outboxRoutes } from './routes/outbox.ts'
import { webhookRoutes } from './routes/webhooks.ts'

export const routes: readonly Route[] = [
  ...clientRoutes,
  ...engagementRoutes,
  ...eventRoutes,
  ...outboxRoutes,
  ...webhookRoutes,
]
