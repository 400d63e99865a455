// Every route of the API, in the order of its description.
import type { Route } from './route.ts'
import { clientRoutes } from './routes/clients.ts'
import { draftActivityRoutes } from './routes/draft-activities.ts'
import { draftAnswerRoutes } from './routes/draft-answers.ts'
import { draftHistoryRoutes } from './routes/draft-history.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { proofRoutes } from './routes/proof.ts'
import { recomposeRoutes } from './routes/recompose.ts'

export const routes: readonly Route[] = [
  ...clientRoutes,
  ...engagementRoutes,
  ...draftActivityRoutes,
  ...draftAnswerRoutes,
  ...recomposeRoutes,
  ...proofRoutes,
  ...draftHistoryRoutes,
]
