// Every route with what nobody would send: nothing of it may be a fault of ours (ASVS 2.2.1), nor change what an object is (15.3.6).
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import type { PersonRoute, Route } from './route.ts'
import { personRoutes, routes } from './routes.ts'
import { oddRequests } from './testing/odd-requests.ts'
import { samples } from './testing/sample-requests.ts'
import type { SampleRequest } from './testing/samples/sample.ts'
import { freshAsker, freshPlace, kinds, walkedApp } from './testing/walk-world.ts'

const runs = Number(process.env['DEMARC_SOAK_RUNS'] ?? 30)
/** Milliseconds for one route: a soak goes as far as it comes. */
const longest = 30_000
/** One may follow twenty streams, and of those that are asked for here none ends before the server does. */
const mostStreams = 19

/** Of the schema library, to its own users: nobody who asks the API is helped by them. */
const rawWords =
  /Too (?:small|big):|Invalid (?:input|string|key|option|ISO|element)|Unrecognized key|expected \w+ to (?:have|be) /

describe.each(onEachEngine)('on $engine', ({ open }) => {
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

  test.each(routes.map((route) => [route.name, route] as const))('%s', async (name, route) => {
    const place = await freshPlace(world, world.ours, 'draft')
    const { owner, client, engagement } = place
    // somebody new each time: they may be removed, or leave
    const asker = await freshAsker(place, kinds[0]!)
    const sample = await samples[name]!(place, asker)
    const params = { tenant: owner.actor.tenant, client, engagement, ...sample.params }
    await neverFails(route, { ...sample, params }, asker.headers)
  })

  test.each(personRoutes.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    await neverFails(route, {}, { 'x-test-user': world.ours.owner.actor.user })
  })

  async function neverFails(
    route: Route | PersonRoute,
    sample: SampleRequest,
    asker: Readonly<Record<string, string>>,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(oddRequests(route, sample), async (request) => {
        const response = await app.inject({
          ...request,
          headers: { ...request.headers, ...asker },
          payloadAsStream: true,
        })
        const { statusCode, headers } = response
        const stream = response.stream()
        const isEndless = String(headers['content-type']).startsWith('text/event-stream')
        const body = isEndless ? '' : await text(stream)
        if (isEndless) stream.destroy()
        expect(statusCode, body).toBeLessThan(500)
        if (statusCode >= 400) expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
        if (statusCode >= 400) expect(body).not.toMatch(rawWords)
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      }),
      {
        numRuns: route.answers.stream === undefined ? runs : Math.min(runs, mostStreams),
        interruptAfterTimeLimit: longest,
        endOnFailure: true,
      },
    )
  }
})
