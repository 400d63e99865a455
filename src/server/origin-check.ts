// No other site changes anything with the cookies of somebody who is signed in here (ASVS 3.5.1): what changes must come from our own origin.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../core/refusal.ts'

/** On every route, whoever added it. */
export function checkOrigins(app: FastifyInstance, origin: () => string): void {
  app.addHook('onRequest', async (request) => refuseForeignOrigin(request, origin()))
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Throws a refusal. @param own as `Origin` says it: `https://demarc.example.com` */
function refuseForeignOrigin({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>, own: string): void {
  if (reads.has(method)) return
  const { origin, cookie, authorization, 'sec-fetch-site': site } = headers
  const foreign =
    (origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin' && site !== 'none')
  const unsaid = origin === undefined && site === undefined && cookie !== undefined && authorization === undefined
  if (foreign || unsaid)
    throw new Refusal('forbidden', `this request did not come from Demarc’s own pages; open ${own}`)
}
