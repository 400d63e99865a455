// A server with sign-in on each engine, at a time that the test sets, and a browser that keeps its cookies, for tests.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { vi } from 'vitest'
import { Refusal } from '../../../core/refusal.ts'
import { recordId } from '../../../core/record-id.ts'
import type { RecordKind } from '../../../core/record-id.ts'
import { onEachEngine } from '../../../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../../../usecases/testing/two-msps.ts'
import { openSignIn } from '../../../usecases/sign-in/sign-in.ts'
import type { SecurityEvent, SignIn } from '../../../usecases/sign-in/sign-in.ts'
import type { SignInSettings } from '../../../usecases/sign-in/settings.ts'
import { appOf } from '../../app.ts'
import { bareEdge } from '../../edge.ts'
import { mountSignIn } from '../mount.ts'

export const origin = 'https://demarc.example'
export const settings: SignInSettings = { origin, secret: 'kV3xq8mT1wZr6yBn4cJd9sLf2hPg7uQa' }

export interface Door {
  readonly world: TwoMsps
  readonly app: FastifyInstance
  readonly signIn: SignIn
  readonly log: SecurityEvent[]
  /** the last mail to somebody; undefined: none */
  readonly mailTo: (recipient: string) => Promise<{ readonly kind: string; readonly body: string } | undefined>
  /** somebody who has this password */
  readonly person: (email: string, password?: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** better-auth reads the clock of the process: it is set, and moved by `later`. */
export function later(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds)
}

export const doorOnEachEngine = onEachEngine.map(({ engine, open }) => ({
  engine,
  open: async (given: Partial<SignInSettings> = {}, filled: 'filled' | 'empty' = 'filled'): Promise<Door> => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-16T09:00:00Z') })
    const world = await open()
    if (filled === 'empty') await emptied(world)
    const log: SecurityEvent[] = []
    let made = 0
    const services = {
      ...world.services,
      now: () => Date.now(),
      newId: (kind: RecordKind) => recordId(kind, Date.now(), inOrder(randomBytes(16), (made += 1))),
    }
    const signIn = openSignIn(services, { ...settings, ...given }, (event) => log.push(event))
    const app = appOf({
      services,
      authenticate: () => Promise.reject(new Refusal('unauthenticated', 'not asked here')),
      edge: { ...bareEdge, origin: () => signIn.settings.origin },
    })
    mountSignIn(app, signIn)
    app.addHook('onError', async (_request, _reply, error: Error) => {
      if (!(error instanceof Refusal)) console.error(error)
    })
    return {
      world,
      app,
      signIn,
      log,
      mailTo: (recipient) =>
        services.store.readSystem(({ sql }) =>
          sql
            .selectFrom('system_messages')
            .select(['kind', 'body'])
            .where('recipient', '=', recipient)
            .orderBy('message_id', 'desc')
            .executeTakeFirst(),
        ),
      person: async (email, password) => {
        const { internalAdapter, password: passwords } = await signIn.auth.$context
        const data = { email, name: 'Robin Ash', emailVerified: true }
        const { id } = await internalAdapter.createUser(data, { method: 'test' })
        if (password !== undefined)
          await internalAdapter.createAccount({
            userId: id,
            providerId: 'credential',
            accountId: id,
            password: await passwords.hash(password),
          })
        return id
      },
      close: async () => {
        await app.close()
        await world.close()
        vi.useRealTimers()
      },
    }
  },
}))

/** The same database behind another server, as it starts with other settings. */
export function doorwayOf({ world, signIn: { now, newId } }: Door, given: SignInSettings): Pick<Door, 'app'> {
  const services = { ...world.services, now, newId }
  const signIn = openSignIn(services, given, () => undefined)
  const app = appOf({
    services,
    authenticate: () => Promise.reject(new Refusal('unauthenticated', 'not asked here')),
    edge: { ...bareEdge, origin: () => given.origin },
  })
  mountSignIn(app, signIn)
  return { app }
}

/** As before the first start. */
async function emptied({ database }: TwoMsps): Promise<void> {
  const tables = [
    'search_rows',
    'search_engagements',
    'activities',
    'past_heads',
    'events',
    'event_heads',
    'engagements',
    'clients',
    'members',
    'tenants',
  ]
  for (const table of tables) await database.run(`delete from ${table}`)
}

/** Of ids that are made in the same millisecond, the later one sorts last. */
function inOrder(random: Uint8Array, count: number): Uint8Array {
  random.set([(count >> 15) % 32, (count >> 10) % 32, (count >> 5) % 32, count % 32])
  return random
}

export interface Browser {
  readonly cookies: Map<string, string>
  readonly send: (method: Verb, url: string, body?: object) => Promise<Answered>
  /** as a form of a page is sent */
  readonly submit: (url: string, fields: Readonly<Record<string, string>>) => Promise<Answered>
}

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Answered {
  readonly status: number
  readonly text: string
  readonly json: LightMyRequestResponse['json']
  readonly headers: Readonly<Record<string, unknown>>
  readonly setCookies: readonly string[]
}

export function browserAt(app: FastifyInstance, address = '203.0.113.7'): Browser {
  const cookies = new Map<string, string>()
  const ask = async (method: Verb, url: string, more: { payload?: string; type?: string }): Promise<Answered> => {
    const response = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin,
        'user-agent': 'Firefox',
        ...(more.type !== undefined && { 'content-type': more.type }),
      },
      ...(more.payload !== undefined && { payload: more.payload }),
    })
    const set = [response.headers['set-cookie'] ?? []].flat()
    for (const one of set) keep(cookies, one)
    return {
      status: response.statusCode,
      text: response.body,
      json: () => response.json(),
      headers: response.headers,
      setCookies: set,
    }
  }
  return {
    cookies,
    send: (method, url, body) =>
      ask(method, url, body === undefined ? {} : { payload: JSON.stringify(body), type: 'application/json' }),
    submit: (url, fields) =>
      ask('POST', url, {
        payload: new URLSearchParams(fields).toString(),
        type: 'application/x-www-form-urlencoded',
      }),
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.includes('Max-Age=0')) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}
