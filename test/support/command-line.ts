// The command line as its users see it: in this process with a terminal that remembers, or as the program itself.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

export async function demarc(...args: readonly string[]): Promise<Outcome> {
  const written = { out: '', err: '' }
  const code = await run(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    style: (_, text) => text,
    width: 100,
    interactive: false,
    today: '2026-11-23',
  })
  return { code, ...written }
}

/** The program itself, from any folder. */
export function program(args: readonly string[], cwd: string = root, input = ''): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'demarc.mjs'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { code: status, out: stdout, err: stderr }
}

/** A folder of this test's own, gone after it. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'demarc-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
