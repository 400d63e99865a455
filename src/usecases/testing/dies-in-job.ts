// A server process that takes a job and stands still in it, to be killed there: run with the database’s address and the place.
import { writeSync } from 'node:fs'
import { doNextJob } from '../do-next-job.ts'
import { servicesOn } from './two-msps.ts'

const [url = '', place = ''] = process.argv.slice(2)

function standStill(): never {
  writeSync(1, `${place}\n`)
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const services = await servicesOn({ url })
const { store } = services
await doNextJob(
  {
    ...services,
    store: {
      ...store,
      write: (tenant, work) =>
        store.write(tenant, async (scope) => {
          const done = await work(scope)
          return place === 'written, not committed' ? standStill() : done
        }),
    },
  },
  { every: () => (place === 'taken' ? standStill() : () => undefined) },
)
