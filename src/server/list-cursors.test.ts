// A cursor leads on in the list that made it; any other list, or the same asked otherwise, refuses it.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../usecases/create-client.ts'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { isList } from './list-named.ts'
import { routes } from './routes.ts'
import { samples } from './testing/sample-requests.ts'
import { ask, requestOf } from './testing/walk-request.ts'
import { freshAsker, freshPlace, kinds, walkedApp } from './testing/walk-world.ts'

const lists = routes.filter(({ query }) => isList(query))

describe.each(onEachEngine.slice(0, 1))('on $engine', ({ open }) => {
  let world: TwoMsps
  let app: FastifyInstance
  beforeAll(async () => {
    world = await open()
    app = walkedApp(world)
    for (const name of ['Ash Lane', 'Birch Road']) await createClient(world.ours.owner, { name })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const headers = () => ({ 'x-test-user': world.ours.owner.actor.user })
  async function clients(query: string) {
    const response = await app.inject({
      url: `/api/tenants/${world.ours.owner.actor.tenant}/clients?${query}`,
      headers: headers(),
    })
    return { status: response.statusCode, ...response.json<{ items: readonly { name: string }[]; next: string }>() }
  }

  test('it leads on in its own list, whatever the size of the page', async () => {
    const { next, items } = await clients('limit=1')
    const rest = await clients(`limit=50&cursor=${next}`)
    expect([...items, ...rest.items].map(({ name }) => name)).toEqual(['Ash Lane', 'Birch Road', 'Elm Street Dental'])
  })

  test.each(['archived=true', 'words=elm'])('the same list asked with %s refuses it', async (question) => {
    const { next } = await clients('limit=1')
    expect((await clients(`limit=1&${question}&cursor=${next}`)).status).toBe(400)
  })

  test('another MSP’s list refuses it', async () => {
    const { next } = await clients('limit=1')
    const { tenant, user } = world.theirs.owner.actor
    const url = `/api/tenants/${tenant}/clients?cursor=${next}`
    expect((await app.inject({ url, headers: { 'x-test-user': user } })).statusCode).toBe(400)
  })

  test('there are such lists', () => expect(lists.length).toBeGreaterThan(15))

  test.each(lists.filter(({ name }) => name !== 'listClients').map((route) => [route.name, route] as const))(
    '%s refuses it',
    async (name, route) => {
      const { next } = await clients('limit=1')
      const place = await freshPlace(world, world.ours, 'draft')
      const asker = await freshAsker(place, kinds[0]!)
      const request = requestOf(route, place, await samples[name]!(place, asker))
      const asked = await ask(app, { ...request, query: { ...request.query, cursor: next } }, asker)
      expect(asked).toEqual({ status: 400, detail: expect.stringContaining('was not made by this list') as unknown })
      expect((await ask(app, request, asker)).status).toBe(200)
    },
  )
})
