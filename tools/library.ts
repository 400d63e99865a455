// `npm run library [TOPIC …]`: every quality gate of the activity library, with what it looked at and what failed.
// `npm run library -- print` writes docs/library.md and docs/library/; `npm run library -- draw COUNT SEED` draws covers to argue against.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { LibraryError } from '../src/library/yaml-file.ts'
import { drawCovers, sayDrawn } from './library/draw.ts'
import { gates } from './library/gates.ts'
import { shippedLibrary } from './library/library.ts'
import type { Library } from './library/library.ts'
import { pagesOf } from './library/print/pages.ts'

const docs = new URL('../docs/', import.meta.url)
const words = process.argv.slice(2)
process.exitCode = run()

/** 0: no fault. 1: faults. 2: a word that means nothing. */
function run(): 0 | 1 | 2 {
  try {
    return answer(shippedLibrary())
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
    for (const { at, message } of error.issues) console.error(`${at}: ${message}`)
    return 1
  }
}

function answer(library: Library): 0 | 1 | 2 {
  const [deed, count, seed] = words
  if (deed === 'print') return print(library)
  if (deed === 'draw') {
    console.log(sayDrawn(drawCovers(library, Number(count ?? 40), Number(seed ?? 1))))
    return 0
  }
  const topics = (library.template.topics ?? []).map(({ id }) => id)
  const known = new Set([...topics, ...gates.map(({ id }) => id)])
  const unknown = words.filter((word) => !known.has(word))
  if (unknown.length === 0) return examine(library)
  console.error(`${unknown.join(', ')}: no topic and no gate; topics: ${topics.join(', ')}`)
  return 2
}

/** All faults, or those of the topics and gates that were named; what concerns all topics is always told. */
function examine(library: Library): 0 | 1 {
  let failed = 0
  for (const { id, asks, look } of gates) {
    const { looked, faults, skipped } = look(library)
    const all = words.length === 0 || words.includes(id) || id === 'allotment'
    const wanted = faults.filter((fault) => all || words.some((topic) => fault.includes(`${topic}.yaml`)))
    failed += wanted.length
    const outcome = skipped ? 'skipped' : wanted.length > 0 ? 'FAILED' : 'ok'
    const figure = skipped ?? `${looked} looked at, ${wanted.length} failed`
    console.log(`${outcome.padEnd(8)}${id.padEnd(17)}${figure.padEnd(28)}${asks}`)
    for (const fault of wanted) console.log(`        ${fault}`)
  }
  return failed > 0 ? 1 : 0
}

function print(library: Library): 0 {
  const pages = pagesOf(library)
  mkdirSync(new URL('library/', docs), { recursive: true })
  for (const name of readdirSync(new URL('library/', docs)))
    if (!pages.has(`library/${name}`)) rmSync(new URL(`library/${name}`, docs))
  for (const [path, text] of pages) writeFileSync(new URL(path, docs), text)
  console.log(`docs/library.md and ${pages.size - 1} pages in docs/library`)
  return 0
}
