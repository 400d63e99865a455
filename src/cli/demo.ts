// demarc demo: fills a demonstration tenant with the example clients, and says how to sign in.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../server/configuration/configuration.ts'
import { secretOf } from '../server/configuration/secret.ts'
import { silent } from '../server/log.ts'
import { wired } from '../server/wiring.ts'
import { fillDemonstration } from '../usecases/fill-demonstration.ts'
import { openServices } from '../usecases/open-services.ts'
import type { Command } from './command.ts'
import { readDocumentFile } from './files.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples')

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Fill a demonstration tenant with the example clients, and say how to sign in',
  usage: ['demo'],
  details:
    'It works on the database that the server uses (docs/configuration.md), whether the server runs or not. Each call makes a tenant of its own, apart from all others.',
  example: 'demarc demo',
  takes: [0, 0],
  options: {},
  run: async (_, terminal) => {
    const configuration = readConfiguration(process.env)
    const origin = configuration.DEMARC_URL
    const services = { ...(await openServices(configuration.DATABASE_URL)), origin }
    try {
      const ground = {
        services,
        configuration,
        secret: secretOf(configuration),
        log: silent,
      }
      const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
      const documents = await Promise.all(files.map((name) => readDocumentFile(join(folder, name), services.knowledge)))
      const { user, lines } = await wired(ground).demonstrator()
      const { tenant, clients } = await fillDemonstration(services, { owner: user, documents })
      terminal.out(`The tenant “Demonstration” (${tenant}) has ${clients.length} clients:\n`)
      for (const name of clients) terminal.out(`  ${name}\n`)
      terminal.out(`\n${configuration.DEMARC_URL}\n${lines.map((line) => `${line}\n`).join('')}`)
      terminal.out('\nYour own company is set up by the link that `demarc msp` makes.\n')
      return 0
    } finally {
      await services.store.close()
    }
  },
}
