// A line as the typesetter takes it: plain text where that will do, else runs with a mark, a font or places to break.
import type { Cell, Line, Run } from '../../core/paper/paper.ts'
import { typefaceOf } from './fonts.ts'
import { partsOf } from './wrapping.ts'
import type { Parts } from './wrapping.ts'

export interface SetRun {
  /** a line may break between two of them */
  readonly parts: Parts
  readonly mark?: NonNullable<Run['mark']>
  /** set in Chinese type throughout, rather than in Japanese with a Chinese sign here and there */
  readonly chinese?: true
}
export type SetLine = string | readonly SetRun[]
export type SetCell = readonly SetLine[]

/** `room` in units of the type size. */
export function setText(text: string, room: number): SetLine {
  return setLine([{ text }], room)
}

export function setCell(cell: Cell, room: number): SetCell {
  return cell.map((line) => setLine(line, room))
}

export function setLine(line: Line, room: number): SetLine {
  const runs = line.map((run) => setRun(run, room))
  const plain = runs.every(({ parts, mark, chinese }) => parts.length === 1 && mark === undefined && !chinese)
  return plain ? runs.map(({ parts }) => parts[0]).join('') : runs
}

function setRun({ text, mark }: Run, room: number): SetRun {
  const clean = text.replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n').replaceAll('\t', ' ')
  return {
    parts: partsOf(clean, room),
    ...(mark === undefined ? {} : { mark }),
    ...(isChinese(clean) ? { chinese: true as const } : {}),
  }
}

function isChinese(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return false
  const signs = Array.from(text, (sign) => sign.codePointAt(0) ?? 0).filter((sign) => !typefaceOf('latin').draws(sign))
  return (
    signs.some((sign) => !typefaceOf('japanese').draws(sign)) &&
    signs.every((sign) => typefaceOf('chinese').draws(sign))
  )
}
