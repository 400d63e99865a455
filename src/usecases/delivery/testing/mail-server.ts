// A real SMTP server that does to a message what its recipient's name says.
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { certificate, key } from './localhost-certificate.ts'

export interface MailServer {
  readonly port: number
  /** each message as it arrived, with its envelope's recipients */
  readonly got: { readonly to: readonly string[]; readonly raw: string; readonly secure: boolean }[]
  readonly close: () => Promise<void>
}

/** `later@`: 451; `never@`: 550; `cut@`: the connection is dropped; `silent@`: no answer; anybody else gets it. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const got: MailServer['got'] = []
  const server = new SMTPServer({
    key,
    cert: certificate,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 0,
    onRcptTo: ({ address }, session, done) => {
      const way = address.split('@')[0]
      if (way === 'later') return done(Object.assign(new Error('4.7.1 come back later'), { responseCode: 451 }))
      if (way === 'never') return done(Object.assign(new Error('5.1.1 nobody here'), { responseCode: 550 }))
      if (way === 'cut')
        for (const { session: one, _socket: socket } of connections(server)) if (one === session) socket.destroy()
      if (way === 'cut' || way === 'silent') return
      done()
    },
    onData: (stream, session, done) => {
      const take = async () => {
        const raw = await text(stream)
        got.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, secure: session.secure })
        done()
      }
      void take()
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { readonly port: number }
  return { port, got, close: () => new Promise((closed) => server.close(closed)) }
}

interface Connection {
  readonly session: unknown
  readonly _socket: { readonly destroy: () => void }
}

function connections(server: SMTPServer): Iterable<Connection> {
  return (server as unknown as { readonly connections: Set<Connection> }).connections
}
