// The command line: which command, its arguments, and one place that turns what went wrong into words and an exit code.
import { shown } from '../core/brief.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { allCommands, commandNames, loadCommand } from './catalogue.ts'
import type { ExitCode } from './command.ts'
import { readArguments } from './given.ts'
import { commandHelp, overview } from './help.ts'
import type { Terminal } from './terminal.ts'

export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    terminal.err(
      `demarc: ${error.message}\n${error.issues.map(({ at, message }) => `  ${at === '' ? '' : `${shown(at)}: `}${message}\n`).join('')}`,
    )
    return 2
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name)) return help(rest[0], terminal)
  if (['--version', '-v', 'version'].includes(name)) {
    const { version } = await import('./version.ts')
    terminal.out(`${version()}\n`)
    return 0
  }
  const command = await loadCommand(known(name))
  const given = readArguments(command, rest)
  if (given.flag('help')) return help(name, terminal)
  return command.run(given, terminal)
}

async function help(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const commands = name === undefined ? await allCommands() : [await loadCommand(known(name))]
  terminal.out(name === undefined ? overview(commands, terminal) : commandHelp(commands[0]!, terminal))
  return 0
}

function known(name: string): (typeof commandNames)[number] {
  const found = commandNames.find((command) => command === name)
  if (!found)
    throw new Refusal('invalid', `there is no command "${name}"; ${suggest(name, commandNames)}\nSee demarc --help`)
  return found
}
