// What a command sees of the world: where to write, how wide, and whether people are watching.
import { fstatSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { styleText } from 'node:util'
import { Refusal } from '../core/refusal.ts'

export type Style = Parameters<typeof styleText>[0]

export interface Terminal {
  readonly out: (text: string) => void
  /** remarks and progress, kept out of what a program reads */
  readonly err: (text: string) => void
  readonly style: (style: Style, text: string) => string
  readonly width: number
  readonly interactive: boolean
  readonly today: string
}

const narrowest = 60
const widest = 120

/** A file on a full disk takes a part and reports nothing: ask again for the rest until the system refuses. */
function writeWholly(handle: number, text: string): void {
  const bytes = new TextEncoder().encode(text)
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(handle, bytes, written)
    } catch (error) {
      throw new Refusal(
        'conflict',
        `the output could not be written whole: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
}

/** A file or a device like /dev/full; not a terminal, a pipe or a closed stream. */
function isFile(handle: number): boolean {
  if (isatty(handle)) return false
  const kind = fstatSync(handle)
  return kind.isFile() || kind.isCharacterDevice()
}

export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process
  return {
    out: isFile(stdout.fd) ? (text) => writeWholly(stdout.fd, text) : (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    style: (style, text) => styleText(style, text, { stream: stdout }),
    width: Math.min(Math.max(stdout.columns ?? widest, narrowest), widest),
    interactive: stdin.isTTY && stdout.isTTY,
    today: new Date().toISOString().slice(0, 10),
  }
}
