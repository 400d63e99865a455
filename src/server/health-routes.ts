// What machines ask: is the process alive, may it be sent requests, and its figures.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { Refusal } from '../core/refusal.ts'
import type { Services } from '../usecases/context.ts'
import { databaseStanding } from '../usecases/database-standing.ts'
import { isEqual } from '../usecases/secret.ts'
import type { Edge } from './edge.ts'
import { sendProblem } from './send-problem.ts'

export interface Health {
  readonly services: Services
  readonly edge: Edge
  readonly stopping: () => boolean
}

export function healthRoutes(app: FastifyInstance, { services, edge, stopping }: Health): void {
  app.get('/healthz', { config: { name: 'healthz', quiet: true } }, async () => ({ status: 'alive' }))

  app.get('/readyz', { config: { name: 'readyz', quiet: true } }, async (_request, reply) => {
    if (stopping()) return sendProblem(reply, new Refusal('busy', 'this server is stopping'))
    const { database, program } = await databaseStanding(services)
    if (database === program) return { status: 'ready' }
    const which = database > program ? 'a newer Demarc has changed the database' : 'the database is older'
    return sendProblem(
      reply,
      new Refusal(
        'busy',
        `${which}: its schema is ${database}, this program’s ${program}; restart with the newest version`,
      ),
    )
  })

  const { metrics, metricsToken } = edge
  if (metrics === undefined) return
  app.get('/metrics', { config: { name: 'metrics', quiet: true } }, async (request, reply) => {
    if (!mayRead(request, metricsToken))
      throw new Refusal('forbidden', 'metrics are for this machine, or with the bearer token METRICS_TOKEN')
    return reply.header('content-type', metrics.contentType).send(await metrics.text())
  })
}

/** A proxy on this machine also comes from the loopback: what it forwards says so in its headers. */
function mayRead({ headers, raw }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined && isEqual(headers.authorization ?? '', `Bearer ${token}`)) return true
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => name in headers)
  const peer = raw.socket.remoteAddress ?? ''
  return !forwarded && ipaddr.isValid(peer) && ipaddr.process(peer).range() === 'loopback'
}
