// The API over two MSPs, asked in a test as any actor that it names: the header stands for what signing in would say.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../../core/access/actor.ts'
import { Refusal } from '../../core/refusal.ts'
import { onEachEngine } from '../../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import { appOf } from '../app.ts'

export interface AskedApi {
  readonly world: TwoMsps
  readonly app: FastifyInstance
  readonly close: () => Promise<void>
}

export const apiOnEachEngine = onEachEngine.map(({ engine, open }) => ({
  engine,
  open: async (): Promise<AskedApi> => {
    const world = await open()
    const app = appOf({ services: world.services, authenticate: named, signedIn: nobody, proven })
    return {
      world,
      app,
      close: async () => {
        await app.close()
        await world.close()
      },
    }
  },
}))

/** The headers of a request that this actor sends. */
export function askedAs(actor: Actor): Readonly<Record<string, string>> {
  return { 'x-test-actor': JSON.stringify(actor) }
}

export async function named(request: FastifyRequest, tenant: string): Promise<Actor> {
  const header = request.headers['x-test-actor']
  if (typeof header !== 'string') throw new Refusal('unauthenticated', 'sign in first')
  const actor = JSON.parse(header) as Actor
  if (actor.tenant !== tenant) throw new Refusal('not-found', 'there is no such tenant')
  return actor
}

/** Whom the header names has just proven it. */
export async function proven(): Promise<void> {}

async function nobody(): Promise<never> {
  throw new Refusal('unauthenticated', 'sign in first')
}
