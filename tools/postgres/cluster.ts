// A PostgreSQL server of our own, for one run of the tests: reached through a socket in its folder, gone afterwards.
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { once } from 'node:events'
import type { Binaries } from './binaries.ts'

export interface Cluster {
  /** the address of its first database, whose user may do everything */
  readonly url: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/** PostgreSQL refuses to run as root. */
const unprivileged = 65_534

/** @param settings beyond those that make throw-away data fast: `fsync=on` */
export async function startCluster(binaries: Binaries, settings: readonly string[] = []): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-postgres-'))
  const user = process.getuid?.() === 0 ? { uid: unprivileged, gid: unprivileged } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const { programs, env } = within(binaries, folder, user)
  const data = join(folder, 'data')
  try {
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'demarc', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
      { ...user, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    )
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  const options = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    ...settings,
  ]
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options.flatMap((option) => ['-c', option])], {
    ...user,
    env,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await ready(server)
  return {
    url: `postgres://demarc@localhost/postgres?host=${encodeURIComponent(folder)}`,
    process: server,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const gone = once(server, 'exit')
        server.kill('SIGINT')
        await gone
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What was fetched may lie where the unprivileged user cannot look. */
function within(
  { folder, libraries }: Binaries,
  place: string,
  user: { readonly uid?: number; readonly gid?: number },
) {
  if (libraries === undefined) return { programs: folder, env: {} }
  const env = (root: string) => ({ LD_LIBRARY_PATH: join(root, 'lib') })
  try {
    execFileSync(join(folder, 'postgres'), ['--version'], { ...user, env: env(dirname(folder)), stdio: 'ignore' })
    return { programs: folder, env: env(dirname(folder)) }
  } catch {
    const copy = join(place, 'programs')
    cpSync(dirname(folder), copy, { recursive: true, verbatimSymlinks: true })
    execFileSync('chown', ['-R', `${user.uid ?? ''}`, copy])
    return { programs: join(copy, basename(folder)), env: env(copy) }
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr!.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start: ${said}`))
    })
  })
}
