// The printed library says what the library says today.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pagesOf } from '../tools/library/print/pages.ts'
import { library, objectives, template } from './library/shipped.ts'

const docs = new URL('../docs/', import.meta.url)
const pages = pagesOf(library)
const mend = 'run `npm run library -- print`'

describe('docs/library.md', () => {
  test.each([...pages])('%s is as the library is', (path, text) => {
    expect(readFileSync(new URL(path, docs), 'utf8') === text, mend).toBe(true)
  })

  test('has no page that the library no longer has', () => {
    const there = readdirSync(new URL('library/', docs)).map((name) => `library/${name}`)
    expect(there.filter((path) => !pages.has(path))).toEqual([])
  })

  test('names every objective and every row', () => {
    const front = pages.get('library.md')!
    const missing = [
      ...objectives.map((ref) => `| ${ref.slice(ref.indexOf(':') + 1)} |`),
      ...template.activities.map(({ id }) => `#${id})`),
    ]
    expect(missing.filter((text) => !front.includes(text))).toEqual([])
  })

  test('leads every link to a place that is there', () => {
    const anchors = new Set(
      [...pages].flatMap(([path, text]) => [
        path,
        ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => `${path}#${id}`),
      ]),
    )
    const links = [...pages.get('library.md')!.matchAll(/\]\((library\/[^)]+)\)/g)].map(([, to]) => to!)
    expect(links.length).toBeGreaterThan(objectives.length)
    expect(links.filter((to) => !anchors.has(to))).toEqual([])
  })
})
