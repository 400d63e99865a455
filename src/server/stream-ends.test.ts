// A stream that stands open while the right to it ends: no event that comes after reaches it, whoever ended it and where.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserId } from '../core/record-id.ts'
import { changeActivities } from '../usecases/change-activities.ts'
import { changeMember } from '../usecases/change-member.ts'
import { endSeat } from '../usecases/change-seat.ts'
import type { Services, UseCase } from '../usecases/context.ts'
import { makeToken } from '../usecases/make-token.ts'
import { openEngagement } from '../usecases/open-engagement.ts'
import { removeMember } from '../usecases/remove-member.ts'
import { sessionCookie } from '../usecases/sign-in/better-auth.ts'
import { setSignedCookie } from '../usecases/sign-in/visitor.ts'
import { colleague, guest } from '../usecases/testing/people-of.ts'
import { onEachEngine, servicesOn } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { withdrawToken } from '../usecases/withdraw-token.ts'
import { appOf } from './app.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { silent } from './log.ts'
import { readEvents, until } from './testing/event-reader.ts'
import type { EventReader } from './testing/event-reader.ts'
import { wired } from './wiring.ts'

const secret = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'
const start = Date.parse('2026-03-14T10:00:00Z')
const hour = 60 * 60 * 1000

describe.each(onEachEngine)('a stream on $engine', ({ open }) => {
  let world: TwoMsps
  let owner: UseCase
  let services: Services
  let elsewhere: Services
  let app: FastifyInstance
  let address: string
  let ring: (() => void)[]
  let at = start
  beforeAll(async () => {
    world = await open()
    const now = () => at
    const configuration = readConfiguration({ DEMARC_SECRET: secret })
    services = { ...world.services, now, origin: configuration.DEMARC_URL }
    owner = { ...world.ours.owner, ...services }
    elsewhere = { ...(await servicesOn(world.database)), now }
    const { authenticate, standing } = wired({ services, configuration, secret, log: silent })
    ring = []
    const timers = {
      every: (_: number, then: () => void) => {
        ring.push(then)
        return () => ring.splice(ring.indexOf(then), 1)
      },
    }
    app = appOf({ services, authenticate, standing, timers })
    address = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await app.close()
    await elsewhere.store.close()
    await world.close()
  })

  const ours = () => owner.actor.tenant
  const there = (): UseCase => ({ ...elsewhere, actor: owner.actor })
  let made = 0
  /** as somebody signs in: the headers that their browser sends, and the id of the session */
  async function signedIn(user: UserId) {
    const [id, token] = [`ses_${(made += 1)}`, `token-of-session-${made}`]
    const [now, expires] = [new Date(at).toISOString(), new Date(at + 14 * 24 * hour).toISOString()]
    const times = { created_at: now, updated_at: now, seen_at: now, expires_at: expires }
    await services.store.writeSystem(({ sql }) =>
      sql
        .insertInto('sessions')
        .values({ session_id: id, token, user_id: user, ...times, ...unknown })
        .execute(),
    )
    const settings = { origin: services.origin, secret }
    const [cookie = ''] = setSignedCookie(settings, sessionCookie, { value: token, seconds: 60 }).split(';')
    return { id, headers: { cookie } }
  }
  const unknown = { ip_address: null, user_agent: null, method: 'password', fresh_at: null }
  const signOut = ({ store }: Services, id: string) =>
    store.writeSystem(({ sql }) => sql.deleteFrom('sessions').where('session_id', '=', id).execute())

  async function tokenOf(ctx: UseCase) {
    const endsAt = new Date(at + 24 * hour).toISOString()
    const { token, secret: bearer } = await makeToken({ ...ctx, ...services }, { name: 'x', scopes: ['read'], endsAt })
    return { token, headers: { authorization: `Bearer ${bearer}` } }
  }
  /** something that everybody sees who may see anything of the engagement */
  let edits = 0
  async function edit(ctx: UseCase = owner): Promise<string> {
    const { held } = await openEngagement(ctx, world.ours.engagement)
    const { activity, version } = [...held.records.values()][0]!
    const title = `Another title ${(edits += 1)}`
    await changeActivities(ctx, world.ours.engagement, [{ version, activity: { ...activity, title } }])
    return title
  }
  const heard = (reader: EventReader, title: string) =>
    reader.events.some(({ data }) => JSON.stringify(data).includes(title))
  /** open, and past its first look */
  async function following(headers: Readonly<Record<string, string>>, path = 'events/stream'): Promise<EventReader> {
    const reader = await readEvents(`${address}/api/tenants/${ours()}/${path}`, headers)
    expect(reader.response.statusCode).toBe(200)
    const title = await edit()
    await until(() => heard(reader, title))
    return reader
  }
  const inEngagement = () => `engagements/${world.ours.engagement}/events/stream`

  interface Case {
    readonly name: string
    /** @returns the stream, and what ends the right to it */
    readonly begin: () => Promise<{ readonly reader: EventReader; readonly ends: () => Promise<unknown> }>
    /** nothing but the time tells that it is over */
    readonly silent?: true
    readonly because: string
  }
  const member = async (end: (user: UserId) => Promise<unknown>) => {
    const { actor } = await colleague(world, world.ours, 'editor')
    const { headers } = await signedIn(actor.user)
    return { reader: await following(headers), ends: () => end(actor.user) }
  }
  const session = async (end: (id: string) => Promise<unknown>) => {
    const { actor } = await colleague(world, world.ours, 'viewer')
    const { headers, id } = await signedIn(actor.user)
    return { reader: await following(headers), ends: () => end(id) }
  }
  const token = async (end: (key: { id: never; user: UserId }) => Promise<unknown>) => {
    const ctx = await colleague(world, world.ours, 'editor')
    const { headers, token: key } = await tokenOf(ctx)
    return { reader: await following(headers), ends: () => end({ id: key.id as never, user: ctx.actor.user }) }
  }
  const seat = async (end: (user: UserId) => Promise<unknown>, endsAt?: string) => {
    const { actor } = await guest(world, world.ours, { role: 'reviewer', ...(endsAt !== undefined && { endsAt }) })
    const { headers } = await signedIn(actor.user)
    return { reader: await following(headers, inEngagement()), ends: () => end(actor.user) }
  }
  const pass = async (milliseconds: number) => {
    at += milliseconds
  }
  const [noTenant, noToken, noSession] = ['no such tenant', 'not accepted', 'sign in']

  const cases: readonly Case[] = [
    { name: 'a member is removed', because: noTenant, begin: () => member((user) => removeMember(owner, user)) },
    {
      name: 'a member is removed in another process',
      because: noTenant,
      silent: true,
      begin: () => member((user) => removeMember(there(), user)),
    },
    { name: 'a token is withdrawn', because: noToken, begin: () => token((key) => withdrawToken(owner, key)) },
    {
      name: 'a token is withdrawn in another process',
      because: noToken,
      silent: true,
      begin: () => token((key) => withdrawToken(there(), key)),
    },
    { name: 'a token is over', because: noToken, silent: true, begin: () => token(() => pass(25 * hour)) },
    {
      name: 'a member whose token it is is removed',
      because: noToken,
      begin: () => token(({ user }) => removeMember(owner, user)),
    },
    {
      name: 'a guest’s seat is ended',
      because: noTenant,
      begin: () => seat((user) => endSeat(owner, { engagement: world.ours.engagement, user })),
    },
    {
      name: 'a guest’s seat is over',
      because: noTenant,
      silent: true,
      begin: () => seat(() => pass(2 * hour), new Date(at + hour).toISOString()),
    },
    { name: 'somebody signs out', because: noSession, begin: () => session((id) => signOut(services, id)) },
    {
      name: 'a session is ended in another process',
      because: noSession,
      silent: true,
      begin: () => session((id) => signOut(elsewhere, id)),
    },
    {
      name: 'a session was not heard of for half a day',
      because: noSession,
      silent: true,
      begin: () => session(() => pass(13 * hour)),
    },
  ]

  test.each(cases)('ends when $name', async ({ begin, silent: unheard, because }) => {
    const { reader, ends } = await begin()
    const { length } = reader.events
    await ends()
    if (unheard === undefined) await until(() => reader.ended() || reader.events.length > length)
    const after = await edit()
    await until(() => reader.ended() || heard(reader, after))
    expect(heard(reader, after)).toBe(false)
    expect(reader.events.slice(length)).toMatchObject([
      { event: 'end', data: { reason: expect.stringContaining(because) as unknown } },
    ])
  })

  test('of another role, it goes on as that role may', async () => {
    const { actor } = await colleague(world, world.ours, 'editor')
    const reader = await following((await signedIn(actor.user)).headers)
    await changeMember(owner, actor.user, 'viewer')
    const title = await edit()
    await until(() => heard(reader, title))
    expect(reader.events.map(({ event }) => event)).toContain('member.changed')
    reader.reset()
  })

  test('whoever only follows is not heard of, and the token is not used', async () => {
    const ctx = await colleague(world, world.ours, 'editor')
    const [{ id, headers }, by] = [await signedIn(ctx.actor.user), await tokenOf(ctx)]
    const readers = [await following(headers), await following(by.headers)]
    const used = () =>
      services.store.readSystem(async ({ sql }) => [
        await sql.selectFrom('sessions').select('seen_at').where('session_id', '=', id).execute(),
        await sql.selectFrom('tokens').select('last_used_at').where('token_id', '=', by.token.id).execute(),
      ])
    const before = await used()
    at += hour
    for (const then of ring) then()
    await until(() => readers.every((reader) => reader.beats() > 0))
    expect(await used()).toEqual(before)
    for (const reader of readers) reader.reset()
  })
})
