// Schedule C: every hand-off with the time limits around it, and every limit that a law sets, in one place.
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { cellOf } from '../paper/paper.ts'
import type { Cell, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayTitle } from '../views/say-duty.ts'
import { partyName } from '../views/view.ts'
import { sayTiming } from '../timing.ts'
import type { Chapter, NumberedRow } from './numbered-rows.ts'

export function timesSchedule({ matrix }: Subject, chapters: readonly Chapter[]): Section {
  const groups = chapters
    .map(({ number, title, rows }) => ({
      title: `${number}  ${title}`,
      rows: rows.filter(concerned).map((row) => timesOf(row, matrix)),
    }))
    .filter(({ rows }) => rows.length > 0)
  return {
    heading: 'Schedule C. Hand-offs and time limits',
    level: 1,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'text',
        style: 'note',
        line: [
          {
            text: 'Every activity in which parties wait for each other, and every time that a law sets. “Customary” times are the parties’ own choice.',
          },
        ],
      },
      {
        kind: 'table',
        caption: 'Hand-offs and time limits by activity',
        columns: [
          { title: 'No.', weight: 2, ids: true },
          { title: 'Activity', weight: 7 },
          { title: 'Who, by when, by which rule', weight: 14 },
          { title: 'What passes from one to the other, and when', weight: 12 },
        ],
        groups,
      },
    ],
  }
}

function concerned({ activity }: NumberedRow): boolean {
  return activity.handoff !== undefined || activity.duties.some(({ source }) => isLaw(source))
}

/** A source that is not the parties' own custom. */
function isLaw(source: string | undefined): boolean {
  return source !== undefined && !/^customary\b/i.test(source)
}

function timesOf({ number, activity }: NumberedRow, matrix: Matrix): readonly Cell[] {
  return [
    cellOf(number),
    cellOf(sayTitle(activity, matrix)),
    activity.duties.filter(({ timing }) => timing !== undefined).map((duty) => limitOf(duty, matrix)),
    cellOf(fill(activity.handoff ?? '', matrix.parameters)),
  ]
}

function limitOf(duty: Duty, matrix: Matrix): Cell[number] {
  const timing = duty.timing === undefined ? '' : fill(sayTiming(duty.timing), matrix.parameters)
  return [
    { text: `${partyName(matrix, duty.party)}: `, mark: 'strong' },
    { text: timing },
    {
      text: duty.source === undefined ? ' (no source named)' : ` (${duty.source})`,
      mark: isLaw(duty.source) ? 'strong' : 'muted',
    },
  ]
}
