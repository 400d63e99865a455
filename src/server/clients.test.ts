import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/actor.ts'
import { recorded } from '../usecases/testing/recorded.ts'
import { apiOnEachEngine, askedAs } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'

interface ClientBody {
  readonly id: string
  readonly name: string
  readonly version: number
}

describe.each(apiOnEachEngine)('clients over HTTP on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const ours = () => api.world.ours.owner.actor
  async function ask(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, payload?: object) {
    return askAs(ours(), method, path, payload)
  }
  async function askAs(
    actor: Actor,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    payload?: object,
  ) {
    const url = `/api/tenants/${actor.tenant}${path}`
    return api.app.inject({ method, url, headers: askedAs(actor), ...(payload && { payload }) })
  }
  const added = async (name: string) => (await ask('POST', '/clients', { name })).json<ClientBody>()
  const kinds = async () => (await recorded({ ...api.world.services, actor: ours() })).map(({ kind }) => kind)

  test('by name, whatever the accents, page by page', async () => {
    for (const name of ['Ärzte am Ring', 'Zeta Law', 'arbor vets', 'Bay Clinic']) await added(name)
    const seen: string[] = []
    let next: string | undefined
    do {
      const page = (await ask('GET', `/clients?limit=2${next ? `&cursor=${next}` : ''}`)).json<{
        items: readonly ClientBody[]
        next?: string
      }>()
      seen.push(...page.items.map(({ name }) => name))
      next = page.next
    } while (next !== undefined)
    expect(seen).toEqual(['arbor vets', 'Ärzte am Ring', 'Bay Clinic', 'Elm Street Dental', 'Zeta Law'])
  })

  test.each([
    ['words=ARZT%20ring', ['Ärzte am Ring']],
    ['words=zzz', []],
    ['words=%25', ['arbor vets', 'Ärzte am Ring', 'Bay Clinic', 'Elm Street Dental', 'Zeta Law']],
    ['archived=true', []],
  ])('%s finds %j', async (query, names) => {
    const { items } = (await ask('GET', `/clients?${query}`)).json<{ items: readonly ClientBody[] }>()
    expect(items.map(({ name }) => name)).toEqual(names)
  })

  test.each(['limit=0', 'limit=201', 'limit=x', 'cursor=!', 'cursor=WzFd', 'archived=1', 'sort=name'])(
    '%s is no query of it',
    async (query) => {
      expect((await ask('GET', `/clients?${query}`)).statusCode).toBe(400)
    },
  )

  test('a change takes the version that was seen; who comes late sees what stands there', async () => {
    const client = await added('Old Name')
    const path = `/clients/${client.id}`
    const changed = await ask('PATCH', path, { version: 1, name: 'New Name', note: 'met at the fair' })
    expect(changed.json()).toMatchObject({ name: 'New Name', note: 'met at the fair', version: 2 })
    const late = await ask('PATCH', path, { version: 1, name: 'Mine' })
    expect([late.statusCode, late.json<{ current: unknown }>().current]).toEqual([409, changed.json()])
    const bare = await ask('PATCH', path, { version: 2, note: null })
    expect(bare.json()).not.toHaveProperty('note')
    expect((await ask('GET', path)).json()).toEqual(bare.json())
    expect(await kinds()).toContain('client.changed')
  })

  test('a client with an open engagement is not archived; without one it is, and comes back', async () => {
    const held = `/clients/${api.world.ours.client}`
    expect((await ask('POST', `${held}/archive`)).statusCode).toBe(409)
    expect((await ask('POST', `/engagements/${api.world.ours.engagement}/archive`)).statusCode).toBe(200)
    expect((await ask('POST', `${held}/archive`)).json()).toHaveProperty('archivedAt')
    expect((await ask('POST', `${held}/archive`)).statusCode).toBe(409)
    expect((await ask('POST', `/engagements/${api.world.ours.engagement}/restore`)).statusCode).toBe(409)
    expect((await ask('POST', `${held}/restore`)).json()).not.toHaveProperty('archivedAt')
    expect((await ask('POST', `/engagements/${api.world.ours.engagement}/restore`)).json()).toMatchObject({
      state: 'draft',
      version: 3,
    })
    expect(await kinds()).toEqual(
      expect.arrayContaining(['engagement.archived', 'client.archived', 'client.restored', 'engagement.restored']),
    )
  })

  test('an archived client is not changed until it is brought back; a person there can be taken out', async () => {
    const { id, version } = await added('Put away')
    const path = `/clients/${id}`
    const person = (await ask('POST', `${path}/contacts`, { name: 'Ana Ruiz' })).json<ClientBody>()
    await ask('POST', `${path}/archive`)
    const refused = await Promise.all([
      ask('PATCH', path, { version: version + 1, name: 'Other' }),
      ask('POST', `${path}/contacts`, { name: 'Bo Lind' }),
      ask('PUT', `${path}/contacts/${person.id}`, { version: 1, name: 'Ana' }),
    ])
    for (const one of refused)
      expect([one.statusCode, one.json()]).toMatchObject([409, { detail: 'this client is archived; restore it first' }])
    expect((await ask('GET', path)).statusCode).toBe(200)
    expect((await ask('DELETE', `${path}/contacts/${person.id}`)).statusCode).toBe(204)
    await ask('POST', `${path}/restore`)
    expect((await ask('POST', `${path}/contacts`, { name: 'Bo Lind' })).statusCode).toBe(201)
  })

  test('people at a client are added, changed and taken out', async () => {
    const client = await added('With People')
    const path = `/clients/${client.id}/contacts`
    const one = (await ask('POST', path, { name: 'Ana Ruiz', email: 'ana@example.com' })).json<ClientBody>()
    await ask('POST', path, { name: 'Bo Lind', phone: '+1 555 0100' })
    const changed = await ask('PUT', `${path}/${one.id}`, { version: 1, name: 'Ana Ruiz', title: 'Privacy officer' })
    expect(changed.json()).toEqual({
      id: one.id,
      client: client.id,
      name: 'Ana Ruiz',
      title: 'Privacy officer',
      version: 2,
    })
    expect((await ask('PUT', `${path}/${one.id}`, { version: 1, name: 'Late' })).statusCode).toBe(409)
    expect((await ask('GET', `${path}?limit=1`)).json()).toMatchObject({
      items: [changed.json()],
      next: expect.any(String) as string,
    })
    expect((await ask('DELETE', `${path}/${one.id}`)).statusCode).toBe(204)
    expect((await ask('DELETE', `${path}/${one.id}`)).statusCode).toBe(404)
    const { items } = (await ask('GET', path)).json<{ items: readonly ClientBody[] }>()
    expect(items.map(({ name }) => name)).toEqual(['Bo Lind'])
    expect(await kinds()).toEqual(expect.arrayContaining(['contact.added', 'contact.changed', 'contact.removed']))
  })

  test('a contact is found with its own client only', async () => {
    const [one, other] = [await added('One'), await added('Other')]
    const contact = (await ask('POST', `/clients/${one.id}/contacts`, { name: 'Ana' })).json<ClientBody>()
    expect((await ask('DELETE', `/clients/${other.id}/contacts/${contact.id}`)).statusCode).toBe(404)
  })

  test('a viewer reads and changes nothing; a guest reads nothing', async () => {
    const client = await added('Watched')
    const viewer = { ...ours(), member: 'viewer' as const }
    expect((await askAs(viewer, 'GET', `/clients/${client.id}`)).statusCode).toBe(200)
    for (const [method, path, payload] of [
      ['PATCH', '', { version: 1, name: 'x' }],
      ['POST', '/archive', undefined],
      ['POST', '/restore', undefined],
      ['POST', '/contacts', { name: 'x' }],
    ] as const)
      expect((await askAs(viewer, method, `/clients/${client.id}${path}`, payload)).statusCode).toBe(403)
    const { tenant, user, by } = ours()
    const guest: Actor = { tenant, user, by, seats: [{ engagement: api.world.ours.engagement, role: 'reviewer' }] }
    expect((await askAs(guest, 'GET', '/clients')).statusCode).toBe(403)
    expect((await askAs(guest, 'GET', `/clients/${client.id}/contacts`)).statusCode).toBe(403)
  })

  test('another MSP’s client does not exist', async () => {
    const client = await added('Not Theirs')
    const theirs = api.world.theirs.owner.actor
    for (const [method, path, payload] of [
      ['GET', '', undefined],
      ['PATCH', '', { version: 1, name: 'x' }],
      ['POST', '/archive', undefined],
      ['GET', '/contacts', undefined],
      ['POST', '/contacts', { name: 'x' }],
    ] as const)
      expect((await askAs(theirs, method, `/clients/${client.id}${path}`, payload)).statusCode).toBe(404)
    const { items } = (await askAs(theirs, 'GET', '/clients')).json<{ items: readonly ClientBody[] }>()
    expect(items.map(({ name }) => name)).toEqual(['Elm Street Dental'])
  })
})
