// No other site changes anything with the cookies of somebody who is signed in here, nor signs their browser in (ASVS 3.5.1).
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../core/refusal.ts'

/** On every route, whoever added it. */
export function checkOrigins(app: FastifyInstance, origin: () => string): void {
  app.addHook('onRequest', (request, _reply, done) => {
    refuseForeignOrigin(request, origin())
    done()
  })
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])
/** To sign somebody else's browser in is an attack too, though no cookie is sent with it. */
const doors = /^\/(?:api\/auth|sign-in|magic|set-up|new-password|confirm-email|forgotten|sign-out)(?:\/|$)/

/** Goes by the route that was found, for an address can be written in many ways. @param own as `Origin` says it */
function refuseForeignOrigin(request: FastifyRequest, own: string): void {
  if (reads.has(request.method) || isOurs(request, own)) return
  throw new Refusal('forbidden', `this request did not come from Demarc’s own pages; open ${own}`)
}

function isOurs({ headers, routeOptions }: FastifyRequest, own: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  // A page that tells nobody where one came from sends `null`, also to itself.
  if (origin !== undefined && origin !== 'null') return origin === own && (site ?? 'same-origin') === 'same-origin'
  if (site !== undefined) return site === 'same-origin'
  if (origin === 'null' || doors.test(routeOptions.url ?? '')) return false
  // No browser: a program, which brings a token and no cookie.
  return headers.cookie === undefined || headers.authorization !== undefined
}
