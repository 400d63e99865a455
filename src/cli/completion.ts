// demarc completion: a script that completes commands and options in the user's shell.
import { Refusal } from '../core/refusal.ts'
import type { Command } from './command.ts'

const shells: Readonly<Record<string, (commands: readonly Command[]) => string>> = { bash, zsh, fish, powershell }

/** For whichever commands there are. */
export function completionCommand(everyCommand: () => Promise<readonly Command[]>): Command {
  return {
    name: 'completion',
    summary: 'Print a completion script for bash, zsh, fish or PowerShell',
    usage: ['completion bash|zsh|fish|powershell'],
    example: 'demarc completion bash > ~/.local/share/bash-completion/completions/demarc',
    takes: [1, 1],
    options: {},
    words: Object.keys(shells),
    run: async (given, terminal) => {
      const write = Object.hasOwn(shells, given.positionals[0]!) ? shells[given.positionals[0]!] : undefined
      if (!write)
        throw new Refusal(
          'invalid',
          `there is no completion for "${given.positionals[0]}"; known: ${Object.keys(shells).join(', ')}`,
        )
      terminal.out(write(await everyCommand()))
      return 0
    },
  }
}

function wordsOf(command: Command): readonly string[] {
  return [...(command.words ?? []), ...Object.keys(command.options).map((option) => `--${option}`), '--help']
}

function choicesOf(commands: readonly Command[]): readonly (readonly [string, readonly string[]])[] {
  const pairs = commands.flatMap(({ options }) =>
    Object.entries(options).flatMap(([name, { choices }]) => (choices ? [[name, choices] as const] : [])),
  )
  return [...new Map(pairs)]
}

function bash(commands: readonly Command[]): string {
  return `_demarc() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$before" in
${choicesOf(commands)
  .map(([name, choices]) => `    --${name}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return;;`)
  .join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(' ')} help"
  else case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) words="${wordsOf(command).join(' ')}";;`).join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _demarc demarc
`
}

function zsh(commands: readonly Command[]): string {
  return `#compdef demarc
if (( CURRENT == 2 )); then
  local -a names=(${commands.map(({ name, summary }) => `'${name}:${summary.replaceAll(/['’]/g, '').replaceAll(':', ' -')}'`).join(' ')})
  _describe command names
else
  case "$words[2]" in
${commands.map((command) => `    ${command.name}) compadd -- ${wordsOf(command).join(' ')};;`).join('\n')}
  esac
  _files
fi
`
}

function fish(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  return `${commands
    .flatMap((command) => [
      `complete -c demarc -n "not __fish_seen_subcommand_from ${names}" -a ${command.name} -d '${command.summary.replaceAll(/['’]/g, '')}'`,
      ...Object.entries(command.options).map(
        ([name, { help, type, choices }]) =>
          `complete -c demarc -n "__fish_seen_subcommand_from ${command.name}" -l ${name} -d '${help.replaceAll(/['’]/g, '')}'${type === 'string' ? ' -r' : ''}${choices ? ` -a '${choices.join(' ')}'` : ''}`,
      ),
      ...(command.words
        ? [`complete -c demarc -n "__fish_seen_subcommand_from ${command.name}" -a '${command.words.join(' ')}'`]
        : []),
    ])
    .join('\n')}\n`
}

function powershell(commands: readonly Command[]): string {
  const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')
  return `Register-ArgumentCompleter -Native -CommandName demarc -ScriptBlock {
  param($word, $tree, $position)
  $given = @($tree.CommandElements | ForEach-Object { $_.ToString() })
  $known = @{
${commands.map((command) => `    '${command.name}' = @(${list(wordsOf(command))})`).join('\n')}
  }
  $words = if ($given.Count -le 2 -and -not $known.ContainsKey([string]$given[1])) { $known.Keys } else { $known[[string]$given[1]] }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`
}
