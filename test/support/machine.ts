// Programs of the machine that tests hold our files against: where they are, or undefined and a word that something is skipped.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export const execute = promisify(execFile)

const told = new Set<string>()

/** `npm test` installs what Debian has and is missing (tools/test-programs.ts); elsewhere the tests that need it are skipped. */
export async function program(name: string): Promise<string | undefined> {
  const path = await execute('sh', ['-c', 'command -v -- "$0"', name]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
  if (path === undefined && !told.has(name)) {
    told.add(name)
    process.stderr.write(`skipped: what needs the program ${name}, which is not on this machine\n`)
  }
  return path
}
