// What a cell in a column of ids names: exactly that, or why it cannot be told.
import type { Recognised } from '../claims/requirement-words.ts'
import type { Framework } from '../framework.ts'
import type { FrameworkId } from '../identifiers.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import { damage } from './changed-by-spreadsheet.ts'
import { dictionaryOf } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { gathered } from './hits.ts'
import { plainText } from './plain-text.ts'
import { resolveRange } from './range.ts'
import type { Hit, Resolved, Scope } from './reading.ts'
import { unhinted } from './scheme.ts'
import type { ColumnScheme } from './scheme.ts'
import { wordsBehind } from './words-behind.ts'
import { writtenCell } from './written-cell.ts'
import type { CellLine } from './written-cell.ts'
import type { WrittenId } from './written-ids.ts'

/** `column` is what `schemeOf` or `columnOf` says of the column; without it, bare numbers are NIST SP 800-171's. */
export function recogniseIds(
  cell: Pick<RawCell, 'text' | 'kind'>,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
  column: ColumnScheme = unhinted,
): Recognised {
  const dictionary = dictionaryOf(frameworks)
  const { visible, plain } = plainText(cell.text)
  const damaged = damage(cell, plain, dictionary)
  if (damaged !== undefined) return { kind: 'damaged', message: damaged }
  if (cell.kind !== 'text') return { kind: 'none' }
  const lines = writtenCell(plain, dictionary)
  return lines.length === 0
    ? { kind: 'none' }
    : weigh(lines, visible, { dictionary, column: withCriteria(lines, column) })
}

/** `CC6.1, A1.2`: what stands beside a criterion of SOC 2 is one too. */
function withCriteria(lines: readonly CellLine[], column: ColumnScheme): ColumnScheme {
  const some = lines.some(({ ids }) => ids.some(({ reading }) => reading.form === 'soc2'))
  return some ? { ...column, lettered: 'soc2' } : column
}

interface Setting {
  readonly dictionary: Dictionary
  readonly column: ColumnScheme
}

function weigh(lines: readonly CellLine[], visible: string, setting: Setting): Recognised {
  const hits: Hit[] = []
  const problems = new Set<string>()
  const ids = lines.flatMap((line) => line.ids)
  const only = ids.length === 1 && !ids[0]!.to ? ids[0] : undefined
  let blurred = false
  for (const line of lines) {
    for (const id of line.ids) {
      const resolved = resolve(id, visible, setting)
      if (resolved.problem !== undefined) problems.add(resolved.problem)
      // what the text goes on with may change what the last id of a line says
      if (!(line.broken !== undefined && id === line.ids.at(-1))) hits.push(...resolved.hits)
    }
    if (line.broken !== undefined) problems.add(`"${line.broken}" is not written as an id or a list that is known`)
    const behind = wordsBehind({
      text: visible.slice(line.rest, line.end),
      objectives: only && objectiveLetters(hits),
      unsure:
        line.ids.some(({ reading, said }) => reading.form === 'number' && said === undefined) &&
        !setting.column.schemes.includes('nist-800-171'),
    })
    if (behind.kind !== 'title' && line.broken === undefined) problems.add(behind.problem)
    blurred ||= behind.kind === 'blurred'
  }
  const found = blurred ? [] : gathered(hits)
  if (problems.size > 0) return { kind: 'unknown', found, message: listed([...problems]) }
  return { kind: 'known', found, rest: only ? titleOf(visible.slice(lines[0]!.rest, lines[0]!.end)) : '' }
}

function resolve(id: WrittenId, visible: string, setting: Setting): Resolved {
  const from = scopeOf(id, visible, setting)
  if (!id.to) return id.reading.resolve(from)
  const written = visible.slice(id.start, id.to.end)
  return resolveRange({ from: id.reading, to: id.to.reading }, { ...from, written }, [
    from,
    scopeOf(id.to, visible, setting),
  ])
}

function scopeOf({ start, end, said, noun }: Omit<WrittenId, 'to'>, visible: string, setting: Setting): Scope {
  return { ...setting, said, noun, written: visible.slice(start, end).trim() }
}

function objectiveLetters(hits: readonly Hit[]): string | undefined {
  if (hits.length !== 1 || hits[0]!.part) return undefined
  return hits[0]!.objectives.map((id) => /\[([a-z])\]$/.exec(id)?.[1] ?? '').join('')
}

function titleOf(text: string): string {
  return text.replace(/^[\s:|.,;/)*"'`\u2010-\u2015-]+/, '').trim()
}

function listed(problems: readonly string[]): string {
  const shown = problems.slice(0, 3).join('. ')
  return problems.length > 3 ? `${shown}. And ${problems.length - 3} more like it.` : `${shown}.`
}
