// Whether a request that changes something was sent by our own pages: a browser says where it comes from, and sends its cookies either way.
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../core/refusal.ts'
import { cookiesOf } from '../../usecases/sign-in/settings.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Signing somebody else's browser in is an attack, too, though no cookie is sent with it. */
const doors = /^\/(?:api\/auth|sign-in|magic|set-up|new-password|confirm-email|forgotten|sign-out)(?:\/|$)/

/** Goes by the route that was found, for an address can be written in many ways. Throws a refusal. Programs with a token send no cookie of ours and are not asked. */
export function checkOrigin({ method, headers, routeOptions }: FastifyRequest, origin: string): void {
  if (harmless.has(method)) return
  const bearsCookie = headers.cookie?.includes(`${cookiesOf(origin).prefix}.`) === true
  if (!bearsCookie && !doors.test(routeOptions.url ?? '')) return
  const from = headers.origin
  const trusted = from === undefined || from === 'null' ? headers['sec-fetch-site'] === 'same-origin' : from === origin
  if (!trusted) throw new Refusal('forbidden', `This was not sent by a page of ${origin}.`)
}
