// `demarc check` from a cold start, against the emptiest run of the same Node.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediansOf, type Ratio } from './ratio.ts'

const example = join('examples', 'three-frameworks.yaml')

export async function coldStart(): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-bench-'))
  try {
    const matrix = join(folder, 'matrix.json')
    run([join('bin', 'demarc.mjs'), 'new', example, '-o', matrix])
    const check = [join('bin', 'demarc.mjs'), 'check', matrix]
    run(check)
    const times = await mediansOf({ empty: () => run(['-e', '0']), check: () => run(check) }, 21)
    const what = `a cold \`demarc check\` of three frameworks to \`node -e 0\` (${times.check.toFixed(0)} to ${times.empty.toFixed(0)} ms)`
    return { what, ratio: times.check / times.empty, limit: 4 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** 1 says that the matrix has a finding: the check ran. */
function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
}
