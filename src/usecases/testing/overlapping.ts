// Two changes at the same time, for certain: the first has done its work and not committed when the second comes.
import type { Services } from '../context.ts'
import type { TwoMsps } from './two-msps.ts'

type Act = (services: Services) => Promise<unknown>

/** On SQLite the second waits for its turn; on PostgreSQL the first commits once the second waits for something it holds. */
export async function overlapping(
  { services, database }: TwoMsps,
  first: Act,
  second: Act,
): Promise<readonly PromiseSettledResult<unknown>[]> {
  const { store } = services
  const worked = Promise.withResolvers<void>()
  const comes = { over: false }
  const untilSecondWaits = async () => {
    worked.resolve()
    while (store.engine === 'postgres' && !comes.over && (await database.rows(waiting)).length === 0) continue
  }
  const slow: Services = {
    ...services,
    store: {
      ...store,
      write: (tenant, work) =>
        store.write(tenant, async (scope) => {
          const result = await work(scope)
          await untilSecondWaits()
          return result
        }),
    },
  }
  const one = first(slow).finally(() => worked.resolve())
  const other = worked.promise
    .then(() => second(services))
    .finally(() => {
      comes.over = true
    })
  return Promise.allSettled([one, other])
}

const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
