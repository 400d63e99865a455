import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doNextJob } from '../../usecases/do-next-job.ts'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

const sheet = 'Safeguard,Responsibility,What we do\n164.312(b),Vendor,Keeps the log of the hosted application\n'

describe.each(apiOnEachEngine)('documents and exports over HTTP on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  interface Asked {
    readonly method?: 'GET' | 'POST' | 'PUT'
    readonly payload?: object | Buffer
    readonly tenantWide?: true
  }
  const ask = (path: string, { method = 'GET', payload, tenantWide }: Asked = {}) => {
    const { owner, engagement } = api.world.ours
    const bytes = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
    return api.app.inject({
      method,
      url: `/api/tenants/${owner.actor.tenant}${tenantWide ? '' : `/engagements/${engagement}`}${path}`,
      headers: { ...askedAs(owner.actor), ...bytes },
      ...(payload !== undefined && { payload }),
    })
  }
  const upload = (path: string, bytes: string | Buffer) =>
    ask(path, { method: 'POST', payload: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })

  test('a document goes from upload to acceptance', async () => {
    const party = encodeURIComponent('Brightledger Dental Systems, Inc.')
    const made = await upload(`/imports?name=crm.csv&party=${party}`, sheet)
    expect(made.statusCode).toBe(201)
    const one = made.json<{ id: string; file: { mapping: object } }>()
    expect(made.headers.location).toMatch(new RegExp(`/imports/${one.id}$`))
    const read = await ask(`/imports/${one.id}`, { tenantWide: true })
    expect([read.statusCode, read.headers.etag]).toEqual([200, '"1"'])
    const { mapping } = one.file
    const confirmed = await ask(`/imports/${one.id}/mapping`, {
      method: 'PUT',
      tenantWide: true,
      payload: { version: 1, mapping },
    })
    expect(confirmed.json()).toMatchObject({ state: 'open', version: 2 })
    const again = await ask(`/imports/${one.id}/document?version=2`, {
      method: 'PUT',
      tenantWide: true,
      payload: Buffer.from(sheet),
    })
    expect(again.statusCode).toBe(200)
    const review = await ask('/claims-review', { method: 'POST', payload: {} })
    expect(review.json()).toMatchObject({ version: 1, review: { figures: { claims: 1 } } })
    expect((await ask('/claims-lists?list=contradictions')).json()).toMatchObject({ totals: { contradictions: 0 } })
    const said = await ask(`/imports/${one.id}/claims?ownership=provider`, { tenantWide: true })
    const claims = said.json<{ items: readonly { at: string }[] }>().items
    expect(claims).toHaveLength(1)
    const payload = { version: 1, reason: 'read with the vendor', at: [claims[0]!.at] }
    const accepted = await ask('/claims-acceptance', { method: 'POST', payload })
    expect(accepted.statusCode).toBe(200)
    expect(accepted.json<{ accepted: unknown }>().accepted).toHaveLength(1)
    expect((await ask('/imports')).json()).toMatchObject({ items: [{ id: one.id, state: 'accepted' }] })
  })

  test.each([
    ['no party', '/imports?name=a.csv', 400],
    ['a name that turns the reading direction', '/imports?name=a%E2%80%AEvsc.csv&party=A', 400],
    ['an unknown field', '/imports?name=a.csv&party=A&colour=red', 400],
    ['a date that is none', '/imports?name=a.csv&party=A&date=yesterday', 400],
    ['no workbook', '/workbook-changes', 400],
    ['no choice', '/workbook-changes/apply?version=1', 400],
  ])('an upload with %s is refused', async (_, path, status) => {
    expect((await upload(path, sheet)).statusCode).toBe(status)
  })

  test('a long export is a job whose file can be fetched, sent to be saved', async () => {
    const wanted = { what: 'matrix', format: 'xlsx' }
    const asked = await ask('/exports', { method: 'POST', payload: wanted })
    expect(asked.statusCode).toBe(202)
    const { id } = asked.json<{ id: string }>()
    expect(asked.headers.location).toMatch(new RegExp(`/jobs/${id}$`))
    expect((await ask(`/jobs/${id}/file`, { tenantWide: true })).statusCode).toBe(409)
    await doNextJob(api.world.services)
    expect((await ask(`/jobs/${id}`, { tenantWide: true })).json()).toMatchObject({ state: 'done', progress: 100 })
    const file = await ask(`/jobs/${id}/file`, { tenantWide: true })
    expect(file.statusCode).toBe(200)
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="tamarack-dental-draft-\d+\.xlsx"/)
    const proposed = await upload('/workbook-changes', file.rawPayload)
    expect(proposed.json()).toMatchObject({ changes: [], notTaken: [], current: true })
    expect((await ask(`/jobs/${id}/cancel`, { method: 'POST', tenantWide: true })).statusCode).toBe(409)
  })

  test('a short one is done at once; a view is read as tables', async () => {
    const wanted = { what: 'matrix', format: 'md', view: 'client' }
    const asked = await ask('/exports', { method: 'POST', payload: wanted })
    expect([asked.statusCode, asked.json<{ state: string }>().state]).toEqual([201, 'done'])
    expect(asked.json()).not.toHaveProperty('asked')
    const view = await ask('/views/duties?party=client')
    expect(view.json()).toMatchObject({ name: 'duties' })
    expect((await ask('/views/srm?party=client')).json<{ detail: string }>().detail).toBe('party goes with view duties')
    expect((await ask('/views/nothing')).statusCode).toBe(404)
    expect((await ask('/exports')).json<{ items: readonly unknown[] }>().items.length).toBeGreaterThan(1)
  })
})
