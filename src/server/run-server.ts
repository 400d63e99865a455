// A server process: opens what it stands on, listens, and stops without losing what it accepted.
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../core/refusal.ts'
import { openServices } from '../usecases/open-services.ts'
import { sealAgain } from '../usecases/seal-again.ts'
import { sealingWith } from '../usecases/sealing.ts'
import { appOf } from './app.ts'
import type { Configuration } from './configuration/configuration.ts'
import { secretOf } from './configuration/secret.ts'
import { edgeOf } from './edge.ts'
import { logTo } from './log.ts'
import { startMetrics } from './metrics.ts'
import type { Ground, Wired } from './wiring.ts'

export interface RunningServer {
  /** the address that it listens on */
  readonly url: string
  readonly origin: string
  readonly welcome: readonly string[]
  /** resolves once it has stopped, whoever stopped it; true if all that was accepted was finished */
  readonly stopped: Promise<boolean>
  readonly stop: () => void
}

export interface ServerPlan {
  readonly configuration: Configuration
  readonly wire: (ground: Ground) => Wired
  readonly write: (line: string) => void
}

/** Throws a refusal where its surroundings do not let it start. */
export async function runServer(plan: ServerPlan): Promise<RunningServer> {
  const { wire, write } = plan
  const configuration = await withPort(plan.configuration)
  const secret = secretOf(configuration)
  const log = logTo({ level: configuration.LOG_LEVEL, now: Date.now, write })
  const metrics = startMetrics()
  const opened = await openServices(configuration.DATABASE_URL)
  const origin = configuration.DEMARC_URL
  const networks = configuration.WEBHOOK_PRIVATE_RANGES.map(({ text }) => text)
  const services = {
    ...opened,
    store: metrics.measured(opened.store),
    origin,
    sealing: sealingWith(secret),
    webhookRules: { http: 'refused' as const, networks },
  }
  if (configuration.DEMARC_SECRET_BEFORE !== undefined)
    log('info', { event: 'sealed again', ...(await sealAgain(services, secret, configuration.DEMARC_SECRET_BEFORE)) })
  const ground: Ground = { services, configuration, secret, log }
  const stopping = new AbortController()
  try {
    const { authenticate, standing, signedIn, proven, more, background: work, welcome } = wire(ground)
    const app = appOf({
      services,
      authenticate,
      standing,
      signedIn,
      proven,
      edge: edgeOf(configuration, { origin: () => origin, log, metrics }),
      more: [more],
      stopping: () => stopping.signal.aborted,
    })
    const url = await listening(app, configuration)
    log('info', { event: 'listening', url, origin, engine: services.store.engine })
    const background = new AbortController()
    const working = work(background.signal)
    working.catch((error: unknown) => {
      log('error', { event: 'background', error: error instanceof Error ? error.stack : String(error) })
      stopping.abort()
    })
    const stopped = (async () => {
      await aborted(stopping.signal)
      log('info', { event: 'stopping' })
      if (configuration.DRAIN_SECONDS > 0) await wait(configuration.DRAIN_SECONDS * 1000)
      background.abort()
      const finished = await within(configuration.STOP_SECONDS, app, working)
      await services.claimsDesk.close()
      await services.store.close()
      log('info', { event: 'stopped', finished })
      return finished
    })()
    return { url, origin, welcome: await welcome(), stopped, stop: () => stopping.abort() }
  } catch (error) {
    await services.claimsDesk.close()
    await services.store.close()
    throw error
  }
}

/** With port 0, one that is free just now: links and cookies name it before anybody listens. */
async function withPort(configuration: Configuration): Promise<Configuration> {
  if (configuration.PORT !== 0) return configuration
  const free = createServer().listen(0, configuration.HOST)
  await once(free, 'listening')
  const { port } = free.address() as AddressInfo
  free.close()
  await once(free, 'close')
  return { ...configuration, PORT: port, DEMARC_URL: configuration.DEMARC_URL.replace(/:0$/, `:${port}`) }
}

/** @returns whether all was finished in time */
async function within(seconds: number, app: FastifyInstance, working: Promise<unknown>): Promise<boolean> {
  let cut = false
  const late = setTimeout(() => {
    cut = true
    app.server.closeAllConnections()
  }, seconds * 1000)
  const tooLate = wait(seconds * 1000, false, { ref: false })
  await app.close()
  const done = await Promise.race([working.then(() => true).catch(() => false), tooLate])
  clearTimeout(late)
  return done && !cut
}

async function listening(app: FastifyInstance, { HOST, PORT }: Configuration): Promise<string> {
  try {
    return await app.listen({ host: HOST, port: PORT })
  } catch (error) {
    const words = cannotListen[(error as NodeJS.ErrnoException).code ?? '']
    if (words === undefined) throw error
    throw new Refusal('conflict', words.replace('HOST', HOST).replace('PORT', `${PORT}`))
  }
}

const cannotListen: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'port PORT is taken by another program (perhaps by a Demarc that already runs); stop it, or choose another port: PORT=4401 npm start',
  EACCES: 'this user may not listen on port PORT; choose one above 1023 and let a proxy take the other',
  EADDRNOTAVAIL: 'HOST is no address of this machine; set HOST to one that is, or to localhost',
  ENOTFOUND: 'HOST is no address of this machine; set HOST to one that is, or to localhost',
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
