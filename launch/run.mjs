// Runs a TypeScript program of this project in the present process.
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { takeShortCuts } from './short-cuts.mjs'
import { root } from './ready.mjs'

/** @param {string} entry @param {readonly string[]} args */
export async function runHere(entry, args) {
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'compile'))
  hideExperimentalWarnings()
  takeShortCuts()
  process.argv = [process.execPath, entry, ...args]
  await import(pathToFileURL(entry).href)
}

// Node says of type stripping (before 24.3) and of node:sqlite that they are experimental: nothing a user can act on.
function hideExperimentalWarnings() {
  const emit = process.emitWarning.bind(process)
  process.emitWarning = (/** @type {string | Error} */ warning, /** @type {unknown[]} */ ...rest) => {
    const [kind] = rest
    if (kind !== 'ExperimentalWarning') Reflect.apply(emit, undefined, [warning, ...rest])
  }
}
