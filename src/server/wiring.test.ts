// The server as it is wired: real sessions and real tokens come in, and dangerous acts are asked of who has just proven it.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { appOf } from './app.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { bareEdge } from './edge.ts'
import { silent } from './log.ts'
import { browserAt, later, origin, settings } from './sign-in/testing/browser.ts'
import type { Answered, Browser } from './sign-in/testing/browser.ts'
import { named } from './testing/asked-as.ts'
import { wired } from './wiring.ts'
import type { Wired } from './wiring.ts'

const password = 'gravel otter window lamp'
const minutes = 60 * 1000

describe.each(onEachEngine)('the wired server on $engine', ({ open }) => {
  let world: TwoMsps
  let parts: Wired
  let app: FastifyInstance
  let owner: Browser
  let tenant: string
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-16T09:00:00Z') })
    world = await open()
    const services = { ...world.services, now: () => Date.now(), origin }
    const configuration = readConfiguration({ DEMARC_URL: origin, DEMARC_SECRET: settings.secret })
    parts = wired({ services, configuration, secret: settings.secret, log: silent })
    app = served({ person: 1_000_000, stranger: 1_000_000 })
    owner = browserAt(app)
    tenant = await setUp(owner, 'dana@northshore.example')
  })
  afterAll(async () => {
    await app.close()
    await world.close()
    vi.useRealTimers()
  })

  /** Another process of the same server, that lets so many through. */
  function served(perMinute: { readonly person: number; readonly stranger: number }): FastifyInstance {
    const { authenticate, signedIn, proven, more } = parts
    const edge = { ...bareEdge, origin: () => origin, perMinute, clock: () => 0 }
    const services = { ...world.services, now: () => Date.now(), origin }
    return appOf({ services, authenticate, signedIn, proven, more: [more], edge })
  }

  async function setUp(browser: Browser, email: string): Promise<string> {
    const token = new URL(await parts.anotherMsp()).searchParams.get('token')
    const who = { organization: `MSP of ${email}`, name: 'Dana Whitfield', email, password }
    const { status } = await browser.send('POST', '/api/auth/set-up', { token, ...who })
    expect(status).toBe(201)
    return (await browser.send('GET', '/api/session')).json<{ tenants: [{ id: string }] }>().tenants[0].id
  }

  const at = (path: string) => `/api/tenants/${tenant}${path}`
  const nightly = () => ({
    name: 'Nightly',
    scopes: ['manage'],
    endsAt: new Date(Date.now() + 60 * minutes).toISOString(),
  })
  const webhook = { url: 'https://hooks.example.com/demarc', kinds: ['client.created'] }
  const why = ({ status, json }: Answered) => [
    status,
    json<{ issues?: readonly { message: string }[] }>().issues?.[0]?.message,
  ]
  const proveAgain = () => owner.send('POST', '/api/auth/prove/password', { password })
  const withToken = (secret: string, method: 'GET' | 'POST', path: string, payload?: object, cookie = '') =>
    app.inject({
      method,
      url: at(path),
      headers: { authorization: `Bearer ${secret}`, ...(cookie !== '' && { cookie, origin }) },
      ...(payload && { payload }),
    })
  const newToken = async () => {
    await proveAgain()
    return (await owner.send('POST', at('/tokens'), nightly())).json<{ secret: string }>().secret
  }

  test('a session comes in by its cookie, a token by its header, and nobody by neither', async () => {
    expect((await owner.send('GET', at('/clients'))).status).toBe(200)
    const secret = await newToken()
    expect((await withToken(secret, 'GET', '/clients')).statusCode).toBe(200)
    expect((await app.inject(at('/clients'))).statusCode).toBe(401)
    expect((await withToken(`${secret}x`, 'GET', '/clients')).statusCode).toBe(401)
  })

  test('neither opens another MSP', async () => {
    const other = browserAt(app)
    const theirs = await setUp(other, `lee-${Date.now()}@southbay.example`)
    expect((await owner.send('GET', `/api/tenants/${theirs}/clients`)).status).toBe(404)
    expect((await other.send('GET', `/api/tenants/${theirs}/clients`)).status).toBe(200)
    const secret = await newToken()
    const strayed = await app.inject({
      url: `/api/tenants/${theirs}/clients`,
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(strayed.statusCode).toBe(404)
  })

  test('a dangerous act asks for a proof of the last five minutes, and passes after it', async () => {
    await proveAgain()
    later(5 * minutes - 1)
    expect((await owner.send('POST', at('/webhooks'), webhook)).status).toBe(201)
    later(1)
    for (const [path, body] of [
      ['/webhooks', webhook],
      ['/tokens', nightly()],
      ['/invitations', { email: 'kim@northshore.example', role: 'editor' }],
    ] as const)
      expect([path, ...why(await owner.send('POST', at(path), body))]).toEqual([path, 403, 'fresh-sign-in-needed'])
    expect((await owner.send('GET', at('/webhooks'))).status).toBe(200)
    expect((await proveAgain()).status).toBe(204)
    expect((await owner.send('POST', at('/webhooks'), webhook)).status).toBe(201)
  })

  test('a token proves itself each time: it does what it was made for, and never what only a person may', async () => {
    const secret = await newToken()
    later(6 * minutes)
    expect((await withToken(secret, 'POST', '/webhooks', webhook)).statusCode).toBe(201)
    expect((await withToken(secret, 'POST', '/tokens', nightly())).statusCode).toBe(403)
    await proveAgain()
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const both = await withToken(secret, 'POST', '/tokens', nightly(), cookie)
    expect(both.statusCode).toBe(403)
    expect(both.json<{ issues?: unknown }>().issues).toBeUndefined()
  })

  test('what says nothing of who has proven what lets nobody do dangerous acts', async () => {
    const bare = appOf({ services: world.services, authenticate: named })
    onTestFinished(() => bare.close())
    const { actor } = world.ours.owner
    const { statusCode } = await bare.inject({
      method: 'POST',
      url: `/api/tenants/${actor.tenant}/webhooks`,
      headers: { 'x-test-actor': JSON.stringify(actor) },
      payload: webhook,
    })
    expect(statusCode).toBe(403)
  })

  test.each([
    ['asking who is signed in', '/api/session', {}],
    ['with a cookie that is no session', '/api/session', { cookie: '__Host-demarc.session=x.y; a=b' }],
    ['the page of signing in', '/sign-in', {}],
    ['the first page', '/', {}],
    ['an address that cannot be read', '/api/%', {}],
    ['an address that is none', '/nowhere', {}],
  ])('a stranger is held up: %s', async (_, url, headers) => {
    const narrow = served({ person: 1_000_000, stranger: 2 })
    onTestFinished(() => narrow.close())
    const ask = async () => (await narrow.inject({ url, headers })).statusCode
    expect([await ask(), await ask()]).not.toContain(429)
    expect(await ask()).toBe(429)
    const own = browserAt(narrow, '127.0.0.1')
    for (const [name, value] of owner.cookies) own.cookies.set(name, value)
    expect((await own.send('GET', '/api/session')).status).toBe(200)
    expect((await own.send('GET', '/')).status).toBe(200)
  })
})
