// Every route × everybody × state × tenant, on both engines; and the walk itself, seen to find what is planted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { routes } from './routes.ts'
import { walk } from './testing/access-walk.ts'
import { samples } from './testing/sample-requests.ts'

test('every route has a sample request in testing/sample-requests.ts, and no sample is left over', () => {
  expect(Object.keys(samples).toSorted()).toEqual(routes.map(({ name }) => name).toSorted())
})

describe.each(onEachEngine)('on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  test('everybody is answered as the policy table says, and nobody reaches another tenant', async () => {
    const { asked, faults } = await walk(world, { routes, samples })
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(routes.length * 15)
  })
})
