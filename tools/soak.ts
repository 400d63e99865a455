// `npm run soak [-- FILE ...]`: the suite with each property tried 20,000 times (or DEMARC_SOAK_RUNS times).
import { withPostgres } from './postgres/for-tests.ts'
import { reportTally } from './report-tally.ts'
import { runTests } from './run-tests.ts'
import { ensureTestPrograms } from './test-programs.ts'

ensureTestPrograms()

process.env['DEMARC_SOAK_RUNS'] ??= '20000'
reportTally(await withPostgres(() => runTests(['--test-timeout=600000', ...process.argv.slice(2)])))
