// Every route of the API, in the order of its description.
import type { Route } from './route.ts'
import { claimsRoutes } from './routes/claims.ts'
import { clientRoutes } from './routes/clients.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { exportRoutes } from './routes/exports.ts'
import { importRoutes } from './routes/imports.ts'
import { revisionRoutes } from './routes/revisions.ts'

export const routes: readonly Route[] = [
  ...clientRoutes,
  ...engagementRoutes,
  ...revisionRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...claimsRoutes,
]
