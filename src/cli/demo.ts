// demarc demo: fills a demonstration tenant with the example clients, and says how to sign in.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillDemonstration } from '../usecases/fill-demonstration.ts'
import { besideServer } from './beside-server.ts'
import type { Command, ExitCode } from './command.ts'
import { readDocumentFile } from './files.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples')

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Fill a demonstration tenant with the example clients, and say how to sign in',
  usage: ['demo'],
  details:
    'It works on the database that the server uses (docs/configuration.md), whether the server runs or not. Each call makes a tenant of its own; all of them have one owner, whose password each call makes anew.',
  example: 'demarc demo',
  takes: [0, 0],
  options: {},
  run: (_, terminal) =>
    besideServer(async ({ services, parts }): Promise<ExitCode> => {
      const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
      const documents = await Promise.all(files.map((name) => readDocumentFile(join(folder, name), services.knowledge)))
      const { user, lines } = await parts.demonstrator()
      const { tenant, clients } = await fillDemonstration(services, { owner: user, documents })
      terminal.out(`The tenant “Demonstration” (${tenant}) has ${clients.length} clients:\n`)
      for (const name of clients) terminal.out(`  ${name}\n`)
      terminal.out(`\n${services.origin}\n${lines.map((line) => `${line}\n`).join('')}`)
      terminal.out('\nYour own company is set up by the link that `demarc msp` makes.\n')
      return 0
    }),
}
