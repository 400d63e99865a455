// What stands between two lines of dashes at the head of a Markdown file: its title and date, and no text of its own.
import { readYaml } from '../../yaml-value.ts'
import { factsOf, type Facts } from '../facts.ts'

const longest = 100_000

export interface FrontMatter {
  readonly facts: Facts
  /** the file with the front matter's lines empty, so that line numbers stay */
  readonly body: string
}

export function frontMatter(text: string): FrontMatter {
  const [whole = '', fence = '', inner = ''] =
    /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?=\n|$)/.exec(text.slice(0, longest)) ?? []
  if (whole === '') return { facts: {}, body: text }
  const body = whole.replaceAll(/[^\n]+/g, '') + text.slice(whole.length)
  return { facts: fence === '---' ? factsIn(inner) : {}, body }
}

function factsIn(yaml: string): Facts {
  const read = readYaml(yaml)
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return {}
  const fields = new Map(Object.entries(read.value).map(([name, value]) => [name.toLowerCase(), value as unknown]))
  const text = (...names: readonly string[]): string | undefined => {
    const value = names
      .map((name) => fields.get(name))
      .find((one) => typeof one === 'string' || typeof one === 'number')
    return value === undefined ? undefined : String(value)
  }
  return factsOf({ title: text('title'), version: text('version'), date: text('date', 'last_update', 'updated') })
}
