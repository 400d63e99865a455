// Schedule A: every activity once, by topic: who answers for it, each duty with its clock and evidence, and how the duties meet.
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { cellOf } from '../paper/paper.ts'
import type { Block, Cell, Column, Line, RowGroup, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayAccountable, sayCitations, sayEvidence, sayTitle, sayWhen } from '../views/say-duty.ts'
import { standing } from '../views/standing.ts'
import { letterOf } from './numbered-rows.ts'
import type { Chapter, NumberedRow } from './numbered-rows.ts'
import { shortName } from './short-name.ts'

const columns: readonly Column[] = [
  { title: 'Who', weight: 5 },
  { title: 'Duty', weight: 15 },
  { title: 'By when', weight: 6 },
  { title: 'Shown by', weight: 8 },
]

export function activitiesSchedule(subject: Subject, chapters: readonly Chapter[]): readonly Section[] {
  return [
    {
      heading: 'Schedule A. Activities and duties',
      level: 1,
      orientation: 'landscape',
      blocks: [
        {
          kind: 'text',
          style: 'note',
          line: [
            {
              text: 'Each heading is one activity; each lettered row under it is one duty of one party, with the time in which it is done and what shows it. A-1.1(a) is the first duty of the first activity.',
            },
          ],
        },
      ],
    },
    ...chapters.map(({ number, title, rows }): Section => {
      const table: Block = {
        kind: 'table',
        caption: `Duties: ${title}`,
        columns,
        groups: rows.map((row) => groupOf(row, subject)),
      }
      return { number, heading: title, level: 2, blocks: [table] }
    }),
  ]
}

function groupOf({ number, activity }: NumberedRow, { matrix, proof }: Subject): RowGroup {
  const note: Line = [
    { text: 'Accountable: ', mark: 'muted' },
    { text: sayAccountable(activity, matrix) },
    { text: ' · Status: ', mark: 'muted' },
    { text: standing(activity, proof).words },
    { text: ' · Serves: ', mark: 'muted' },
    { text: sayCitations(activity) },
  ]
  const handoff = fill(activity.handoff ?? '', matrix.parameters)
  const condition = fill(activity.appliesWhen ?? '', matrix.parameters)
  const applies: Cell = condition === '' ? [] : [[{ text: 'Applies when: ', mark: 'muted' }, { text: condition }]]
  return {
    title: `${number}  ${sayTitle(activity, matrix)}`,
    note: [note, ...applies],
    rows: activity.duties.map((duty, index) => rowOf(duty, letterOf(index), matrix)),
    ...(handoff === '' ? {} : { foot: meetingOf(handoff) }),
  }
}

function meetingOf(handoff: string): Cell {
  const [first = [], ...more] = cellOf(handoff)
  return [[{ text: 'How the duties meet  ', mark: 'strong' }, ...first], ...more]
}

function rowOf(duty: Duty, letter: string, matrix: Matrix): readonly Cell[] {
  const does = fill(duty.does, matrix.parameters)
  const rests = duty.basis === undefined ? [] : [sayBasis(duty.basis)]
  return [
    [
      [{ text: `${letter} ${shortName(duty.party, matrix)}`, mark: 'strong' }],
      ...(duty.role === undefined ? [] : [[{ text: fill(duty.role, matrix.parameters) }]]),
    ],
    cellOf(duty.kind === 'pays' ? `Pays: ${does}` : does),
    cellOf(sayWhen(duty, matrix)),
    [...cellOf(sayEvidence(duty, matrix)), ...rests.map((text): Line => [{ text, mark: 'muted' }])],
  ]
}

function sayBasis({ document, version, date, place, claim }: NonNullable<Duty['basis']>): string {
  return `Rests on ${[document, version, date, place, claim && `claim ${claim}`].filter((text) => text !== undefined).join(', ')}`
}
