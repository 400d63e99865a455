// Every text inside a value, labelled by where it stands, in words.
import type { Side } from './side.ts'

const words: Readonly<Record<string, string>> = {
  does: '',
  ask: 'asks',
  default: 'customary answer',
  handoff: 'hand-off',
  keptAt: 'kept at',
  lastSeen: 'last seen',
  refs: 'objective',
  duties: 'duty',
  by: 'by',
  date: 'on',
  what: '',
  version: 'version of the template',
  wording: 'fingerprint of the template’s wording',
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/

export function leafTexts(value: unknown, side: Side): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  walk(value, [])
  return texts

  function walk(part: unknown, path: readonly string[]): void {
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) walk(item, [...path, String(index + 1)])
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, item] of Object.entries(part)) walk(item, [...path, words[key] ?? key])
    } else if (typeof part === 'string' || typeof part === 'boolean') {
      const label = path.filter((word) => word !== '').join(' ')
      const text = String(part)
      const said = isoDate.test(text) ? side.sayDate(text) : text
      texts.set(label, texts.has(label) ? `${texts.get(label)}; ${said}` : said)
    }
  }
}
