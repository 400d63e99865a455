// Answers to the matrix's questions that changed, each with the rows whose text it changes.
import type { Activity } from '../activity.ts'
import type { Block, Cell, Line } from '../paper/paper.ts'
import { asksIn, fill } from '../placeholder.ts'
import { cellFrom, isMarked, marked } from './marks.ts'
import { sayRows } from './numbering.ts'
import type { Places } from './numbering.ts'
import type { Sides } from './side.ts'

export function answersBlocks(sides: Sides, places: Places): readonly Block[] {
  const [was, is] = [sides.before.matrix.parameters, sides.after.matrix.parameters]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name])
  if (names.length === 0) return []
  const staying = new Set(sides.before.matrix.activities.map(({ id }) => id))
  const rows = sides.after.matrix.activities.filter(({ id }) => staying.has(id))
  return [
    {
      kind: 'facts',
      caption: 'Answers to the questions in the rows',
      rows: names.map((name): readonly [string, Cell] => [
        `{${name}}`,
        cellFrom(answer(was[name], is[name]), ...effect(rows.filter((row) => asksIn(row).includes(name)))),
      ]),
    },
  ]

  function effect(asking: readonly Activity[]): readonly Line[] {
    if (asking.length === 0) return [[{ text: 'No row that stands in both revisions asks for it.', mark: 'muted' }]]
    if (asking.length > listed) {
      const ids = asking.map(({ id }) => id)
      return [
        [
          { text: `${asking.length} rows of Schedule A read accordingly: `, mark: 'muted' },
          { text: sayRows(ids, places) },
        ],
      ]
    }
    const head = asking.length === 1 ? 'One row reads accordingly:' : `${asking.length} rows read accordingly:`
    const titles = asking.map(({ id, title }): Line => [{ text: `${places.after.get(id)!} ${fill(title, is)}` }])
    return [[{ text: head, mark: 'muted' }], ...titles]
  }
}

/** More rows than this are named by their numbers. */
const listed = 10

function answer(was: string | undefined, is: string | undefined): Line {
  const none: Line = [{ text: ' (no answer before)', mark: 'muted' }]
  const gone: Line = [{ text: ' (no answer any more)', mark: 'muted' }]
  const line = marked(was ?? '', is ?? '')
  return [...line, ...(was === undefined ? none : []), ...(is === undefined && isMarked(line) ? gone : [])]
}
