// What stands around the routes: where people reach this server, whom it believes, how much it takes, and whom it tells.
import { performance } from 'node:perf_hooks'
import type { Configuration } from './configuration/configuration.ts'
import type { AddressRange } from './configuration/values.ts'
import type { Log } from './log.ts'
import { silent } from './log.ts'
import type { Metrics } from './metrics.ts'

export interface Edge {
  /** what browsers send as `Origin` when they are ours */
  readonly origin: () => string
  readonly trustedProxies: readonly AddressRange[]
  readonly log: Log
  readonly metrics?: Metrics
  readonly metricsToken?: string
  readonly apiDocs: boolean
  /** bytes */
  readonly maxBody: number
  readonly requestSeconds: number
  readonly perMinute: { readonly person: number; readonly stranger: number }
  /** milliseconds that only go forward */
  readonly clock: () => number
}

/** As in a test: nothing is logged, and no limit is near. */
export const bareEdge: Edge = {
  origin: () => 'http://localhost:4400',
  trustedProxies: [],
  log: silent,
  apiDocs: true,
  maxBody: 8 * 1024 * 1024,
  requestSeconds: 30,
  perMinute: { person: 1_000_000, stranger: 1_000_000 },
  clock: () => performance.now(),
}

export function edgeOf(
  configuration: Configuration,
  known: Pick<Edge, 'origin' | 'log'> & { readonly metrics: Metrics },
): Edge {
  const { METRICS_TOKEN } = configuration
  return {
    ...known,
    ...(METRICS_TOKEN !== undefined && { metricsToken: METRICS_TOKEN }),
    trustedProxies: configuration.TRUSTED_PROXIES,
    apiDocs: configuration.API_DOCS,
    maxBody: configuration.MAX_BODY_MB * 1024 * 1024,
    requestSeconds: configuration.REQUEST_SECONDS,
    perMinute: {
      person: configuration.REQUESTS_PER_MINUTE,
      stranger: configuration.STRANGER_REQUESTS_PER_MINUTE,
    },
    clock: bareEdge.clock,
  }
}
