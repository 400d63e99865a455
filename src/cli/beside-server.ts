// The parts of a server, for a command that works on its database whether it runs or not.
import { readConfiguration } from '../server/configuration/configuration.ts'
import { secretOf } from '../server/configuration/secret.ts'
import { silent } from '../server/log.ts'
import { wired } from '../server/wiring.ts'
import type { Wired } from '../server/wiring.ts'
import type { Services } from '../usecases/context.ts'
import { lookAtDatabase, requireDatabase } from '../usecases/look-at-database.ts'
import { openServices } from '../usecases/open-services.ts'
import { sealingWith } from '../usecases/sealing.ts'

export interface BesideServer {
  readonly services: Services
  readonly parts: Wired
}

/** By the environment, as the server reads it. */
export async function besideServer<T>(
  work: (beside: BesideServer) => Promise<T>,
  database: 'is there' | 'may be made' = 'is there',
): Promise<T> {
  const configuration = readConfiguration(process.env)
  const { held } = await lookAtDatabase(configuration.DATABASE_URL, Date.now())
  if (held !== undefined || database === 'is there') await requireDatabase(configuration.DATABASE_URL, Date.now())
  const secret = secretOf(configuration)
  const known = { origin: configuration.DEMARC_URL, sealing: sealingWith(secret) }
  const services = { ...(await openServices(configuration.DATABASE_URL)), ...known }
  try {
    const parts = wired({ services, configuration, secret, log: silent })
    return await work({ services, parts })
  } finally {
    await services.store.close()
  }
}
