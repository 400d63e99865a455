// The matrix with the edits in it; whatever its schema refuses is an issue and stays out.
import type { z } from 'zod'
import { Activity } from '../activity.ts'
import { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { issuesOf } from '../schema-issues.ts'
import { Text } from '../text.ts'
import { issue } from './edit.ts'
import type { ActivityField, DutyField, Edit } from './edit.ts'

export interface EditedMatrix {
  readonly matrix: Matrix
  readonly issues: readonly Edit[]
}

type Of<Kind extends Edit['kind']> = Edit & { readonly kind: Kind }

export function editedMatrix(base: Matrix, edits: readonly Edit[]): EditedMatrix {
  const issues: Edit[] = []
  const fits = (edit: Edit): boolean => {
    const fault = faultOf(edit)
    if (fault !== undefined) issues.push(fault)
    return fault === undefined
  }
  const taken = edits.filter(fits)
  const gone = new Set(taken.flatMap((edit) => (edit.kind === 'activity removed' ? [edit.activity] : [])))
  const byActivity = Map.groupBy(taken, (edit) =>
    'activity' in edit && typeof edit.activity === 'string' ? edit.activity : '',
  )
  const added = taken.flatMap((edit) => (edit.kind === 'activity added' ? [edit.activity] : []))
  const activities = [...base.activities.filter(({ id }) => !gone.has(id)), ...added].map((activity) => {
    const own = byActivity.get(activity.id)
    return own === undefined ? activity : editedActivity(activity, own, base)
  })
  return { matrix: { ...base, parameters: answered(base, taken), activities }, issues }
}

const DutyFields: Readonly<Record<DutyField, z.ZodType>> = Duty.shape
const ActivityFields: Readonly<Record<ActivityField, z.ZodType>> = Activity.shape

/** What the schema has against it. */
function faultOf(edit: Edit): Edit | undefined {
  if (edit.kind === 'duty') return refusal(edit.at, DutyFields[edit.field], edit.value)
  if (edit.kind === 'activity') return refusal(edit.at, ActivityFields[edit.field], edit.value)
  if (edit.kind === 'duty added') return refusal(edit.at, Duty, edit.duty)
  if (edit.kind === 'activity added') return refusal(edit.at, Activity, edit.activity)
  return edit.kind === 'answer' ? refusal(edit.at, Text.optional(), edit.value) : undefined
}

function refusal(at: string, schema: z.ZodType, value: unknown): Edit | undefined {
  const parsed = schema.safeParse(value)
  if (parsed.success) return undefined
  const [first] = issuesOf(parsed.error, value)
  const where = first === undefined || first.at === 'the document' ? '' : `${first.at}: `
  return issue(at, `${where}${first?.message ?? 'the matrix does not take it'}`)
}

function editedActivity(activity: Activity, edits: readonly Edit[], matrix: Matrix): Activity {
  const fields = edits.filter((edit): edit is Of<'activity'> => edit.kind === 'activity')
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'duty removed' ? [edit.index] : [])))
  const changes = Map.groupBy(
    edits.filter((edit): edit is Of<'duty'> => edit.kind === 'duty'),
    ({ index }) => index,
  )
  const duties = activity.duties
    .map((duty, index) => editedDuty(duty, changes.get(index) ?? [], matrix))
    .filter((_, index) => !removed.has(index))
  const added = edits.flatMap((edit) => (edit.kind === 'duty added' ? [edit.duty] : []))
  return withFields({ ...activity, duties: [...duties, ...added] }, fields)
}

function editedDuty(duty: Duty, edits: readonly Of<'duty'>[], matrix: Matrix): Duty {
  const edited = withFields(duty, edits)
  return edited.party === duty.party ? edited : moved(edited, matrix)
}

/** What rests on who did it does not go along: another's promise, an offering that the new party does not deliver. */
function moved(whole: Duty, { offerings }: Matrix): Duty {
  const { offering, basis: _, ...duty } = whole
  const delivers = offerings.some(({ id, by }) => id === offering && by === duty.party)
  return offering !== undefined && delivers ? { ...duty, offering } : duty
}

function withFields<T extends object>(
  whole: T,
  edits: readonly { readonly field: string; readonly value: unknown }[],
): T {
  const changed = { ...whole, ...Object.fromEntries(edits.map(({ field, value }) => [field, value])) }
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) as T
}

export function answered({ parameters }: Matrix, edits: readonly Edit[]): Matrix['parameters'] {
  const answers = new Map(Object.entries(parameters))
  for (const edit of edits) {
    if (edit.kind !== 'answer') continue
    if (edit.value === undefined) answers.delete(edit.name)
    else answers.set(edit.name, edit.value)
  }
  return Object.fromEntries(answers)
}
