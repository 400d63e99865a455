// Figures for Prometheus: requests by route and status, transactions, and how the process fares.
import { performance } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { Services } from '../usecases/context.ts'

type Store = Services['store']

export interface Metrics {
  readonly request: (
    labels: { readonly route: string; readonly method: string; readonly status: number },
    seconds: number,
  ) => void
  readonly measured: (store: Store) => Store
  readonly text: () => Promise<string>
  readonly contentType: string
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function startMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'demarc_http_request_seconds',
    help: 'How long requests took, by route, method and status.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets,
    registers,
  })
  const bound = new Map<string, ReturnType<typeof requests.labels>>()
  const ofKind = (route: string, method: string, status: number) => {
    const key = `${route} ${method} ${status}`
    const known = bound.get(key) ?? requests.labels({ route, method, status: `${status}` })
    bound.set(key, known)
    return known
  }
  const transactions = new Histogram({
    name: 'demarc_database_transaction_seconds',
    help: 'How long transactions took, waiting for a connection included.',
    labelNames: ['kind'] as const,
    buckets,
    registers,
  })
  const failures = new Counter({
    name: 'demarc_database_transaction_failures_total',
    help: 'Transactions that were rolled back, refusals included.',
    labelNames: ['kind'] as const,
    registers,
  })
  const timed = async <T>(kind: 'read' | 'write', work: Promise<T>): Promise<T> => {
    const begun = performance.now()
    try {
      return await work
    } catch (error) {
      failures.inc({ kind })
      throw error
    } finally {
      transactions.observe({ kind }, (performance.now() - begun) / 1000)
    }
  }
  return {
    request: ({ route, method, status }, seconds) => ofKind(route, method, status).observe(seconds),
    measured: (store) => ({
      ...store,
      read: (tenant, work) => timed('read', store.read(tenant, work)),
      write: (tenant, work) => timed('write', store.write(tenant, work)),
      readSystem: (work) => timed('read', store.readSystem(work)),
      writeSystem: (work) => timed('write', store.writeSystem(work)),
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
