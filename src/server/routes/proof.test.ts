// What a matrix proves, over HTTP: as described, once for each version, packed as the reader takes it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../core/activity.ts'
import { changeActivities } from '../../usecases/change-activities.ts'
import { makeRevision } from '../../usecases/make-revision.ts'
import { openEngagement } from '../../usecases/open-engagement.ts'
import { routes } from '../routes.ts'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

interface Row {
  readonly activity: Activity
  readonly version: number
}

describe.each(apiOnEachEngine)('a proof on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const base = () => `/api/tenants/${api.world.ours.owner.actor.tenant}/engagements/${api.world.ours.engagement}`
  function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
    return api.app.inject({ url: `${base()}${path}`, headers: { ...askedAs(api.world.ours.owner.actor), ...headers } })
  }
  const someRow = async (index: number) => (await ask('/activities')).json<{ items: readonly Row[] }>().items[index]!

  const paths = ['/matrix', '/coverage', '/coverage?framework=hipaa', '/findings', '/exposure?without=msp', '/views/srm', '/views/client', '/views/duties?party=msp', '/views/cuec', '/views/interview', '/views/objectives'] // prettier-ignore
  test.each(paths)('%s is what its description says, and not sent twice', async (path) => {
    const first = await ask(path)
    expect(first.statusCode).toBe(200)
    const { pathname } = new URL(`http://x${path}`)
    const described = routes.find(({ path: told }) =>
      told.replace('{view}', pathname.split('/')[2] ?? '').endsWith(`{engagement}${pathname}`),
    )
    expect(described!.answers.body!.safeParse(first.json()).error).toBeUndefined()
    const again = await ask(path, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    for (const encoding of ['gzip', 'br']) {
      const packed = await ask(path, { 'accept-encoding': encoding })
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.rawPayload.length).toBeLessThan(first.rawPayload.length)
    }
  })

  test('an edit makes it new', async () => {
    const before = await ask('/coverage')
    const { activity, version } = await someRow(5)
    await changeActivities(api.world.ours.owner, api.world.ours.engagement, [
      { version, activity: { ...activity, duties: [] } },
    ])
    const after = await ask('/coverage', { 'if-none-match': String(before.headers.etag) })
    expect(after.statusCode).toBe(200)
    const { engagement } = await openEngagement(api.world.ours.owner, api.world.ours.engagement)
    expect(after.json()).toMatchObject({ version: engagement.version, open: engagement.figures.open })
  })

  test('a view shows a revision as it was frozen', async () => {
    const { owner, engagement } = api.world.ours
    const { activity, version } = await someRow(0)
    const title = 'As it was signed'
    await changeActivities(owner, engagement, [{ version, activity: { ...activity, title } }])
    await makeRevision(owner, engagement, {})
    await changeActivities(owner, engagement, [{ version: version + 1, activity: { ...activity, title: 'Later' } }])
    const frozen = await ask('/views/srm?of=1')
    expect([frozen.statusCode, frozen.body.includes(title), frozen.body.includes('Later')]).toEqual([200, true, false])
    expect((await ask('/views/srm')).body).not.toContain(title)
    expect((await ask('/views/srm?of=2')).statusCode).toBe(404)
  })

  test('a party that is not there is refused', async () => {
    expect((await ask('/views/duties?party=nobody-here')).statusCode).toBe(400)
    expect((await ask('/views/duties?party=nobody-here')).statusCode).toBe(400)
    expect((await ask('/views/poster')).statusCode).toBe(404)
  })
})
