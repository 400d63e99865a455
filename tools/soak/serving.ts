// A server process over a database that somebody else filled; its parent asks it for its memory, and ends it by hanging up.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { appOf } from '../../src/server/app.ts'
import { openServices } from '../../src/usecases/open-services.ts'
import { sealingWith } from '../../src/usecases/sealing.ts'
import { edgeAround } from '../bench/as-served.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const known = { origin: 'http://localhost:4400', sealing: sealingWith('a secret that only soaks know of, ever') }
const services = { ...(await openServices(process.argv[2] ?? '')), ...known }
const app = appOf({ services, ...edgeAround(services) })
const url = await app.listen({ port: 0, host: '127.0.0.1' })

process.on('message', () => {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  process.send!({ heapUsed, rss })
})
process.on('disconnect', () => process.exit(0))
process.send!({ url })
