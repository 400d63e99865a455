// The closing line of a test run, which programs read, and its exit code.
import type { Tally } from './run-tests.ts'

export function reportTally(tally: Tally): void {
  const { passed, failed, skipped } = tally
  const executed = passed + failed
  if (executed === 0) console.error('no test was executed: that is a failure')
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = executed === 0 || failed > 0 ? 1 : 0
}
