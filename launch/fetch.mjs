// One pinned package into a folder of its own.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { Refusal } from './say.mjs'

/** @typedef {import('./runtimes.mjs').Package} Package */

/** @param {string} cache @param {Package} wanted @returns {string | undefined} the path of its program */
export function fetched(cache, wanted) {
  const path = programPath(join(cache, folderName(wanted)), wanted)
  return existsSync(path) ? path : undefined
}

/**
 * @param {string} cache
 * @param {Package} wanted
 * @param {{ node: string, cli: string, what: string, note: string }} job
 * @returns {Promise<string>} the path of its program
 */
export async function fetchPackage(cache, wanted, job) {
  const target = join(cache, folderName(wanted))
  const finish = (/** @type {string} */ draft) => tryOut(programPath(join(draft, 'node_modules'), wanted), job.what)
  await install(cache, {
    ...job,
    flags: ['--force'],
    manifests: manifestsOf(wanted),
    finish,
    result: 'node_modules',
    target,
  })
  return programPath(target, wanted)
}

/** A lockfile of our own, so that npm refuses any other bytes than those we pinned. @param {Package} wanted */
export function manifestsOf({ name, version, integrity }) {
  const manifest = { name: 'demarc-runtime', version: '1.0.0', private: true, dependencies: { [name]: version } }
  const packages = { '': manifest, [`node_modules/${name}`]: { version, integrity } }
  return {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify({ ...manifest, lockfileVersion: 3, requires: true, packages }),
  }
}

/** @param {string} path @param {string} what */
function tryOut(path, what) {
  if (path.endsWith('.js')) return
  chmodSync(path, 0o755)
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', windowsHide: true })
  if (status !== 0)
    throw new Refusal(`${what} was fetched but does not run on this machine; install Node 24 or newer yourself`)
}

/** @param {Package} wanted */
function folderName({ name, version }) {
  return `${name}-${version}`
}

/** @param {string} folder @param {Package} wanted */
function programPath(folder, { name, program }) {
  return join(folder, name, ...program.split('/'))
}
