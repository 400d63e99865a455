// demarc msp: lets one more MSP onto the server, by a link that sets it up once.
import { readConfiguration } from '../server/configuration/configuration.ts'
import { secretOf } from '../server/configuration/secret.ts'
import { silent } from '../server/log.ts'
import { wired } from '../server/wiring.ts'
import { openServices } from '../usecases/open-services.ts'
import type { Command } from './command.ts'

export const mspCommand: Command = {
  name: 'msp',
  summary: 'Make a link with which one more MSP is set up on this server',
  usage: ['msp'],
  details:
    'For the operator: it works on the database that the server uses (docs/configuration.md), whether the server runs or not. Whoever opens the link becomes the owner of a company of their own, apart from all others. It works once, for a day; a link made before is void.',
  example: 'demarc msp',
  takes: [0, 0],
  options: {},
  run: async (_, terminal) => {
    const configuration = readConfiguration(process.env)
    const origin = configuration.DEMARC_URL
    const services = { ...(await openServices(configuration.DATABASE_URL)), origin }
    try {
      const { anotherMsp } = wired({ services, configuration, secret: secretOf(configuration), log: silent })
      terminal.out(`${await anotherMsp()}\n`)
      return 0
    } finally {
      await services.store.close()
    }
  },
}
