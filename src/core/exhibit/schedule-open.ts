// Schedule D: what is still open: questions without an answer, and objectives whose allocation has a gap, with why.
import { cellOf } from '../paper/paper.ts'
import type { Block, Section } from '../paper/paper.ts'
import { asksOf, isAnswered } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Chapter } from './numbered-rows.ts'

export function openSchedule(
  subject: Subject,
  chapters: readonly Chapter[],
  numbers: ReadonlyMap<ActivityId, string>,
): readonly Section[] {
  const blocks = [...questions(subject, chapters), ...gaps(subject, numbers)]
  const nothing: Block = {
    kind: 'text',
    line: [
      { text: 'Nothing shown here is open: every question has its answer, and every objective is settled or decided.' },
    ],
  }
  return [
    {
      heading: 'Schedule D. Open points',
      level: 1,
      orientation: 'landscape',
      blocks: blocks.length === 0 ? [nothing] : blocks,
    },
  ]
}

function questions({ matrix }: Subject, chapters: readonly Chapter[]): readonly Block[] {
  const asked = new Map<string, { readonly ask: string; readonly rows: string[] }>()
  for (const { number, activity } of chapters.flatMap(({ rows }) => rows)) {
    for (const name of asksOf(activity)) {
      if (isAnswered(matrix.parameters, name)) continue
      const known = asked.get(name)
      if (known) known.rows.push(number)
      else asked.set(name, { ask: activity.placeholders?.[name]?.ask ?? '', rows: [number] })
    }
  }
  if (asked.size === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Questions without an answer',
      columns: [
        { title: 'Question', weight: 4 },
        { title: 'What is asked', weight: 8 },
        { title: 'Rows that wait for it', weight: 5 },
        { title: 'Answer', weight: 6 },
      ],
      groups: [
        {
          rows: [...asked].map(([name, { ask, rows }]) => [
            cellOf(`{${name}}`),
            cellOf(ask),
            cellOf(rows.join(', ')),
            [],
          ]),
        },
      ],
    },
  ]
}

function gaps({ proof, framework }: Subject, numbers: ReadonlyMap<ActivityId, string>): readonly Block[] {
  const open = proof.objectives.filter(
    ({ status, target }) => status === 'open' && (framework === undefined || target.framework.id === framework),
  )
  if (open.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Objectives whose allocation has a gap',
      columns: [
        { title: 'Id', weight: 4, ids: true },
        { title: 'Objective', weight: 9 },
        { title: 'What is missing', weight: 11 },
      ],
      groups: [...Map.groupBy(open, ({ target }) => target.framework)].map(([{ title }, group]) => ({
        title,
        rows: group.map(({ target, gaps: found }) => [
          cellOf(target.objective.id),
          cellOf(target.objective.summary),
          cellOf(
            [
              ...new Set(
                found.map(({ message, activity }) =>
                  activity === undefined ? message : `${numbers.get(activity) ?? activity}: ${message}`,
                ),
              ),
            ].join('\n'),
          ),
        ]),
      })),
    },
  ]
}
