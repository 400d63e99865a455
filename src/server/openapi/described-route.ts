// What the description of the API needs of a route, whoever may ask it.
import type { Route } from '../route.ts'

export type DescribedRoute = Omit<Route, 'action' | 'run'> & Partial<Pick<Route, 'action'>>
