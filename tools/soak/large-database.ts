// 10,000 engagements of 400 rows, on each engine: opening one against opening one of 100, and the portfolio.
import type { EngagementId } from '../../src/core/record-id.ts'
import { listEngagements } from '../../src/usecases/list-engagements.ts'
import { openEngagement } from '../../src/usecases/open-engagement.ts'
import { readPortfolio } from '../../src/usecases/read-portfolio.ts'
import type { EngineUnderTest } from '../../src/store/testing/fresh-database.ts'
import { fillWith } from './many-rows.ts'
import type { Filled } from './many-rows.ts'
import { say } from './say.ts'

const [few, many, rows] = [100, Number(process.env['DEMARC_SOAK_ENGAGEMENTS'] ?? 10_000), 400]
const opened = 90
const pages = 200

/** @returns whether every figure is within its limit */
export async function soakLargeDatabase({ engine, fresh }: EngineUnderTest): Promise<boolean> {
  const [small, large] = [await fresh(), await fresh()]
  try {
    const begun = performance.now()
    const of100 = await fillWith(small, engine, { engagements: few, rows })
    const of10000 = await fillWith(large, engine, { engagements: many, rows })
    say(`${engine}: filled with ${many * rows} rows in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
    const opens = { few: [] as number[], many: [] as number[] }
    const picks = { few: picked(of100.ids), many: picked(of10000.ids) }
    // Each is opened once: what a process holds already is not read again.
    for (let turn = 0; turn < opened; turn += 1) {
      opens.few.push(await timed(() => openEngagement(of100.ctx, picks.few[turn]!)))
      opens.many.push(await timed(() => openEngagement(of10000.ctx, picks.many[turn]!)))
    }
    const [one, other] = [quantile(opens.few.slice(10), 0.5), quantile(opens.many.slice(10), 0.5)]
    say(
      `${engine}: open one of ${many}, to one of ${few}: ${(other / one).toFixed(2)} (${other.toFixed(1)} to ${one.toFixed(1)} ms; limit 1.5)`,
    )
    const quick = await portfolio(engine, of10000)
    await of100.ctx.store.close()
    await of10000.ctx.store.close()
    return quick && other / one <= 1.5
  } finally {
    await small.remove()
    await large.remove()
  }
}

async function portfolio(engine: string, { ctx }: Filled): Promise<boolean> {
  const asked = {
    portfolio: (cursor?: string) => readPortfolio(ctx, { limit: 50, cursor }),
    'list by title': (cursor?: string) => listEngagements(ctx, { limit: 50, cursor, sort: 'title' }),
    'list by open': (cursor?: string) => listEngagements(ctx, { limit: 50, cursor, sort: 'open' }),
    'list by review': (cursor?: string) => listEngagements(ctx, { limit: 50, cursor, sort: 'review' }),
  }
  let quick = true
  for (const [what, page] of Object.entries(asked)) {
    const times: number[] = []
    let cursor: string | undefined
    for (let turn = 0; turn < pages; turn += 1)
      times.push(
        await timed(async () => {
          cursor = (await page(cursor)).next
        }),
      )
    say(
      `${engine}: ${what}, a page of 50: median ${quantile(times, 0.5).toFixed(1)}, p95 ${quantile(times, 0.95).toFixed(1)} ms (limit 50)`,
    )
    quick &&= quantile(times, 0.95) <= 50
  }
  return quick
}

/** Far apart, in an order that no cache foresees. */
function picked(ids: readonly EngagementId[]): readonly EngagementId[] {
  return Array.from({ length: opened }, (_, turn) => ids[(turn * 7919 + 13) % ids.length]!)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!
}
