// Runs one of our tools (a package and its program) with the present Node: no shell, no .cmd, on every platform.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Outcome {
  readonly code: number
  readonly output: string
  readonly seconds: number
}

export interface Tool {
  readonly package: string
  readonly args: readonly string[]
}

/** Collects what the tool prints. */
export async function runTool(tool: Tool): Promise<Outcome> {
  const begun = performance.now()
  const child = spawn(process.execPath, [programOf(tool.package), ...tool.args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (ended) => resolve(ended ?? 1))
  })
  return { code, output: Buffer.concat(chunks).toString(), seconds: (performance.now() - begun) / 1000 }
}

/** The JavaScript behind a package's command of the same name. */
function programOf(name: string): string {
  const folder = join('node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  const program = bin[name] ?? Object.values(bin)[0]
  if (program === undefined) throw new Error(`${name} has no command`)
  return join(folder, program)
}
