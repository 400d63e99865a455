// `npm run verify`: everything that is checked without running the program. Two steps at a time: the machines have two cores.
import { runTool, type Tool } from './run-tool.ts'

interface Step extends Tool {
  readonly name: string
}

const waiting: Step[] = [
  { name: 'types', package: 'typescript', args: ['-p', 'tsconfig.json'] },
  { name: 'lint', package: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'dead code', package: 'knip', args: ['--no-progress'] },
  { name: 'core purity', package: 'typescript', args: ['-p', 'tsconfig.core.json'] },
  { name: 'format', package: 'oxfmt', args: ['--check', '.'] },
]

const begun = performance.now()
const failed: string[] = []

await Promise.all([work(), work()])
const total = ((performance.now() - begun) / 1000).toFixed(1)
if (failed.length === 0) console.log(`verified in ${total} s`)
else
  console.log(
    `not verified (${failed.join(', ')}) after ${total} s${failed.includes('format') ? '; `npm run format` formats' : ''}`,
  )
process.exitCode = failed.length === 0 ? 0 : 1

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { code, output, seconds } = await runTool(step)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(12)} ${seconds.toFixed(1)} s`)
    if (code === 0) continue
    failed.push(step.name)
    console.log(output.trimEnd())
  }
}
