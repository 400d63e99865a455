// The program `demarc`: this process's arguments, terminal and exit code.
import { run } from './run.ts'
import { processTerminal } from './terminal.ts'

const terminal = processTerminal()

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.on('uncaughtException', (error) => {
  terminal.err(
    `demarc failed, and the fault is ours and not in your input. Please report this:\n${error.stack ?? error.message}\n`,
  )
  process.exit(70)
})
process.exitCode = await run(process.argv.slice(2), terminal)
