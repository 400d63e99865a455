// Under `npm run soak` every property is tried many times more often than in the suite.
import fc from 'fast-check'

const runs = Number(process.env['DEMARC_SOAK_RUNS'] ?? '0')

if (runs > 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs })
