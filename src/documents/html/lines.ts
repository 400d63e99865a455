// Lines and cells as HTML: marks that can be seen and heard, each text in its own direction.
import type { Cell, Line, Run } from '../../core/paper/paper.ts'
import { escaped } from './escape.ts'

/** Said and not shown: the line through or under the words is for the eye. */
const told = (words: string): string => `<span class="said">${words}</span>`

const elements = {
  strong: ['<strong>', '</strong>'],
  muted: ['<span class="muted">', '</span>'],
  inserted: [`<ins>${told('[new: ')}`, `${told(']')}</ins>`],
  deleted: [`<del>${told('[removed: ')}`, `${told(']')}</del>`],
} as const satisfies Readonly<Record<NonNullable<Run['mark']>, readonly [string, string]>>

export function lineHtml(line: Line): string {
  return line
    .map(({ text, mark }) => {
      const words = escaped(text).replaceAll('\n', '<br>')
      return mark === undefined ? words : `${elements[mark][0]}${words}${elements[mark][1]}`
    })
    .join('')
}

/** One line stands as it is; each of several has its own direction. */
export function cellHtml(cell: Cell): string {
  const [only, ...more] = cell
  if (only === undefined) return ''
  if (more.length === 0) return lineHtml(only)
  return cell.map((line) => `<div dir="auto">${lineHtml(line)}</div>`).join('')
}
