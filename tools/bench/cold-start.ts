// `demarc check` from a cold start, against the emptiest run of the same Node.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediansOf, type Ratio } from './ratio.ts'

/** All three frameworks with everything bought, and one framework for a small client. */
const examples = ['three-frameworks', 'dental-group']
const demarc = join('bin', 'demarc.mjs')

export async function coldStarts(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-bench-'))
  try {
    const ratios: Ratio[] = []
    for (const example of examples) ratios.push(await coldStart(example, join(folder, `${example}.json`)))
    return ratios
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function coldStart(example: string, matrix: string): Promise<Ratio> {
  run([demarc, 'new', join('examples', `${example}.yaml`), '-o', matrix])
  const check = (): void => {
    if (!run([demarc, 'check', matrix]).includes('Gap proof')) throw new Error(`${example} was not checked`)
  }
  check()
  const times = await mediansOf({ empty: () => run(['-e', '0']), check }, 21)
  const size = Math.round(statSync(matrix).size / 1000)
  const what = `a cold \`demarc check\` of ${example} (${size} kB) to \`node -e 0\` (${times.check.toFixed(0)} to ${times.empty.toFixed(0)} ms)`
  return { what, ratio: times.check / times.empty, limit: 4 }
}

/** 1 says that something is open or wrong in the matrix. */
function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
