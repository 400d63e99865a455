// Lines of text as Word runs: marks that show without colour, and a run of its own for every change of direction.
import { Paragraph, Tab, TextRun } from 'docx'
import type { IParagraphOptions } from 'docx'
import type { Line, Run } from '../../core/paper/paper.ts'
import { characterStyles } from './styles.ts'

/** Options of the paragraph that a line stands in, but not its text. */
export type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text' | 'bidirectional'>

/** A label, and after a tab stop what it stands for. */
export function labelledParagraph(label: string, text: string, look: ParagraphLook): Paragraph {
  return new Paragraph({
    ...look,
    children: [
      ...runsOf({ text: label, mark: 'muted' }, directionOf(label)),
      new TextRun({ children: [new Tab()] }),
      ...runsOf({ text }, directionOf(label)),
    ],
  })
}

/** The paragraph runs from the right where its first letter does. */
export function paragraphOf(line: Line, look: ParagraphLook, ink?: string): Paragraph {
  const direction = directionOf(line.map(({ text }) => text).join(''))
  return new Paragraph({
    ...look,
    ...(direction === 'rtl' ? { bidirectional: true } : {}),
    children: line.flatMap((run) => runsOf(run, direction, ink)),
  })
}

function runsOf({ text, mark }: Run, direction: Direction, ink?: string): readonly TextRun[] {
  const style = {
    ...(mark === undefined ? {} : { style: characterStyles[mark] }),
    ...(ink === undefined ? {} : { color: ink }),
  }
  return piecesOf(text, direction).flatMap((piece) =>
    piece.text.split('\n').map(
      (part, index) =>
        new TextRun({
          ...style,
          ...(piece.rtl ? { rightToLeft: true } : {}),
          text: part,
          ...(index > 0 ? { break: 1 } : {}),
        }),
    ),
  )
}

export type Direction = 'ltr' | 'rtl'

const fromRight = String.raw`\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`
const rightLetter = new RegExp(`[${fromRight}]`, 'v')

/** Of its first letter, as Unicode's bidirectional algorithm has it. */
export function directionOf(text: string): Direction {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && rightLetter.test(first) ? 'rtl' : 'ltr'
}

/** What runs against the paragraph: from letter to letter, with the marks, spaces and figures between. */
const against = {
  ltr: new RegExp(String.raw`[${fromRight}](?:[^\p{L}]*[${fromRight}])*\p{M}*`, 'gv'),
  rtl: new RegExp(
    String.raw`[[\p{L}\p{N}]--[${fromRight}]](?:[^${fromRight}]*[[\p{L}\p{N}]--[${fromRight}]])?\p{M}*`,
    'gv',
  ),
} as const satisfies Readonly<Record<Direction, RegExp>>

export interface Piece {
  readonly text: string
  readonly rtl: boolean
}

/** The text cut where its direction changes; nothing is lost or moved. */
export function piecesOf(text: string, direction: Direction): readonly Piece[] {
  const along = direction === 'rtl'
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(against[direction])) {
    if (index > from) pieces.push({ text: text.slice(from, index), rtl: along })
    pieces.push({ text: found, rtl: !along })
    from = index + found.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), rtl: along })
  return pieces
}
