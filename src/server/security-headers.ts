// Headers of every response: what a browser may not do with what it gets from us.
import type { FastifyInstance } from 'fastify'

const onAll: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'cache-control': 'no-store',
}

/** An answer of the API is no page: nothing in it runs, loads, is sent or framed. */
const ofData =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; sandbox"
const ofPages =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

/** Of an answer that no hook sees. */
export const dataHeaders = { ...onAll, 'content-security-policy': ofData }

/** A year, subdomains too (ASVS 3.4.1); said only where people come by https. */
const transport = 'max-age=31536000; includeSubDomains'

export function secure(app: FastifyInstance, origin: () => string): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(onAll)
    if (origin().startsWith('https:')) reply.header('strict-transport-security', transport)
    done()
  })
  app.addHook('onSend', (...[, reply, , done]) => {
    const isPage =
      String(reply.getHeader('content-type') ?? '').startsWith('text/html') && !reply.hasHeader('content-disposition')
    // a page with a form that leads elsewhere says so itself
    if (!isPage || !reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', isPage ? ofPages : ofData)
    done()
  })
}
