// A server as a process of its own, as `npm start` runs it, except that a header says who asks.
import { readConfiguration } from '../configuration/configuration.ts'
import { runServer } from '../run-server.ts'
import { wired } from '../wiring.ts'
import { named } from './asked-as.ts'

const server = await runServer({
  configuration: readConfiguration(process.env),
  wire: (ground) => ({ ...wired(ground), authenticate: named }),
  write: (line) => process.stderr.write(line),
})
process.stdout.write(`${server.origin}\n`)
process.once('SIGTERM', () => server.stop())
process.exitCode = (await server.stopped) ? 0 : 1
