// Runs the suite through vitest and counts what it did.
import { parseCLI, startVitest, type Vitest } from 'vitest/node'

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** @param args as on vitest's command line: parts of file names, and options */
export async function runTests(args: readonly string[]): Promise<Tally> {
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  const vitest = await startVitest(filter, { ...options, watch: false, run: true })
  const tally = tallyOf(vitest)
  await vitest.close()
  return tally
}

/** A file that would not load, and an error outside all tests, count as failed tests. */
function tallyOf(vitest: Vitest): Tally {
  const modules = vitest.state.getTestModules()
  const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const broken = modules.filter((module) => module.errors().length > 0).length
  const stray = vitest.state.getUnhandledErrors().length
  const count = (state: string): number => results.filter((result) => result === state).length
  return {
    passed: count('passed'),
    failed: count('failed') + broken + stray,
    skipped: count('skipped') + count('pending'),
  }
}
