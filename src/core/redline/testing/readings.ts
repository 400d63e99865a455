// For tests: a redline read as it stood before and as it stands now, and the parts of it that carry marks.
import type { Matrix } from '../../matrix.ts'
import type { Block, Cell, Line, Paper } from '../../paper/paper.ts'
import { subjectOf } from '../../testing/sample-rendition.ts'
import { redlineOf } from '../redline-of.ts'

export function between(before: Matrix, after: Matrix): Paper {
  return redlineOf(subjectOf(before, { digest: 'a'.repeat(64) }), subjectOf(after, { digest: 'b'.repeat(64) }))
}

/** Every line of the sections; blanks count once. */
export function readings(paper: Paper): { readonly before: string; readonly after: string } {
  const lines = paper.sections.flatMap(({ heading, blocks }) => [[{ text: heading }], ...blocks.flatMap(linesOf)])
  const without = (gone: 'inserted' | 'deleted'): string =>
    lines
      .map((line) =>
        line
          .filter(({ mark }) => mark !== gone)
          .map(({ text }) => text)
          .join(''),
      )
      .join('\n')
  return { before: plain(without('inserted')), after: plain(without('deleted')) }
}

export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** [-deleted-]{+inserted+} */
export function shown(line: Line): string {
  const signs = { inserted: ['{+', '+}'], deleted: ['[-', '-]'], strong: ['', ''], muted: ['', ''] } as const
  return line.map(({ text, mark }) => (mark === undefined ? text : signs[mark].join(text))).join('')
}

export function cellsOf(block: Block): readonly Cell[] {
  if (block.kind === 'facts') return block.rows.map(([label, cell]) => [[{ text: `${label}: ` }], ...cell])
  if (block.kind === 'table') return block.groups.flatMap(({ rows }) => rows.map((row) => row.flat()))
  if (block.kind === 'list') return [block.items]
  return block.kind === 'text' ? [[block.line]] : []
}

function linesOf(block: Block): readonly Line[] {
  return cellsOf(block).flat()
}
