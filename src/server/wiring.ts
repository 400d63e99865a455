// What the parts of the server that stand outside the table of routes have to say: who asks, further pages, work in the background.
import type { FastifyInstance } from 'fastify'
import type { UserId } from '../core/record-id.ts'
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
  /** the owner of the demonstration, and lines that say how to sign in as them */
  readonly demonstrator: (ground: Ground) => Promise<{ readonly user: UserId; readonly lines: readonly string[] }>
}

export const wiring: Wiring = {
  authenticate: () => async () => {
    throw new Refusal('unauthenticated', 'sign in first')
  },
  more: [],
  background: [],
  welcome: async () => [],
  demonstrator: async ({ services }) => ({
    user: services.newId('user') as UserId,
    lines: ['Signing in is not part of this version yet: the owner of this tenant has no account.'],
  }),
}
