import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { inviteMember } from '../../usecases/invite.ts'
import { makeToken } from '../../usecases/make-token.ts'
import { knownPerson } from '../../usecases/testing/people-of.ts'
import { onEachEngine } from '../../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import { personRoutes } from '../routes.ts'
import { walkedApp } from '../testing/walk-world.ts'

describe.each(onEachEngine)('what concerns a person on $engine', ({ open }) => {
  let world: TwoMsps
  let app: FastifyInstance
  beforeAll(async () => {
    world = await open()
    app = walkedApp(world)
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  test.each(personRoutes.map((route) => [route.name, route] as const))('%s asks who is there', async (_, route) => {
    const response = await app.inject({
      method: route.method,
      url: route.path,
      ...(route.body !== undefined && { payload: {} }),
    })
    expect(response.statusCode).toBe(401)
  })

  test('somebody who is invited sees the offer, takes it, and is in', async () => {
    const email = 'robin@elm.example'
    await inviteMember(world.ours.owner, { email, role: 'viewer' })
    const [letter] = await world.database.rows(`select body from messages where recipient = '${email}'`)
    const secret = /#(?<secret>\S+)/.exec(String(letter!['body']))![1]!
    const headers = { 'x-test-user': await knownPerson(world, { email }) }
    const { tenant } = world.ours.owner.actor
    expect((await app.inject({ url: `/api/tenants/${tenant}/members`, headers })).statusCode).toBe(404)
    const offer = await app.inject({ method: 'POST', url: '/api/me/offers', headers, payload: { secret } })
    expect(offer.json()).toEqual({ tenant, msp: 'North Shore IT', role: 'viewer' })
    const taken = await app.inject({ method: 'POST', url: '/api/me/invitations', headers, payload: { secret } })
    expect([taken.statusCode, taken.json()]).toEqual([200, offer.json()])
    expect((await app.inject({ url: '/api/me/tenants', headers })).json()).toEqual({
      items: [{ tenant, msp: 'North Shore IT', member: 'viewer', seats: [] }],
    })
    expect((await app.inject({ url: `/api/tenants/${tenant}/members`, headers })).statusCode).toBe(200)
  })

  test('an answer never holds a secret or its hash', async () => {
    const { owner } = world.ours
    const invitation = await inviteMember(owner, { email: 'jo@elm.example', role: 'viewer' })
    const { secret } = await makeToken(owner, { name: 'CI', scopes: ['read'], endsAt: '2026-08-01T00:00:00Z' })
    for (const path of ['invitations', 'tokens', 'members', `members/${owner.actor.user}/tokens`]) {
      const response = await app.inject({
        url: `/api/tenants/${owner.actor.tenant}/${path}`,
        headers: { 'x-test-user': owner.actor.user },
      })
      expect(response.statusCode).toBe(200)
      expect(response.body).not.toContain(invitation.secretSha256)
      expect(response.body).not.toContain(secret)
      expect(response.body).not.toMatch(/sha256/i)
    }
  })
})
