// Commands on the server's database: none but the server makes one, and a demonstration stands in nobody's way.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { demarc as program, folder } from './support/command-line.ts'
import { readConfiguration } from '../src/server/configuration/configuration.ts'
import { runServer } from '../src/server/run-server.ts'
import { wired } from '../src/server/wiring.ts'
import { engines } from '../src/store/testing/fresh-database.ts'
import type { FreshDatabase } from '../src/store/testing/fresh-database.ts'

const DEMARC_SECRET = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'
const password = 'gravel otter window lamp'

describe.each(engines)('beside the server on $engine', ({ engine, fresh }) => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await fresh()
  })
  afterAll(() => database.remove())
  afterEach(() => vi.unstubAllEnvs())

  const demarc = async (...args: readonly string[]) => {
    vi.stubEnv('DATABASE_URL', database.url)
    vi.stubEnv('DEMARC_SECRET', DEMARC_SECRET)
    const { code, out, err } = await program(...args)
    return { code, said: out + err }
  }
  const started = () =>
    runServer({
      configuration: readConfiguration({ DATABASE_URL: database.url, DEMARC_SECRET, PORT: '0', LOG_LEVEL: 'error' }),
      wire: wired,
      write: () => undefined,
    })
  async function serving<T>(work: (server: Awaited<ReturnType<typeof started>>) => Promise<T>): Promise<T> {
    const server = await started()
    try {
      return await work(server)
    } finally {
      server.stop()
      await server.stopped
    }
  }
  const post = (origin: string, path: string, body: object) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    })
  /** Opens the link, and asks as whoever then is signed in. */
  async function setUp(origin: string, link: string, organization: string) {
    const who = { organization, name: 'Dana Whitfield', email: `dana@${organization}.example`, password }
    const answer = await post(origin, '/api/auth/set-up', { token: new URL(link).searchParams.get('token'), ...who })
    return answer.status === 201 ? asking(origin, answer) : answer.status
  }
  function asking(origin: string, answer: Response) {
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return async (path: string) => {
      const response = await fetch(`${origin}${path}`, { headers: { cookie } })
      return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
    }
  }
  const linkIn = (lines: readonly string[]) => lines.join('\n').match(/https?:\S+set-up\S+/)?.[0]

  test.each([['outbox'], ['msp'], ['outbox', 'msg_06cdx8k2zrmw8v0h5tqj3a9n1e']])(
    '%s makes no database where there is none, and says so',
    async (...args) => {
      const { code, said } = await demarc(...args)
      expect([code, said]).toEqual([2, expect.stringContaining('there is no database of Demarc')])
      if (engine === 'postgres')
        expect(await database.rows("select 1 from pg_tables where schemaname = 'public'")).toEqual([])
      else expect(existsSync(database.url.slice('sqlite:'.length))).toBe(false)
      expect(said).not.toMatch(/postgres:\/\//)
    },
  )

  test('after a demonstration the first start still offers the link that sets up a company', async () => {
    const { code, said } = await demarc('demo')
    expect([code, said]).toEqual([0, expect.stringMatching(/“Demonstration” \(ten_\w+\) has 5 clients/)])
    const [, told] = /password: (\S+)/.exec(said)!
    await serving(async ({ origin, welcome }) => {
      const email = 'owner@demonstration.example'
      expect((await post(origin, '/api/auth/password', { email, password: told })).status).toBe(200)
      expect(linkIn(welcome)).toContain('/set-up?token=')
    })
  })

  test('the second time, it says that there is one and how to get in, and changes nothing', async () => {
    const before = await database.rows('select * from accounts')
    const { code, said } = await demarc('demo')
    expect([code, said]).toEqual([0, expect.stringContaining('There is a demonstration already')])
    expect(said).toContain('demarc demo --new-password owner@demonstration.example')
    expect(await database.rows('select * from accounts')).toEqual(before)
  })

  test('once more on request: apart, with a name and an owner of its own', async () => {
    expect((await demarc('demo', '--again')).said).toMatch(
      /“Demonstration 2”[^]*Sign in with owner2@demonstration\.example/,
    )
    expect((await demarc('demo')).said).toMatch(/“Demonstration” .*\n.*“Demonstration 2” /)
  })

  test('a lost password is made anew, for demonstrations alone', async () => {
    const email = 'owner@demonstration.example'
    const { said } = await demarc('demo', '--new-password', email)
    const [, told] = /password: (\S+)/.exec(said)!
    await serving(async ({ origin }) => {
      expect((await post(origin, '/api/auth/password', { email, password: told })).status).toBe(200)
    })
    expect((await demarc('demo', '--new-password', 'dana@northshore.example')).code).toBe(2)
  })

  test('two MSPs come onto a running server, and neither sees the other; then no first link is offered', async () => {
    await serving(async ({ origin, welcome }) => {
      const ours = await setUp(origin, linkIn(welcome)!, 'northshore')
      const link = (await demarc('msp')).said.trim().replace(/^https?:\/\/[^/]+/, origin)
      const theirs = await setUp(origin, link, 'southbay')
      expect(await setUp(origin, link, 'eastside')).toBe(401)
      if (typeof ours === 'number' || typeof theirs === 'number') throw new Error('nobody was let in')
      const placeOf = async (ask: typeof ours) =>
        (await ask('/api/session')).body['tenants'] as readonly { id: string; name: string }[]
      const [[our], [their]] = [await placeOf(ours), await placeOf(theirs)]
      expect([our!.name, their!.name]).toEqual(['northshore', 'southbay'])
      expect((await ours(`/api/tenants/${our!.id}/clients`)).status).toBe(200)
      for (const path of ['clients', 'members', 'events', 'portfolio'])
        expect([
          (await ours(`/api/tenants/${their!.id}/${path}`)).status,
          (await theirs(`/api/tenants/${our!.id}/${path}`)).status,
        ]).toEqual([404, 404])
    })
    await serving(async ({ welcome }) => expect(welcome).toEqual([]))
  })

  test.runIf(engine === 'sqlite')('the file and its logs are for their owner alone', async () => {
    await serving(async () => {
      const file = database.url.slice('sqlite:'.length)
      for (const one of [file, `${file}-wal`, `${file}-shm`])
        expect([one, (statSync(one).mode & 0o777).toString(8)]).toEqual([one, '600'])
    })
  })

  test.runIf(engine === 'sqlite')('a mistyped address is told as it was understood', async () => {
    const place = folder()
    vi.stubEnv('DATABASE_URL', `sqlite:${join(place, 'dta', 'demarc.db')}`)
    const { code, err } = await program('outbox')
    expect([code, err]).toEqual([2, expect.stringContaining(join(place, 'dta', 'demarc.db'))])
    expect(existsSync(join(place, 'dta'))).toBe(false)
  })
})
