// One PostgreSQL server for a whole run of the suite; where there is none for this machine, the run says what is not tested.
import { findBinaries } from './binaries.ts'
import { startCluster } from './cluster.ts'

/** The address is in DEMARC_TEST_POSTGRES while `run` runs. */
export async function withPostgres<T>(run: () => Promise<T>): Promise<T> {
  const binaries = await findBinaries(process.cwd())
  if (binaries === undefined) {
    console.log(`no PostgreSQL for ${process.platform} ${process.arch}: what needs it is skipped`)
    return run()
  }
  const cluster = await startCluster(binaries)
  console.log(`storage is tested on SQLite and on ${binaries.origin}`)
  process.env['DEMARC_TEST_POSTGRES'] = cluster.url
  try {
    return await run()
  } finally {
    await cluster.stop()
  }
}
