// What a command sees of the world: where to write, how wide, and whether people are watching.
import { styleText } from 'node:util'

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

export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    style: (style, text) => styleText(style, text, { stream: stdout }),
    width: Math.min(Math.max(stdout.columns ?? widest, narrowest), widest),
    interactive: stdin.isTTY && stdout.isTTY,
    today: new Date().toISOString().slice(0, 10),
  }
}
