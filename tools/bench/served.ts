// The process that the HTTP figures are taken of: the API and a bare node:http server that sends the same, in one, asked in turns.
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { appOf } from '../../src/server/app.ts'
import { asServed } from './as-served.ts'
import { engagementOn } from './bench-engagement.ts'
import { processorTime } from './ratio.ts'

export interface Served {
  readonly api: string
  /** the same path on the bare server */
  readonly bare: string
  readonly rows: number
  /** of somebody who is signed in */
  readonly cookie: string
}

const [, , databaseUrl = ''] = process.argv
const rows = 400
const { ctx, id } = await engagementOn(databaseUrl, rows)
const { authenticate, signedIn, edge, cookie } = await asServed(ctx)
const app = appOf({ services: ctx, authenticate, signedIn, edge })
const api = await app.listen({ port: 0, host: '127.0.0.1' })
const path = `/api/tenants/${ctx.actor.tenant}/engagements/${id}/matrix`
const bare = createServer()
await answerAsTheApi(bare)
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))

process.on('message', () => process.send!({ spent: processorTime() }))
process.on('disconnect', () => process.exit(0))
const { port } = bare.address() as AddressInfo
process.send!({ api: `${api}${path}`, bare: `http://127.0.0.1:${port}${path}`, rows, cookie } satisfies Served)

/** The same headers and the same bytes, which it holds ready. */
async function answerAsTheApi(server: Server): Promise<void> {
  const answers = new Map<string, { readonly head: Record<string, string>; readonly bytes: Buffer }>()
  for (const encoding of ['identity', 'br']) {
    const sent = await app.inject({ url: path, headers: { cookie, 'accept-encoding': encoding } })
    answers.set(encoding, { head: lasting(sent.headers), bytes: sent.rawPayload })
  }
  const { etag = '' } = answers.get('identity')!.head
  const unchanged = await app.inject({ url: path, headers: { cookie, 'if-none-match': etag } })
  const head304 = lasting(unchanged.headers)
  server.on('request', ({ headers }: { readonly headers: IncomingHttpHeaders }, response) => {
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, head304).end()
      return
    }
    const { head, bytes } = answers.get(headers['accept-encoding'] as string)!
    response.writeHead(200, head).end(bytes)
  })
}

/** Without what each server says for itself. */
function lasting(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const own = new Set(['date', 'connection', 'keep-alive', 'x-request-id'])
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name))) as Record<string, string>
}
