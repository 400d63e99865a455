// `npm test [-- FILE ...]`: the whole suite, or the files whose names hold one of the words.
import { reportTally } from './report-tally.ts'
import { runTests } from './run-tests.ts'
import { ensureTestPrograms } from './test-programs.ts'

ensureTestPrograms()

reportTally(await runTests(process.argv.slice(2)))
