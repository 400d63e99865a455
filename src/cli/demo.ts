// demarc demo: fills a demonstration tenant with the example clients, and says how to sign in.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillDemonstration } from '../usecases/fill-demonstration.ts'
import { besideServer } from './beside-server.ts'
import type { BesideServer } from './beside-server.ts'
import type { Command, ExitCode } from './command.ts'
import { readDocumentFile } from './files.ts'
import type { Terminal } from './terminal.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples')

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Fill a demonstration tenant with the example clients, and say how to sign in',
  usage: ['demo [--again]', 'demo --new-password EMAIL'],
  details:
    'It works on the database that the server uses (docs/configuration.md), whether the server runs or not, and makes it where there is none. Where there is a demonstration already, it makes no other, and says which there are. Demonstrations stand apart from all companies: the server offers its set-up link as long as nobody else owns one.',
  example: 'demarc demo\ndemarc demo --new-password owner@demonstration.example',
  takes: [0, 0],
  options: {
    again: { type: 'boolean', help: 'one more, with a name and an owner of its own' },
    'new-password': { type: 'string', value: 'EMAIL', help: 'for the owner of a demonstration; the old one is void' },
  },
  run: (given, terminal) =>
    besideServer(async (beside): Promise<ExitCode> => {
      const email = given.text('new-password')
      if (email !== undefined) await renew(beside, email, terminal)
      else if (!given.flag('again') && (await beside.parts.demonstrations.standing()).length > 0)
        await list(beside, terminal)
      else await fill(beside, terminal)
      return 0
    }, 'may be made'),
}

async function fill({ services, parts }: BesideServer, terminal: Terminal): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const documents = await Promise.all(files.map((name) => readDocumentFile(join(folder, name), services.knowledge)))
  const { name, user, email, password } = await parts.demonstrations.another()
  const { tenant, clients } = await fillDemonstration(services, { name, owner: user, documents })
  terminal.out(`The tenant “${name}” (${tenant}) has ${clients.length} clients:\n`)
  for (const client of clients) terminal.out(`  ${client}\n`)
  terminal.out(`\n${services.origin}\nSign in with ${email}\nand this password: ${password}\n`)
  terminal.out(
    '\nYour own company is set up by the link that the server prints, or by the one that `demarc msp` makes.\n',
  )
}

async function list({ services, parts }: BesideServer, terminal: Terminal): Promise<void> {
  const standing = await parts.demonstrations.standing()
  terminal.out('There is a demonstration already:\n')
  for (const { name, tenant, email } of standing) terminal.out(`  “${name}” (${tenant}): sign in with ${email}\n`)
  terminal.out(`\n${services.origin}\n`)
  terminal.out(`Its password was told when it was made. Lost? demarc demo --new-password ${standing[0]!.email}\n`)
  terminal.out('One more, apart from it: demarc demo --again\n')
}

async function renew({ services, parts }: BesideServer, email: string, terminal: Terminal): Promise<void> {
  const password = await parts.demonstrations.newPassword(email)
  terminal.out(`${services.origin}\nSign in with ${email}\nand this password: ${password}\n`)
}
