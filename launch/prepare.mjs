// Makes the project ready to run: a Node that suits, an npm that suits, and the dependencies of the lockfile.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fetchPackage, fetched } from './fetch.mjs'
import { discardDrafts, install } from './install.mjs'
import { withLock } from './lock.mjs'
import { findNpm, npmVersion } from './npm.mjs'
import { atLeast, dependenciesAreCurrent, nodeSuits, stampPath } from './ready.mjs'
import { npm11, runtimeFor } from './runtimes.mjs'
import { Refusal, say } from './say.mjs'

/** @param {string} project @returns {Promise<string | undefined>} the Node to go on with; none when that failed, and it was said */
export async function prepare(project) {
  const cache = join(project, '.runtime')
  const interrupted = () => process.exit(130)
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    const node = presentNode(cache)
    if (node !== undefined && dependenciesAreCurrent(project)) return node
    mkdirSync(cache, { recursive: true })
    return await withLock(join(cache, 'lock'), () => prepareAlone(project, cache))
  } catch (error) {
    if (!(error instanceof Refusal || isFileError(error))) throw error
    say(error.message)
    process.exitCode = 2
    return undefined
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}

/** @param {string} cache @returns {string | undefined} */
function presentNode(cache) {
  if (nodeSuits()) return process.execPath
  const runtime = runtimeFor(process.platform, process.arch)
  return runtime && fetched(cache, runtime)
}

/** @param {string} project @param {string} cache @returns {Promise<string>} */
async function prepareAlone(project, cache) {
  discardDrafts(cache)
  const node = presentNode(cache) ?? (await fetchNode(cache))
  if (!dependenciesAreCurrent(project)) await installDependencies(project, cache, node)
  return node
}

/** @param {string} cache @returns {Promise<string>} */
async function fetchNode(cache) {
  const { platform, arch, versions, execPath } = process
  const runtime = runtimeFor(platform, arch)
  if (runtime === undefined) {
    throw new Refusal(
      `this is Node ${versions.node}, and npm has no Node 24 for ${platform} ${arch}; install Node 24 or newer`,
    )
  }
  const what = `Node ${runtime.version}`
  return fetchPackage(cache, runtime, { node: execPath, cli: findNpm(), what, note: 'about 45 MB, once' })
}

/** @param {string} project @param {string} cache @param {string} node */
async function installDependencies(project, cache, node) {
  const files = ['package.json', 'package-lock.json', '.npmrc']
  const manifests = Object.fromEntries(files.map((file) => [file, readFileSync(join(project, file))]))
  const stamp = basename(stampPath(project))
  await install(cache, {
    node,
    cli: await suitableNpm(cache),
    what: 'the dependencies',
    note: 'about 240 MB, once',
    flags: ['--include=dev', '--include=optional', '--include=peer', '--engine-strict=false'],
    manifests,
    finish: (draft) => writeFileSync(join(draft, 'node_modules', stamp), manifests['package-lock.json'] ?? ''),
    result: 'node_modules',
    target: join(project, 'node_modules'),
  })
}

/** npm 11 is the oldest that is tested with our lockfile. @param {string} cache @returns {Promise<string>} */
async function suitableNpm(cache) {
  const cli = findNpm()
  if (atLeast(npmVersion(cli), 11)) return cli
  const job = { node: process.execPath, cli, what: `npm ${npm11.version}`, note: 'once' }
  return fetched(cache, npm11) ?? fetchPackage(cache, npm11, job)
}

/** A full disk, a folder we may not write to: the system's own words say it. @param {unknown} error @returns {error is Error} */
function isFileError(error) {
  return error instanceof Error && 'syscall' in error
}
