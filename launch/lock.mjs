// One preparation at a time. Its holder touches the lock every second: one left untouched belongs to nobody.
import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

/**
 * @template T
 * @param {string} lock a folder: making one is atomic everywhere
 * @param {() => Promise<T>} work
 * @param {number} abandonedAfter milliseconds
 * @returns {Promise<T>}
 */
export async function withLock(lock, work, abandonedAfter = 15_000) {
  await take(lock, abandonedAfter)
  const release = () => rmSync(lock, { recursive: true, force: true })
  const beat = setInterval(() => touch(lock), 1000)
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} lock @param {number} abandonedAfter */
async function take(lock, abandonedAfter) {
  for (let tries = 0; !make(lock); tries += 1) {
    if (tries === 10) say('another start is preparing this project; waiting for it …')
    if (age(lock) > abandonedAfter) discard(lock, abandonedAfter)
    await sleep(100)
  }
}

// Moved away under one fixed name first: of two that find the same abandoned lock, only one can do that.
/** @param {string} lock @param {number} abandonedAfter */
function discard(lock, abandonedAfter) {
  const grave = `${lock}.abandoned`
  if (!make(grave)) {
    if (age(grave) > abandonedAfter) rmSync(grave, { recursive: true, force: true })
    return
  }
  if (age(lock) > abandonedAfter) rmSync(lock, { recursive: true, force: true })
  rmSync(grave, { recursive: true, force: true })
}

/** @param {string} folder */
function make(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** @param {string} folder @returns {number} milliseconds since it was touched; 0 when it is gone */
function age(folder) {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat === undefined ? 0 : Date.now() - stat.mtimeMs
}

/** @param {string} folder */
function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date())
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
