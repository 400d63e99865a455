// A command of the command line: what it takes, how it is explained, what it does.
import type { Terminal } from './terminal.ts'

/** 0: nothing is open and nothing is wrong. 1: something is. 2: the input is wrong, and nothing was written. */
export type ExitCode = 0 | 1 | 2

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: true
  /** how its value is called in the help: FILE, ID */
  readonly value?: string
  readonly help: string
  /** the values it accepts, for checking and for completion */
  readonly choices?: readonly string[]
}

export type Options = Readonly<Record<string, Option>>

export interface Given {
  readonly positionals: readonly string[]
  readonly text: (option: string) => string | undefined
  readonly texts: (option: string) => readonly string[]
  readonly flag: (option: string) => boolean
}

export interface Command {
  readonly name: string
  readonly summary: string
  readonly usage: readonly string[]
  readonly details?: string
  readonly example: string
  /** the fewest and the most positional arguments */
  readonly takes: readonly [number, number]
  readonly options: Options
  readonly words?: readonly string[]
  readonly run: (given: Given, terminal: Terminal) => Promise<ExitCode>
}
