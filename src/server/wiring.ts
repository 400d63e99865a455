// What the parts of the server that stand outside the table of routes have to say: who asks, further pages, work in the background.
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../core/refusal.ts'
import type { Services } from '../usecases/context.ts'
import type { Authenticate } from './app.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Log } from './log.ts'

/** What each of them stands on. */
export interface Ground {
  readonly services: Services
  readonly configuration: Configuration
  readonly secret: string
  /** where people reach this server */
  readonly origin: () => string
  readonly log: Log
}

export interface Wiring {
  readonly authenticate: (ground: Ground) => Authenticate
  /** routes that are no part of the API's table: pages, sign-in, streams */
  readonly more: readonly ((app: FastifyInstance, ground: Ground) => void)[]
  /** runs until the signal, then gives back what it took and ends */
  readonly background: readonly ((ground: Ground, until: { readonly signal: AbortSignal }) => Promise<void>)[]
  /** lines for the terminal once it serves: the set-up link of the first start */
  readonly welcome: (ground: Ground) => Promise<readonly string[]>
}

export const wiring: Wiring = {
  authenticate: () => async () => {
    throw new Refusal('unauthenticated', 'sign in first')
  },
  more: [],
  background: [],
  welcome: async () => [],
}
