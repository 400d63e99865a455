// Schedule A: every activity once, by topic: who answers for it, each duty with its clock and evidence, and how the duties meet.
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { cellOf } from '../paper/paper.ts'
import type { Block, Cell, Column, Line, RowGroup, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayAccountable, sayCitations, sayEvidence, sayTitle, sayWhen } from '../views/say-duty.ts'
import { standing } from '../views/standing.ts'
import { partyName } from '../views/view.ts'
import type { Chapter, NumberedRow } from './numbered-rows.ts'

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
              text: 'Each heading is one activity, each row under it one duty of one party, with the time in which it is done and what shows it.',
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
      return { number: String(number), heading: title, level: 2, blocks: [table] }
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
  const meeting: readonly Cell[] = [[[{ text: 'How the duties meet', mark: 'strong' }]], cellOf(handoff), [], []]
  return {
    title: `${number}  ${sayTitle(activity, matrix)}`,
    note: [note],
    rows: [...activity.duties.map((duty) => rowOf(duty, matrix)), ...(handoff === '' ? [] : [meeting])],
  }
}

function rowOf(duty: Duty, matrix: Matrix): readonly Cell[] {
  const does = fill(duty.does, matrix.parameters)
  const rests = duty.basis === undefined ? [] : [sayBasis(duty.basis)]
  return [
    [
      [{ text: definedName(duty.party, matrix), mark: 'strong' }],
      ...(duty.role === undefined ? [] : [[{ text: fill(duty.role, matrix.parameters) }]]),
    ],
    cellOf(duty.kind === 'pays' ? `Pays: ${does}` : does),
    cellOf(sayWhen(duty, matrix)),
    [...cellOf(sayEvidence(duty, matrix)), ...rests.map((text): Line => [{ text, mark: 'muted' }])],
  ]
}

/** The two that the exhibit defines by a word; any other by its name. */
function definedName(party: PartyId, matrix: Matrix): string {
  if (party === 'msp') return 'MSP'
  return party === 'client' ? 'Client' : partyName(matrix, party)
}

function sayBasis({ document, version, date, place }: NonNullable<Duty['basis']>): string {
  return `Rests on ${[document, version, date, place].filter((text) => text !== undefined).join(', ')}`
}
