// demarc serve: the server in this process, until it is told to stop.
import type { Command, ExitCode } from './command.ts'
import type { Terminal } from './terminal.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run the server (what npm start does)',
  usage: ['serve'],
  details:
    'It is set by environment variables: docs/configuration.md has them all, and none is needed to try it. Its words are on standard output, its log is on standard error, one JSON object a line.\nTold to stop (Ctrl-C, SIGTERM) it finishes what it accepted; told twice, it ends at once.',
  example: 'demarc serve',
  takes: [0, 0],
  options: {},
  run: (_, terminal) => serve(terminal),
}

async function serve(terminal: Terminal): Promise<ExitCode> {
  const { readConfiguration } = await import('../server/configuration/configuration.ts')
  const configuration = readConfiguration(process.env)
  const [{ runServer }, { wired }, { gathered }] = await Promise.all([
    import('../server/run-server.ts'),
    import('../server/wiring.ts'),
    import('../server/log.ts'),
  ])
  const lines = gathered(terminal.err)
  process.once('exit', lines.flush)
  const server = await runServer({ configuration, wire: wired, write: lines.write })
  const ignore = onSignals(() => {
    terminal.out('Stopping: what was accepted is being finished. Once more ends it at once.\n')
    server.stop()
  })
  terminal.out(`\n${terminal.style('bold', 'Demarc')} is ready at ${terminal.style('cyan', server.origin)}\n`)
  if (configuration.API_DOCS) terminal.out(`The API and its description: ${server.origin}/api/docs\n`)
  for (const line of server.welcome) terminal.out(`${line}\n`)
  terminal.out('Ctrl-C stops it.\n\n')
  const finished = await server.stopped
  ignore()
  return finished ? 0 : 1
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const

/** @param first what the first one does; the second ends the process */
function onSignals(first: () => void): () => void {
  let told = false
  const heard = (signal: NodeJS.Signals) => {
    if (told) process.exit(128 + numbers[signal as keyof typeof numbers])
    told = true
    first()
  }
  for (const signal of Object.keys(numbers)) process.on(signal, heard)
  return () => {
    for (const signal of Object.keys(numbers)) process.off(signal, heard)
  }
}
