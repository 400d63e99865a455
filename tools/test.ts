// `npm test [-- FILE ...]`: the whole suite, or the files whose names hold one of the words.
import { withPostgres } from './postgres/for-tests.ts'
import { reportTally } from './report-tally.ts'
import { runTests } from './run-tests.ts'
import { ensureTestPrograms } from './test-programs.ts'

ensureTestPrograms()

reportTally(await withPostgres(() => runTests(process.argv.slice(2))))
