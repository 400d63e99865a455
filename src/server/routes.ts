// Every route of the API, in the order of its description.
import type { Route } from './route.ts'
import { clientRoutes } from './routes/clients.ts'
import { draftActivityRoutes } from './routes/draft-activities.ts'
import { engagementRoutes } from './routes/engagements.ts'

export const routes: readonly Route[] = [...clientRoutes, ...engagementRoutes, ...draftActivityRoutes]
