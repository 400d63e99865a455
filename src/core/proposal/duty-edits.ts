// What the sheet "Duties by party" proposes: one row, one duty, field by field; rows more and rows less.
import type { Activity } from '../activity.ts'
import { same } from '../compare.ts'
import type { Duty } from '../duty.ts'
import { fill } from '../placeholder.ts'
import { sayTiming } from '../timing.ts'
import { rowIds } from '../workbook/row-id.ts'
import { nearestAnswers } from './answers.ts'
import type { AnswerSets } from './answers.ts'
import { changedRows, derivedChanges } from './changed-cells.ts'
import type { ChangedCell, Reading } from './changed-cells.ts'
import { plain } from './cell-text.ts'
import { issue } from './edit.ts'
import type { DutyField, Edit } from './edit.ts'
import { changedEvidence } from './evidence-lines.ts'
import type { Frame } from './frame.ts'
import { noSuchParty, partyNamed } from './party-named.ts'
import { restoredTiming } from './parse-line.ts'
import { parseTiming, timingsExplained } from './parse-timing.ts'
import { restoredAmong } from './restore-placeholders.ts'

const derived = {
  activity:
    'change the title on the sheet "Activities"; to move the duty, delete its row and add one for the other activity',
}

interface Placed {
  readonly activity: Activity
  readonly duty: Duty
  readonly index: number
}

export function dutyEdits(frame: Frame, reading: Reading): readonly Edit[] {
  const { matrix } = reading.subject
  const placed = new Map(
    matrix.activities.flatMap((activity) =>
      activity.duties.map((duty, index): [string, Placed] => [
        rowIds.duty(activity.id, index),
        { activity, duty, index },
      ]),
    ),
  )
  return [
    ...frame.problems,
    ...changedRows(frame, reading).flatMap(({ base, cells, problems }) => [
      ...problems,
      ...cells.flatMap((cell) => fieldEdit(cell, placed.get(base.id)!, reading)),
    ]),
    ...derivedChanges(frame, reading, derived),
    ...frame.gone.map(({ id }): Edit => {
      const { activity, duty, index } = placed.get(id)!
      return {
        kind: 'duty removed',
        at: `${frame.sheet.name}, the deleted row of "${plain(fill(duty.does, matrix.parameters))}"`,
        activity: activity.id,
        index,
      }
    }),
  ]
}

/** What a cell says, as a field of the duty; a text says why it cannot be read. */
type Taken = { readonly value: unknown } | string

const readers: Readonly<Record<string, (text: string, duty: Duty, reading: Reading) => Taken>> = {
  party: (text, _, { subject: { matrix } }) => {
    const party = partyNamed(text, matrix)
    return party === undefined ? noSuchParty(text, matrix) : { value: party }
  },
  does: (text, duty, { answers }) =>
    text === ''
      ? 'a duty needs words; delete the whole row to propose that it goes'
      : { value: restoredAmong(duty.does, text, answers) },
  kind: (text, duty) => readKind(text, duty),
  when: (text, duty, { answers }) => readWhen(text, duty, answers),
  source: (text) => ({ value: text === '' ? undefined : text }),
  role: (text, duty, { answers }) => optional(text, duty.role, answers),
  interviewee: (text, duty, { answers }) => optional(text, duty.interviewee, answers),
  evidence: (text, duty, { answers }) => ({ value: changedEvidence(text, duty, answers) }),
}

function fieldEdit(
  { at, text, column }: ChangedCell,
  { activity, duty, index }: Placed,
  reading: Reading,
): readonly Edit[] {
  const field = (column.key === 'when' ? 'timing' : column.key) as DutyField
  const taken = readers[column.key]!(text, duty, reading)
  if (typeof taken === 'string') return [issue(at, taken)]
  return same(taken.value, duty[field])
    ? []
    : [{ kind: 'duty', at, activity: activity.id, index, field, value: taken.value }]
}

function optional(text: string, before: string | undefined, answers: AnswerSets): Taken {
  return { value: text === '' ? undefined : restoredAmong(before ?? '', text, answers) }
}

function readKind(text: string, { kind }: Duty): Taken {
  const word = text.toLowerCase()
  if (word === 'pays') return { value: 'pays' }
  if (word === 'does') return { value: kind === 'pays' ? undefined : kind }
  return 'write "does" or "pays"'
}

function readWhen(text: string, { timing }: Duty, sets: AnswerSets): Taken {
  if (text === '') return { value: undefined }
  const answers = timing === undefined ? sets[0] : nearestAnswers(sets, (known) => fill(sayTiming(timing), known), text)
  if (timing !== undefined && plain(fill(sayTiming(timing), answers)) === plain(text)) return { value: timing }
  const parsed = parseTiming(text)
  return parsed === undefined
    ? `"${text}" is not a time that can be read; ${timingsExplained}`
    : { value: restoredTiming(timing, parsed, answers) }
}
