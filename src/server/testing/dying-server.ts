// A server that carries out one request and is killed at a moment of it: `node dying-server.ts DATABASE_URL ACTOR KEY MOMENT`.
import type { Services } from '../../usecases/context.ts'
import { servicesOn } from '../../usecases/testing/two-msps.ts'
import type { Actor } from '../../core/access/actor.ts'
import { appOf } from '../app.ts'
import { askedAs, named } from './asked-as.ts'

const [url = '', actorText = '', key = '', moment = ''] = process.argv.slice(2)
const actor = JSON.parse(actorText) as Actor
const services = await servicesOn({ url })

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}
let writes = 0
const store: Services['store'] = {
  ...services.store,
  write: (tenant, work) => {
    writes += 1
    if (moment === 'before the commit' && writes === 1)
      return services.store.write(tenant, async (scope) => {
        await work(scope)
        return die()
      })
    if (moment === 'before the answer is kept' && writes === 2) return die()
    return services.store.write(tenant, work)
  },
}
const app = appOf({ services: { ...services, store }, authenticate: named })
await app.inject({
  method: 'POST',
  url: `/api/tenants/${actor.tenant}/clients`,
  headers: { ...askedAs(actor), 'idempotency-key': key },
  payload: { name: 'Killed in between' },
})
if (moment === 'before the answer is sent') await die()
