// Installs into a draft folder and moves what is finished into place: a half installation is never seen under its real name.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { npmCi } from './npm.mjs'

const draftName = 'unfinished-'

/**
 * @param {string} cache the folder for drafts, on the same disk as `target`
 * @param {{
 *   node: string, cli: string, what: string, note: string, flags: readonly string[],
 *   manifests: Readonly<Record<string, string | Uint8Array>>,
 *   finish: (draft: string) => void, result: string, target: string,
 * }} job `result`: the part of the draft that moves to `target`
 */
export async function install(cache, { manifests, finish, result, target, ...job }) {
  const draft = mkdtempSync(join(cache, draftName))
  try {
    for (const [file, content] of Object.entries(manifests)) writeFileSync(join(draft, file), content)
    await npmCi({ ...job, folder: draft })
    finish(draft)
    if (existsSync(target)) await move(target, join(draft, 'replaced'))
    await move(join(draft, result), target)
  } finally {
    remove(draft)
  }
}

/** What interrupted installations left behind. Only for the holder of the lock. @param {string} cache */
export function discardDrafts(cache) {
  const drafts = readdirSync(cache).filter((name) => name.startsWith(draftName))
  for (const name of drafts) remove(join(cache, name))
}

// On Windows a virus scanner may hold a new file for a moment.
/** @param {string} from @param {string} to @param {number} tries @returns {Promise<void>} */
async function move(from, to, tries = 20) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (tries === 0) throw error
    await sleep(250)
    return move(from, to, tries - 1)
  }
}

// An npm whose launcher was killed may still be writing there: the next preparation removes what this one cannot.
/** @param {string} draft */
function remove(draft) {
  try {
    rmSync(draft, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    return
  }
}
