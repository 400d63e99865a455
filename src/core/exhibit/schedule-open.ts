// Schedule D: what is still open: questions without an answer, and objectives whose allocation has a gap, with why.
import { cellOf } from '../paper/paper.ts'
import type { Block, Section } from '../paper/paper.ts'
import { asksOf, isAnswered } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import type { ActivityId } from '../identifiers.ts'
import { extractOf, openShown } from './extract.ts'
import type { Chapter } from './numbered-rows.ts'

export function openSchedule(
  subject: Subject,
  chapters: readonly Chapter[],
  numbers: ReadonlyMap<ActivityId, string>,
): readonly Section[] {
  const blocks = [...questions(subject, chapters), ...gaps(subject, numbers)]
  const nothing: Block = {
    kind: 'text',
    line: [{ text: sayNothingOpen(subject) }],
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

function sayNothingOpen(subject: Subject): string {
  const extract = extractOf(subject)
  return extract === undefined
    ? 'Nothing is open: every question has its answer, and every objective is settled or decided.'
    : `Nothing in this extract is open: every question of its rows has its answer, and every objective of ${extract} is settled or decided. Of the rest of the revision it says nothing.`
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

function gaps(subject: Subject, numbers: ReadonlyMap<ActivityId, string>): readonly Block[] {
  const open = openShown(subject)
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
