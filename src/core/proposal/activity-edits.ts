// What the sheet "Activities" proposes: titles, shared details, who is accountable, parts, rows more and rows less.
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import { splitReference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayList } from '../naming.ts'
import { rowIds } from '../workbook/row-id.ts'
import { changedRows, derivedChanges } from './changed-cells.ts'
import type { ChangedCell, Reading } from './changed-cells.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'
import { newActivities } from './new-activity.ts'
import { partEdits } from './part-edits.ts'
import { noSuchParty, partyNamed } from './party-named.ts'
import { restoredAmong } from './restore-placeholders.ts'

/** Where the workbook shows one framework, with a note of the others that the row serves. */
function removal(activity: Activity, { sheet }: Frame, { subject: { framework, context } }: Reading): readonly Edit[] {
  const at = `${sheet.name}, the deleted row of "${activity.title}"`
  const served = new Set(activity.covers.map((cover) => splitReference(coverRef(cover)).framework))
  const others = [...served].filter((id) => id !== framework).map((id) => context.frameworks.get(id)?.title ?? id)
  const removed: Edit = { kind: 'activity removed', at, activity: activity.id }
  if (framework === undefined || others.length === 0) return [removed]
  const message = `${at}: it also serves ${sayList(others)}, which this workbook does not show; with the row, ${others.length === 1 ? 'that framework loses' : 'those frameworks lose'} it too.`
  return [removed, { kind: 'note', message }]
}

const derived = {
  topic: 'change it in the matrix',
  status: 'change what it is derived from: the white cells of the row, or an answer on the sheet "Questions"',
}

export function activityEdits(frame: Frame, reading: Reading): readonly Edit[] {
  const { matrix } = reading.subject
  const activities = new Map(matrix.activities.map((activity) => [rowIds.activity(activity.id), activity]))
  return [
    ...frame.problems,
    ...changedRows(frame, reading).flatMap((changed) => {
      const activity = activities.get(changed.base.id)!
      return [
        ...changed.problems,
        ...changed.cells.flatMap((cell) => fieldEdits(cell, activity, reading)),
        ...partEdits(changed, activity, reading),
      ]
    }),
    ...derivedChanges(frame, reading, derived),
    ...frame.gone.flatMap(({ id }) => removal(activities.get(id)!, frame, reading)),
    ...newActivities(frame, reading),
  ]
}

function fieldEdits({ at, text, column }: ChangedCell, activity: Activity, reading: Reading): readonly Edit[] {
  const whose = { kind: 'activity', at, activity: activity.id } as const
  if (column.key === 'accountable') return [accountableEdit({ at, text }, activity, reading.subject.matrix)]
  if (column.key === 'handoff') {
    const value = text === '' ? undefined : restoredAmong(activity.handoff ?? '', text, reading.answers)
    return [{ ...whose, field: 'handoff', value }]
  }
  if (column.key !== 'title') return []
  return text === ''
    ? [issue(at, 'an activity needs a title; delete the whole row to propose that it goes')]
    : [{ ...whose, field: 'title', value: restoredAmong(activity.title, text, reading.answers) }]
}

function accountableEdit({ at, text }: Pick<ChangedCell, 'at' | 'text'>, activity: Activity, matrix: Matrix): Edit {
  const party = partyNamed(text, matrix)
  if (party === undefined) return issue(at, noSuchParty(text, matrix))
  return {
    kind: 'activity',
    at,
    activity: activity.id,
    field: 'accountable',
    value: party === unassigned ? undefined : party,
  }
}
