// The arguments of a command, checked against what it takes.
import { parseArgs } from 'node:util'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import type { Command, Given, Option } from './command.ts'

export const everywhere = {
  help: { type: 'boolean', short: 'h', help: 'explain this command' },
} as const satisfies Readonly<Record<string, Option>>

export function readArguments(command: Command, args: readonly string[]): Given {
  const options = { ...command.options, ...everywhere }
  const { values, positionals } = parse(command, options, args)
  const given = { positionals, ...accessors(values) }
  if (given.flag('help')) return given
  const [fewest, most] = command.takes
  if (positionals.length < fewest) throw refuse(command, 'an argument is missing')
  if (positionals.length > most) throw refuse(command, `"${positionals[most]}" is one argument too many`)
  for (const name of Object.keys(options)) checkChoices(command, name, given.texts(name))
  return given
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

function parse(
  command: Command,
  options: Command['options'],
  args: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  const shapes = Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short && { short }), ...(multiple && { multiple }) },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options: shapes, allowPositionals: true, strict: true })
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error
    throw refuse(command, sayParseError(error, Object.keys(options)))
  }
}

function sayParseError(error: TypeError & { readonly code: unknown }, known: readonly string[]): string {
  if (error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return error.message.split('\n', 1)[0]!.replace(/\.$/, '')
  const word = /'(-[^']*)'/.exec(error.message)?.[1] ?? ''
  return `there is no option ${word}; ${suggest(
    word,
    known.map((name) => `--${name}`),
  )}`
}

function accessors(values: Values): Omit<Given, 'positionals'> {
  const texts = (option: string): readonly string[] =>
    [values[option] ?? []].flat().filter((value) => typeof value === 'string')
  return { texts, text: (option) => texts(option).at(-1), flag: (option) => values[option] === true }
}

function checkChoices(command: Command, name: string, given: readonly string[]): void {
  const choices = command.options[name]?.choices
  for (const value of given) {
    if (choices && !choices.includes(value))
      throw refuse(command, `--${name} cannot be "${value}"; ${suggest(value, choices)}`)
  }
}

function refuse(command: Command, message: string): Refusal {
  return new Refusal('invalid', `${message}\nusage: ${command.usage.map((line) => `demarc ${line}`).join('\n       ')}`)
}
