import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseStanding } from './database-standing.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

describe.each(onEachEngine)('the standing of a database on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  test('is this program’s, until a newer one has changed it', async () => {
    const before = await databaseStanding(world.services)
    expect(before.program).toBeGreaterThan(7)
    expect(before.database).toBe(before.program)
    await world.database.run("insert into schema_versions (number, name, sha256) values (9999, 'later', 'x');")
    expect(await databaseStanding(world.services)).toEqual({ database: 9999, program: before.program })
  })
})
