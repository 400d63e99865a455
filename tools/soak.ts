// `npm run soak [-- WORD ...]`: the suite with each property tried 20,000 times (or DEMARC_SOAK_RUNS times), and the soaks of the server,
// by their names: `editors`, `long-documents`, `large-database`. With other words only the tests of such file names.
import { withPostgres } from './postgres/for-tests.ts'
import { reportTally } from './report-tally.ts'
import { runTests } from './run-tests.ts'
import { ensureTestPrograms } from './test-programs.ts'

const ofServer = {
  editors: async () => (await import('./soak/editors.ts')).soakEditors,
  'long-documents': async () => (await import('./soak/long-documents.ts')).soakLongDocuments,
  'large-database': async () => (await import('./soak/large-database.ts')).soakLargeDatabase,
} as const

const words = process.argv.slice(2)
const names = Object.keys(ofServer) as (keyof typeof ofServer)[]
const soaks = words.length === 0 ? names : names.filter((name) => words.includes(name))
const files = words.filter((word) => !soaks.some((name) => name === word))

ensureTestPrograms()
process.env['DEMARC_SOAK_RUNS'] ??= '20000'
await withPostgres(async () => {
  if (words.length === 0 || files.length > 0) reportTally(await runTests(['--test-timeout=600000', ...files]))
  // It looks once, when it is loaded, whether there is a PostgreSQL.
  const { engines } = await import('../src/store/testing/fresh-database.ts')
  for (const name of soaks) {
    const soak = await ofServer[name]()
    for (const engine of engines) if (!(await soak(engine))) process.exitCode = 1
  }
})
