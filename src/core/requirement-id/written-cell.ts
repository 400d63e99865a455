// A cell's lines that begin with ids, each with the lines of words behind it.
import type { Dictionary } from './dictionary.ts'
import type { Scheme } from './scheme.ts'
import { writtenLine } from './written-ids.ts'
import type { WrittenId } from './written-ids.ts'

export interface CellLine {
  readonly ids: readonly WrittenId[]
  /** the words behind the ids: from here … */
  readonly rest: number
  /** … to here, over the lines that begin with none */
  readonly end: number
  readonly broken?: string
}

/** A dash that only a later line begins with may be a list's mark or the middle of a range. */
const dashed = /^\s*-/

/** More lines with ids are no cell that anybody wrote. */
const most = 500

/** Empty where the cell does not begin with an id. */
export function writtenCell(text: string, dictionary: Dictionary): readonly CellLine[] {
  const lines: CellLine[] = []
  let start = 0
  let said: Scheme | undefined
  for (const line of text.split('\n')) {
    const end = start + line.length
    const last = lines.at(-1)
    const written = line === '' ? undefined : writtenLine(line, dictionary, said)
    if (written && last && (lines.length >= most || (dashed.test(line) && !dashed.test(text.slice(0, 9)))))
      return [...lines, { ids: [], rest: start, end, broken: line.slice(0, 60).trim() }]
    if (written) {
      lines.push({ ...written, ids: written.ids.map((id) => shifted(id, start)), rest: written.rest + start, end })
      said = written.ids.at(-1)!.said
    } else if (last) lines[lines.length - 1] = { ...last, end }
    else if (line.trim() !== '') return []
    start = end + 1
  }
  return lines
}

function shifted(id: WrittenId, by: number): WrittenId {
  const moved = { ...id, start: id.start + by, end: id.end + by }
  return id.to ? { ...moved, to: shifted(id.to, by) } : moved
}
