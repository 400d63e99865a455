// The commands by name; each is loaded when it is wanted, so that a start reads only what it runs.
import type { Command } from './command.ts'

const commands = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  sample: async () => (await import('./sample.ts')).sampleCommand,
  new: async () => (await import('./new.ts')).newCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  gaps: async () => (await import('./gaps.ts')).gapsCommand,
  show: async () => (await import('./show.ts')).showCommand,
  exposure: async () => (await import('./exposure.ts')).exposureCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  parameters: async () => (await import('./parameters.ts')).parametersCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  redline: async () => (await import('./redline.ts')).redlineCommand,
  changes: async () => (await import('./changes.ts')).changesCommand,
  claims: async () => (await import('./claims.ts')).claimsCommand,
  import: async () => (await import('./import.ts')).importCommand,
  take: async () => (await import('./take.ts')).takeCommand,
  oscal: async () => (await import('./oscal.ts')).oscalCommand,
  frameworks: async () => (await import('./frameworks.ts')).frameworksCommand,
  library: async () => (await import('./library.ts')).libraryCommand,
  msp: async () => (await import('./msp.ts')).mspCommand,
  outbox: async () => (await import('./outbox.ts')).outboxCommand,
  completion: async () => (await import('./completion.ts')).completionCommand(allCommands),
} as const satisfies Readonly<Record<string, () => Promise<Command>>>

export type CommandName = keyof typeof commands

export const commandNames = Object.keys(commands) as readonly CommandName[]

export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(commandNames.map(loadCommand))
}

export function loadCommand(name: CommandName): Promise<Command> {
  return commands[name]()
}
