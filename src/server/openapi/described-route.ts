// What the description of the API needs of a route, whoever may ask it.
import { z } from 'zod'
import type { OpenRoute } from '../open-route.ts'
import { openRoutes } from '../open-routes.ts'
import type { PersonRoute, Route } from '../route.ts'
import { personRoutes } from '../routes.ts'

type Answers = Route['answers']

export interface DescribedRoute extends Omit<PersonRoute, 'run' | 'answers'> {
  /** of a route of a tenant */
  readonly action?: Route['action']
  readonly fresh?: Route['fresh']
  /** of a route of no tenant: whether one has to be signed in */
  readonly asks?: OpenRoute['asks']
  readonly answers: Omit<Answers, 'status'> & { readonly status: Answers['status'] | 303 }
}

/** Those of a tenant, then those that belong to none. */
export function describedRoutes(ofTenant: readonly Route[]): readonly DescribedRoute[] {
  return [
    ...ofTenant,
    ...personRoutes.map((route) => ({ ...route, asks: 'session' as const })),
    ...openRoutes.map((route) => ({ ...route, params: route.params ?? z.strictObject({}) })),
  ]
}
