// `npm run library [TOPIC …]`: every quality gate of the activity library, with what it looked at and what failed.
// `npm run library -- print` writes docs/library.md and docs/library/; `npm run library -- draw COUNT SEED` draws covers to argue against.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { drawCovers, sayDrawn } from './library/draw.ts'
import { gates } from './library/gates.ts'
import { shippedLibrary } from './library/library.ts'
import type { Library } from './library/library.ts'
import { pagesOf } from './library/print/pages.ts'

const docs = new URL('../docs/', import.meta.url)
const words = process.argv.slice(2)
const library = shippedLibrary()
if (words[0] === 'print') print(library)
else if (words[0] === 'draw') console.log(sayDrawn(drawCovers(library, Number(words[1] ?? 40), Number(words[2] ?? 1))))
else process.exitCode = examine(library, words) > 0 ? 1 : 0

/** How many faults there are, of all topics or of those named; prints each. */
function examine(read: Library, topics: readonly string[]): number {
  let failed = 0
  for (const { id, asks, look } of gates) {
    const { looked, faults, skipped } = look(read)
    const wanted = faults.filter(
      (fault) => topics.length === 0 || topics.some((topic) => fault.includes(`${topic}.yaml`) || topic === id),
    )
    failed += wanted.length
    const outcome = skipped ? 'skipped' : wanted.length > 0 ? 'FAILED' : 'ok'
    const figure = skipped ?? `${looked} looked at, ${wanted.length} failed`
    console.log(`${outcome.padEnd(8)}${id.padEnd(17)}${figure.padEnd(28)}${asks}`)
    for (const fault of wanted) console.log(`        ${fault}`)
  }
  return failed
}

function print(read: Library): void {
  const pages = pagesOf(read)
  mkdirSync(new URL('library/', docs), { recursive: true })
  for (const name of readdirSync(new URL('library/', docs)))
    if (!pages.has(`library/${name}`)) rmSync(new URL(`library/${name}`, docs))
  for (const [path, text] of pages) writeFileSync(new URL(path, docs), text)
  console.log(`docs/library.md and ${pages.size - 1} pages in docs/library`)
}
