// Many editors of one matrix at once, over HTTP; on PostgreSQL through two processes. In full by `npm run soak -- editors`.
import { expect, test } from 'vitest'
import { engines } from '../src/store/testing/fresh-database.ts'
import { crowdOn } from '../tools/soak/crowd.ts'
import { editTogether } from '../tools/soak/edit-together.ts'

test.each(engines)(
  'no save that was acknowledged is lost, and none fails, on $engine',
  async (engine) => {
    const crowd = await crowdOn(engine, { once: 40, rows: 8 })
    try {
      const { acknowledged, overtaken, errors, lost } = await editTogether(crowd, {
        editors: 40,
        goesOn: (turn) => turn < 4,
      })
      expect({ errors, lost }).toEqual({ errors: [], lost: [] })
      expect(acknowledged + overtaken).toBe(160)
      // They do get into each other's way: otherwise this shows nothing.
      expect(Math.min(acknowledged, overtaken)).toBeGreaterThan(0)
    } finally {
      await crowd.close()
    }
  },
  120_000,
)
