// The reference beside the checkout: facts to compare with. Its sentences stay there.
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'vitest'

const shared = new URL('../../../shared/', import.meta.url)

export function reference(name: string): unknown {
  return JSON.parse(sharedText(`reference/${name}`))
}

export function sharedText(path: string): string {
  return readFileSync(new URL(path, shared), 'utf8')
}

/** Skips, and says so, where the folder `shared` does not lie beside the project. */
export function compareWithReference(name: string, body: () => void): void {
  if (existsSync(new URL('reference/', shared))) {
    describe(name, body)
    return
  }
  console.warn(`Skipped "${name}": ${new URL('reference/', shared).pathname} is not there to compare with.`)
  describe(name, () => test.skip('the reference is not there', () => undefined))
}
