// Ids of frameworks whose form is not known otherwise: exactly as they are published.
import type { Dictionary } from './dictionary.ts'
import { matchAt } from './reading.ts'
import type { Reading } from './reading.ts'

const run = /[^\s,;]{1,80}/y
const ending = /[.:)]+$/

export function readPublished(text: string, at: number, { others }: Dictionary): Reading | undefined {
  const match = others.size === 0 ? null : matchAt(run, text, at)
  if (!match) return undefined
  for (const written of [match[0], match[0].replace(ending, '')]) {
    const published = others.get(written.toLowerCase())
    if (!published) continue
    const hits = published.map(({ target, objectives }) => ({ target, objectives }))
    return { end: at + written.length, form: 'other', id: written, resolve: () => ({ hits }) }
  }
  return undefined
}
