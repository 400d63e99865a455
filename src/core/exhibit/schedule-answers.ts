// Schedule F: the answers to the questions that rows ask; they are part of the text wherever it was filled in.
import { cellOf } from '../paper/paper.ts'
import type { Block, Section } from '../paper/paper.ts'
import { asksOf, isAnswered } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import type { Chapter } from './numbered-rows.ts'

const none: Block = { kind: 'text', line: [{ text: 'None: no row asks a question that was answered.' }] }

export function answersSchedule({ matrix }: Subject, chapters: readonly Chapter[]): readonly Section[] {
  const rowsOf = new Map<string, string[]>()
  const asks = new Map<string, string>()
  for (const { number, activity } of chapters.flatMap(({ rows }) => rows))
    for (const name of asksOf(activity)) {
      rowsOf.set(name, [...(rowsOf.get(name) ?? []), number])
      asks.set(name, asks.get(name) ?? activity.placeholders?.[name]?.ask ?? '')
    }
  const answered = [...rowsOf].filter(([name]) => isAnswered(matrix.parameters, name))
  return [
    {
      heading: 'Schedule F. Answers that the rows use',
      level: 1,
      orientation: 'landscape',
      blocks:
        answered.length === 0
          ? [none]
          : [
              {
                kind: 'table',
                caption: 'Answers by question',
                columns: [
                  { title: 'Question', weight: 4 },
                  { title: 'What is asked', weight: 6 },
                  { title: 'Answer', weight: 9 },
                  { title: 'Used in rows', weight: 6 },
                ],
                groups: [
                  {
                    rows: answered
                      .toSorted(([a], [b]) => (a < b ? -1 : 1))
                      .map(([name, rows]) => [
                        cellOf(name),
                        cellOf(asks.get(name) ?? ''),
                        cellOf(matrix.parameters[name]!),
                        cellOf(rows.join(', ')),
                      ]),
                  },
                ],
              },
            ],
    },
  ]
}
