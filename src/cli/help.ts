// Help: what there is, what one command takes, and an example that works.
import type { Command, Option } from './command.ts'
import { everywhere } from './given.ts'
import type { Terminal } from './terminal.ts'
import { wrap } from './wrap.ts'

export function overview(commands: readonly Command[], terminal: Terminal): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    terminal.style('bold', 'demarc') + ': who does what in compliance, divided and proven',
    '',
    'usage: demarc COMMAND [arguments]',
    '',
    ...commands.map(({ name, summary }) => `  ${terminal.style('bold', name.padEnd(width))}  ${summary}`),
    '',
    'demarc COMMAND --help explains one, with an example.',
    'Exit code: 0 nothing is open and no error was found, 1 something is, 2 the input is wrong and nothing was written.',
    '',
  ].join('\n')
}

export function commandHelp(command: Command, terminal: Terminal): string {
  const options = Object.entries({ ...command.options, ...everywhere }).map(
    ([name, option]) => [flagOf(name, option), helpOf(option)] as const,
  )
  const width = Math.max(...options.map(([flag]) => flag.length))
  return [
    ...wrap(command.summary, terminal.width),
    '',
    ...command.usage.map((line, index) => `${index === 0 ? 'usage: ' : '       '}demarc ${line}`),
    '',
    ...(command.details === undefined
      ? []
      : [...command.details.split('\n').flatMap((line) => wrap(line, terminal.width)), '']),
    ...options.flatMap(([flag, text]) =>
      wrap(text, terminal.width - width - 4).map(
        (line, index) => `  ${(index === 0 ? flag : '').padEnd(width)}  ${line}`,
      ),
    ),
    '',
    'Example',
    ...command.example.split('\n').map((line) => `  ${terminal.style('cyan', line)}`),
    '',
  ].join('\n')
}

function flagOf(name: string, { short, value, type }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? ` ${value ?? 'TEXT'}` : ''}`
}

function helpOf({ help, choices, multiple }: Option): string {
  return [help, ...(choices ? [`One of ${choices.join(', ')}.`] : []), ...(multiple ? ['May be repeated.'] : [])]
    .join('. ')
    .replaceAll('..', '.')
}
