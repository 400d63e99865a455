// A server process that tells, asked by its parent, for how long it answered nobody at the worst since it was asked before.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { appOf } from '../../src/server/app.ts'
import { asServed } from '../bench/as-served.ts'
import { engagementOn } from '../bench/bench-engagement.ts'

export interface Watched {
  /** of the engagement that documents are brought into */
  readonly url: string
  readonly cookie: string
}

export interface Stall {
  /** milliseconds */
  readonly longest: number
  readonly megabytes: number
}

const { ctx, id } = await engagementOn(process.argv[2] ?? '', 400)
const { authenticate, signedIn, edge, cookie } = await asServed(ctx)
const app = appOf({ services: ctx, authenticate, signedIn, edge })
const url = await app.listen({ port: 0, host: '127.0.0.1' })
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()

process.on('message', () => {
  process.send!({ longest: delay.max / 1e6, megabytes: process.memoryUsage().rss / 1e6 } satisfies Stall)
  delay.reset()
})
process.on('disconnect', () => process.exit(0))
process.send!({ url: `${url}/api/tenants/${ctx.actor.tenant}/engagements/${id}`, cookie } satisfies Watched)
