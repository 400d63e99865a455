// Starting an engagement over the API: from the example of its description, from an engagement and from a whole matrix; or refused in words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEngagement } from '../../usecases/open-engagement.ts'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

interface Described {
  readonly paths: Readonly<Record<string, { readonly post: { readonly requestBody: RequestBody } }>>
}

interface RequestBody {
  readonly content: { readonly 'application/json': { readonly example: { readonly document: object } } }
}

describe.each(apiOnEachEngine)('starting an engagement on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const path = '/api/tenants/{tenant}/engagements'
  async function example(): Promise<object> {
    const { paths } = (await api.app.inject({ url: '/api/openapi.json' })).json<Described>()
    return paths[path]!.post.requestBody.content['application/json'].example.document
  }
  async function start(document: unknown, actor = api.world.ours.owner.actor) {
    const { client } = api.world.ours
    const url = path.replace('{tenant}', actor.tenant)
    return api.app.inject({ method: 'POST', url, headers: askedAs(actor), payload: { client, document } })
  }

  test('what the description gives as its example is composed into a matrix', async () => {
    const answer = await start(await example())
    expect(answer.statusCode, answer.body).toBe(201)
    const { figures, id } = answer.json<{ readonly figures: { readonly activities: number }; readonly id: string }>()
    expect(figures.activities).toBeGreaterThan(50)
    expect(answer.headers.location).toBe(`${path.replace('{tenant}', api.world.ours.owner.actor.tenant)}/${id}`)
  })

  test('a whole matrix comes in as it is', async () => {
    const { held } = await openEngagement(api.world.ours.owner, api.world.ours.engagement)
    const answer = await start(held.matrix)
    expect(answer.statusCode, answer.body).toBe(201)
    const url = `${path.replace('{tenant}', api.world.ours.owner.actor.tenant)}/${answer.json<{ id: string }>().id}/matrix`
    const read = await api.app.inject({ url, headers: askedAs(api.world.ours.owner.actor) })
    expect(read.json()).toEqual(held.matrix)
  })

  test.each([
    ['another format', { format: 'spreadsheet' }, 'format', 'demarc/matrix@1'],
    ['a framework that is none', { frameworks: [{ id: 'pci', assessed: 'client' }] }, 'frameworks[0].id', 'pci'],
    ['no party', { parties: [] }, 'parties', ''],
    ['an offering that the catalogue does not have', { offerings: [{ id: 'mowing', by: 'msp' }] }, 'offerings[0]', ''],
  ])('%s is refused by its place', async (_, change, at, says) => {
    const answer = await start({ ...(await example()), ...change })
    expect(answer.statusCode).toBe(400)
    const { issues } = answer.json<{ readonly issues: readonly { readonly at: string; readonly message: string }[] }>()
    const found = issues.find((issue) => issue.at.startsWith(at))
    expect(found, answer.body).toBeDefined()
    expect(found!.message).toContain(says)
  })

  test('another MSP’s client is not found, and a viewer may not', async () => {
    const { theirs, ours } = api.world
    expect((await start(await example(), theirs.owner.actor)).statusCode).toBe(404)
    expect((await start(await example(), { ...ours.owner.actor, member: 'viewer' })).statusCode).toBe(403)
  })
})
