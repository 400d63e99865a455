// A real receiver of webhooks on this machine.
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { certificate, key } from './localhost-certificate.ts'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly port: number
  readonly got: Received[]
  /** what it answers from now on */
  answers: RequestListener
  readonly close: () => Promise<void>
}

export async function receiver(transport: 'http' | 'https'): Promise<Receiver> {
  const got: Received[] = []
  const receiving: RequestListener = (request, response) => {
    const take = async () => {
      got.push({ headers: request.headers, body: await text(request) })
      one.answers(request, response)
    }
    void take()
  }
  const server: Server =
    transport === 'http' ? createServer(receiving) : createSecureServer({ key, cert: certificate }, receiving)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { readonly port: number }
  const one: Receiver = {
    port,
    got,
    answers: (_request, response) => response.end('thanks'),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return one
}
