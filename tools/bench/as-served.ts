// What stands around the routes of a running server, for the figures: somebody signed in by a session, the log, the metrics, the limits.
import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../../src/server/configuration/configuration.ts'
import { edgeOf } from '../../src/server/edge.ts'
import { gathered, logTo } from '../../src/server/log.ts'
import { startMetrics } from '../../src/server/metrics.ts'
import { wired } from '../../src/server/wiring.ts'
import { insertPerson } from '../../src/store/users.ts'
import type { Services, UseCase } from '../../src/usecases/context.ts'
import { setSignedCookie } from '../../src/usecases/sign-in/visitor.ts'

const secret = 'only for the figures: nothing is signed with it'

/** The owner of the context's tenant is who is signed in. */
export async function asServed(ctx: UseCase) {
  return { ...edgeAround(ctx), cookie: await sessionOf(ctx) }
}

export function edgeAround(ctx: Services) {
  const configuration = readConfiguration({ DEMARC_URL: ctx.origin, REQUESTS_PER_MINUTE: '1000000' })
  const file = logFile()
  const { write } = gathered((text) => void writeSync(file, text))
  const log = logTo({ level: 'info', now: Date.now, write })
  const { authenticate, signedIn } = wired({ services: ctx, configuration, secret, log })
  const edge = edgeOf(configuration, { origin: () => ctx.origin, log, metrics: startMetrics() })
  return { authenticate, signedIn, edge }
}

/** As a server's standard error is written, which is at once. Nobody reads it, and it is gone with the process. */
function logFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-figures-'))
  const file = openSync(join(folder, 'log'), 'a')
  rmSync(folder, { recursive: true })
  return file
}

export async function sessionOf({ store, actor, newId, now, origin }: UseCase): Promise<string> {
  const at = new Date(now()).toISOString()
  const later = new Date(now() + 24 * 60 * 60 * 1000).toISOString()
  const token = `${newId('session')}-for-the-figures`
  await store.writeSystem(async (scope) => {
    await insertPerson(scope, { id: actor.user, email: 'owner@figures.example', name: 'The owner', at })
    await scope.sql
      .insertInto('sessions')
      .values({
        session_id: newId('session'),
        user_id: actor.user,
        token,
        expires_at: later,
        created_at: at,
        updated_at: at,
        seen_at: at,
      })
      .execute()
  })
  return setSignedCookie({ origin, secret }, 'session', { value: token, seconds: 3600 }).split(';', 1)[0]!
}
