// Every route that belongs to no tenant, in the order of the API's description.
import type { OpenRoute } from './open-route.ts'
import { accountRoutes } from './sign-in/account-routes.ts'
import { factorRoutes } from './sign-in/factor-routes.ts'
import { sessionRoutes } from './sign-in/session-routes.ts'
import { signInRoutes } from './sign-in/sign-in-routes.ts'

export const openRoutes: readonly OpenRoute[] = [...sessionRoutes, ...signInRoutes, ...factorRoutes, ...accountRoutes]
