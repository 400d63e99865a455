// Is this machine prepared? Asked at every start, so it reads two small files and calls nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Node 24 or newer that runs TypeScript as it is (a build without that, or a run with it switched off, does not suit). */
export function nodeSuits(version = process.versions.node, features = process.features) {
  return atLeast(version, 24) && 'typescript' in features && Boolean(features.typescript)
}

/** @param {string} version @param {number} major */
export function atLeast(version, major) {
  return Number.parseInt(version, 10) >= major
}

/**
 * The stamp is a copy of the lockfile that was installed; its name tells for which kind of machine.
 * @param {string} project
 */
export function stampPath(project, platform = process.platform, arch = process.arch) {
  return join(project, 'node_modules', `.installed-${platform}-${arch}.json`)
}

/** @param {string} project */
export function dependenciesAreCurrent(project) {
  try {
    return readFileSync(join(project, 'package-lock.json')).equals(readFileSync(stampPath(project)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
