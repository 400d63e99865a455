// Every route × everybody × state × tenant, on both engines; and the walk itself, seen to find what is planted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { walk } from './testing/access-walk.ts'
import { routeNamed, withoutPolicy, withoutTenant, withStrayWrite } from './testing/planted-routes.ts'
import { samples } from './testing/sample-requests.ts'

const aLongWalk = 600_000

test('every route has a sample request in testing/sample-requests.ts, and no sample is left over', () => {
  expect(Object.keys(samples).toSorted()).toEqual(routes.map(({ name }) => name).toSorted())
})

describe.each(onEachEngine)('on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const faultsOf = async (...planted: readonly Route[]) => (await walk(world, { routes: planted, samples })).faults

  test(
    'everybody is answered as the policy table says, and nobody reaches another tenant',
    async () => {
      const { asked, faults } = await walk(world, { routes, samples })
      expect(faults).toEqual([])
      expect(asked).toBeGreaterThan(routes.length * 15)
    },
    aLongWalk,
  )

  test.each([
    ['reading', 'readMatrix', /^readMatrix, GET as signatory of another engagement, draft: 404 .* answered 200/m],
    ['editing', 'changeActivities', /^changeActivities, PATCH as viewer, draft: 403 .* answered 200/m],
    ['letting in', 'letIn', /^letIn, POST as viewer, draft: 403 .* answered 201/m],
    ['listing people', 'listMembers', /^listMembers, GET as assessor, draft: 403 .* answered 200/m],
    ['making a token', 'makeToken', /^makeToken, POST as owner by a token to manage, draft: 403 .* answered 201/m],
  ])('%s without asking the policy is found', async (_, name, fault) => {
    expect((await faultsOf(withoutPolicy(routeNamed(name)))).join('\n')).toMatch(fault)
  })

  test('a route that says another action than its use case asks for is found', async () => {
    const faults = await faultsOf({ ...routeNamed('readMatrix'), action: 'claims.read' })
    expect(faults.join('\n')).toMatch(/^readMatrix, GET as reviewer, draft: 403 .* answered 200/m)
  })

  test('a reading route that writes is found', async () => {
    const faults = await faultsOf(withStrayWrite(routeNamed('readMatrix'), 'after'))
    expect(faults).toContain('reading or a refused request changed clients')
  })

  test('a preview that writes is found', async () => {
    const faults = await faultsOf(withStrayWrite(routeNamed('changeHead'), 'after'))
    expect(faults).toContain('reading or a refused request changed clients')
  })

  test('a request that is refused after it wrote is found', async () => {
    const faults = await faultsOf(withStrayWrite(routeNamed('endSeat'), 'before'))
    expect(faults).toContain('reading or a refused request changed clients')
  })
})

const holedIn = async (world: TwoMsps) =>
  (await walk(world, { routes: [withoutTenant(routeNamed('readMatrix'))], samples })).faults.join('\n')
const reachingIn = async (world: TwoMsps) =>
  (await walk(world, { routes: [withStrayWrite(routeNamed('endSeat'), 'after')], samples })).faults
const leaked = /^readMatrix with engagement of another tenant in the path: 200 /m
const overwritten = 'clients of the other tenant changed'

test.each(onEachEngine.filter(({ engine }) => engine === 'sqlite'))(
  'with one wall ($engine), SQL that forgets the tenant is found',
  async ({ open }) => {
    const world = await open()
    expect(await holedIn(world)).toMatch(leaked)
    expect(await reachingIn(world)).toContain(overwritten)
    await world.close()
  },
)

describe.each(onEachEngine.filter(({ engine }) => engine === 'postgres'))('with two walls ($engine)', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  test('SQL that forgets the tenant is held by row-level security', async () => {
    expect(await holedIn(world)).not.toMatch(leaked)
    expect(await reachingIn(world)).not.toContain(overwritten)
  })

  test(
    'without row-level security the use cases hold, and only SQL that forgets the tenant is found',
    async () => {
      const tables = await world.database.rows(
        "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity",
      )
      expect(tables.length).toBeGreaterThan(20)
      for (const { name } of tables) await world.database.run(`alter table ${String(name)} disable row level security`)
      expect((await walk(world, { routes, samples })).faults).toEqual([])
      expect(await holedIn(world)).toMatch(leaked)
      expect(await reachingIn(world)).toContain(overwritten)
    },
    aLongWalk,
  )
})
