// The API on a real socket, for what `inject` cannot show: raw bytes, slow clients, connections that are kept.
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import type { Services } from '../../usecases/context.ts'
import { appOf } from '../app.ts'
import type { AppOptions } from '../app.ts'
import { bareEdge } from '../edge.ts'
import type { Edge } from '../edge.ts'
import type { Level } from '../log.ts'
import { proven } from './asked-as.ts'

export interface Logged extends Readonly<Record<string, unknown>> {
  readonly level: Level
  readonly event: string
}

/** The services of nobody: whatever reaches a database fails as one that is down. */
export const noServices = {
  store: new Proxy(
    { engine: 'sqlite' },
    {
      get: (known, name) =>
        name === 'engine'
          ? known.engine
          : () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    },
  ),
} as unknown as Services

type Quiet = Partial<Omit<AppOptions, 'edge'>> & { readonly edge?: Partial<Edge> }

export function quietApp(options: Quiet = {}) {
  const lines: Logged[] = []
  const { edge, ...rest } = options
  const app = appOf({
    services: noServices,
    authenticate: async () => {
      throw new Refusal('unauthenticated', 'sign in first')
    },
    proven,
    ...rest,
    edge: { ...bareEdge, log: (level, entry) => lines.push({ level, ...entry }), ...edge },
  })
  onTestFinished(() => app.close())
  return { app, lines }
}

export async function listening(options: Quiet = {}) {
  const { app, lines } = quietApp(options)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { app, lines, port, say: (...bytes: readonly string[]) => said(port, bytes) }
}

/** Sends the bytes and reads until the other side ends. */
function said(port: number, bytes: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => bytes.forEach((part) => socket.write(part, 'latin1')))
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.once('error', reject)
    socket.once('close', () => resolve(heard))
  })
}
