// Schedule C: every hand-off with the acts and times around it, and every time that a law sets, in one place.
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { cellOf } from '../paper/paper.ts'
import type { Cell, RowGroup, Run, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayTiming } from '../timing.ts'
import { sayTitle } from '../views/say-duty.ts'
import { letterOf } from './numbered-rows.ts'
import type { Chapter, NumberedRow } from './numbered-rows.ts'
import { shortName } from './short-name.ts'

const explained =
  'Every activity in which parties wait for each other, with the limits in it, and every time that a law sets. Cadences of the parties’ own choice stand in Schedule A alone. An act is told by its beginning; Schedule A holds its whole words and governs. “Customary” marks a time of the parties’ own choice; a time beside which no rule stands is one too.'

export function timesSchedule({ matrix }: Subject, chapters: readonly Chapter[]): Section {
  const groups = chapters
    .flatMap(({ rows }) => rows)
    .filter(concerned)
    .map((row) => timesOf(row, matrix))
  return {
    heading: 'Schedule C. Hand-offs and time limits',
    level: 1,
    orientation: 'landscape',
    blocks: [
      { kind: 'text', style: 'note', line: [{ text: explained }] },
      {
        kind: 'table',
        caption: 'Hand-offs and time limits by activity',
        columns: [
          { title: 'Who', weight: 5 },
          { title: 'Act', weight: 14 },
          { title: 'By when', weight: 9 },
          { title: 'By which rule', weight: 7 },
        ],
        groups,
      },
    ],
  }
}

function concerned({ activity }: NumberedRow): boolean {
  return activity.handoff !== undefined || activity.duties.some(({ source }) => isLaw(source))
}

/** A time that another waits for, or that a law sets; a cadence or a retention of the parties’ own choice is neither. */
function isLimit({ timing, source }: Duty): boolean {
  return timing !== undefined && ('within' in timing || 'before' in timing || isLaw(source))
}

/** A source that is not the parties' own custom. */
function isLaw(source: string | undefined): boolean {
  return source !== undefined && !/^customary\b/i.test(source)
}

const meeting: Run = { text: 'What passes from one to the other, and when  ', mark: 'strong' }

function timesOf({ number, activity }: NumberedRow, matrix: Matrix): RowGroup {
  const [first, ...more] = cellOf(fill(activity.handoff ?? '', matrix.parameters))
  return {
    title: `${number}  ${sayTitle(activity, matrix)}`,
    ...(first === undefined ? {} : { foot: [[meeting, ...first], ...more] }),
    rows: activity.duties.flatMap((duty, index) => (isLimit(duty) ? [limitOf(duty, letterOf(index), matrix)] : [])),
  }
}

function limitOf(duty: Duty, letter: string, matrix: Matrix): readonly Cell[] {
  const { party, does, timing, source } = duty
  return [
    [[{ text: `${letter} ${shortName(party, matrix)}`, mark: 'strong' }]],
    cellOf(beginningOf(fill(does, matrix.parameters))),
    cellOf(timing === undefined ? '' : fill(sayTiming(timing), matrix.parameters)),
    source === undefined ? [] : [[{ text: source, mark: isLaw(source) ? 'strong' : 'muted' }]],
  ]
}

const longest = 110

/** The first sentence, or as many of its words as tell the act. */
function beginningOf(text: string): string {
  const [first = text] = text.split(/(?<=[.;]) /)
  const sentence = first === text ? text : `${first.slice(0, -1)} …`
  if (sentence.length <= longest) return sentence
  return `${text.slice(0, text.lastIndexOf(' ', longest - 2)).replace(/[,;:(]$/, '')} …`
}
