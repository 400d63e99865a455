// Every route of the API, in the order of its description.
import type { Route } from './route.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { clientRoutes } from './routes/clients.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { portfolioRoutes } from './routes/portfolio.ts'
import { searchRoutes } from './routes/search.ts'
import { templateRoutes } from './routes/template.ts'

export const routes: readonly Route[] = [
  ...clientRoutes,
  ...engagementRoutes,
  ...portfolioRoutes,
  ...searchRoutes,
  ...catalogueRoutes,
  ...templateRoutes,
]
