// The API's description and the page that shows it, for people: Swagger UI from our own address, without a word of script in the page.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { describedRoutes } from './openapi/described-route.ts'
import { openApiOf } from './openapi/document.ts'
import type { Route } from './route.ts'

interface Sent {
  readonly type: string
  readonly bytes: () => Uint8Array
}

export function apiPages(app: FastifyInstance, routes: readonly Route[]): void {
  const description: Sent = {
    type: 'application/json; charset=utf-8',
    bytes: () => Buffer.from(JSON.stringify(openApiOf(describedRoutes(routes), version()))),
  }
  serve(app, '/api/openapi.json', description)
  for (const [name, file] of Object.entries(files)) serve(app, `/api/docs${name}`, file)
}

const swagger = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))

const files: Readonly<Record<string, Sent>> = {
  '': { type: 'text/html; charset=utf-8', bytes: ours('api-page.html') },
  '/start.js': { type: 'text/javascript; charset=utf-8', bytes: ours('api-page.js') },
  '/look.css': { type: 'text/css; charset=utf-8', bytes: ours('api-page.css') },
  '/swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8', bytes: theirs('swagger-ui-bundle.js') },
  '/swagger-ui.css': { type: 'text/css; charset=utf-8', bytes: theirs('swagger-ui.css') },
}

function ours(name: string): () => Uint8Array {
  return () => readFileSync(join(import.meta.dirname, 'openapi', name))
}

function theirs(name: string): () => Uint8Array {
  return () => readFileSync(join(swagger, name))
}

/** Made and compressed when it is first asked for, and kept: it is the same as long as the process lives. */
function serve(app: FastifyInstance, url: string, { type, bytes }: Sent): void {
  let made: { readonly plain: Uint8Array; readonly packed: Uint8Array; readonly etag: string } | undefined
  const make = () => {
    const plain = bytes()
    const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`
    return { plain, packed: gzipSync(plain), etag }
  }
  app.get(url, { config: { name: url } }, async (request: FastifyRequest, reply: FastifyReply) => {
    made ??= make()
    reply.headers({ 'content-type': type, etag: made.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' })
    if (request.headers['if-none-match']?.includes(made.etag) === true) return reply.code(304).send()
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(made.plain)
    return reply.header('content-encoding', 'gzip').send(made.packed)
  })
}

function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    readonly version: string
  }
  return text
}
