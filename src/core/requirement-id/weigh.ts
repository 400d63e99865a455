// What the ids and the words of a cell come to together.
import type { FoundRequirement, Recognised } from '../claims/requirement-words.ts'
import type { Dictionary } from './dictionary.ts'
import { gathered } from './hits.ts'
import { resolveRange } from './range.ts'
import type { Hit, Resolved, Scope } from './reading.ts'
import type { ColumnScheme } from './scheme.ts'
import { wordsBehind } from './words-behind.ts'
import type { Behind } from './words-behind.ts'
import type { CellLine } from './written-cell.ts'
import type { WrittenId } from './written-ids.ts'

export interface Setting {
  readonly dictionary: Dictionary
  readonly column: ColumnScheme
  readonly visible: string
  readonly plain: string
}

export function weigh(lines: readonly CellLine[], setting: Setting): Recognised {
  const hits: Hit[] = []
  /** with the id that leads nowhere, where that is all that is wrong */
  const problems = new Map<string, string | undefined>()
  const alone = isAlone(lines)
  let blurred = false
  for (const line of lines) {
    const resolved = line.ids.map((id) => resolve(id, setting))
    for (const { problem, without } of resolved) if (problem !== undefined) problems.set(problem, without)
    // what the text goes on with may change what the last id of a line says
    hits.push(...(line.broken === undefined ? resolved : resolved.slice(0, -1)).flatMap((each) => each.hits))
    const behind = wordsOf(line, alone ? hits : [], setting)
    if (line.broken !== undefined)
      problems.set(`"${line.broken}" is not written as an id or a list that is known`, undefined)
    else if (behind.kind !== 'title') problems.set(behind.problem, undefined)
    blurred ||= behind.kind === 'blurred'
  }
  const found = blurred ? [] : gathered(hits)
  if (problems.size > 0) return unknown(found, problems)
  return { kind: 'known', found, rest: alone ? titleOf(setting.visible.slice(lines[0]!.rest, lines[0]!.end)) : '' }
}

function unknown(found: readonly FoundRequirement[], problems: ReadonlyMap<string, string | undefined>): Recognised {
  const message = listed([...problems.keys()])
  const without = [...problems.values()].filter((id) => id !== undefined)
  return { kind: 'unknown', found, message, ...(without.length === problems.size && { without }) }
}

/** One id, so that the words behind it are its title. */
function isAlone(lines: readonly CellLine[]): boolean {
  const [first, ...more] = lines.flatMap(({ ids }) => ids)
  return more.length === 0 && !first?.to
}

function resolve(id: WrittenId, setting: Setting): Resolved {
  const from = scopeOf(id, setting)
  if (!id.to) return id.reading.resolve(from)
  const whole = { ...from, written: shown(setting.visible.slice(id.start, id.to.end)) }
  return resolveRange({ from: id.reading, to: id.to.reading }, whole, [from, scopeOf(id.to, setting)])
}

function scopeOf({ start, end, said, noun }: Omit<WrittenId, 'to'>, { dictionary, column, visible }: Setting): Scope {
  return { dictionary, column, said, noun, written: shown(visible.slice(start, end).trim()) }
}

/** No id is longer; what is, is shown by its beginning. */
function shown(written: string): string {
  return written.length > 80 ? `${written.slice(0, 80)}…` : written
}

function wordsOf({ ids, rest, end }: CellLine, only: readonly Hit[], { column, plain }: Setting): Behind {
  const bare = ids.some(({ reading, said }) => reading.form === 'number' && said === undefined)
  return wordsBehind({
    text: plain.slice(rest, end),
    objectives: objectiveLetters(only),
    unsure: bare && !column.schemes.includes('nist-800-171'),
  })
}

function objectiveLetters(hits: readonly Hit[]): string | undefined {
  if (hits.length !== 1 || hits[0]!.part) return undefined
  return hits[0]!.objectives.map((id) => /\[([a-z])\]$/.exec(id)?.[1] ?? '').join('')
}

function titleOf(text: string): string {
  return text.replace(/^[\s:|.,;/)*"'`\u2010-\u2015-]+/, '').trim()
}

function listed(problems: readonly string[]): string {
  const said = problems.slice(0, 3).join('. ')
  return problems.length > 3 ? `${said}. And ${problems.length - 3} more like it.` : `${said}.`
}
