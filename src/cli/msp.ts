// demarc msp: lets one more MSP onto the server, by a link that sets it up once.
import { besideServer } from './beside-server.ts'
import type { Command, ExitCode } from './command.ts'

export const mspCommand: Command = {
  name: 'msp',
  summary: 'Make a link with which one more MSP is set up on this server',
  usage: ['msp'],
  details:
    'For the operator: it works on the database that the server uses (docs/configuration.md), whether the server runs or not. Whoever opens the link becomes the owner of a company of their own, apart from all others. It works once, for a day; a link made before is void.',
  example: 'demarc msp',
  takes: [0, 0],
  options: {},
  run: (_, terminal) =>
    besideServer(async ({ parts }): Promise<ExitCode> => {
      terminal.out(`${await parts.anotherMsp()}\n`)
      return 0
    }),
}
