// A whole text proposed for a draft, saved as what it changes: rows added, changed, removed or moved, and the head.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementAction } from '../core/access/policy.ts'
import { same } from '../core/compare.ts'
import type { ActivityId } from '../core/identifiers.ts'
import { readDocument } from '../core/matrix-document.ts'
import type { Matrix } from '../core/matrix.ts'
import { figuresAfter, figuresOf } from '../core/portfolio-figures.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { insertActivities, replaceActivity } from '../store/activities.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { lockEngagement, saveEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { endActivity, moveActivity, newestPastVersion } from '../store/row-changes.ts'
import type { UseCase } from './context.ts'
import { heldMatrix, remember } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'
import { transact } from './transact.ts'
import type { Change, Happening } from './transact.ts'

export interface Draft extends HeldMatrix {
  readonly engagement: EngagementRecord
  readonly change: Change
}

export interface Proposed<T> {
  readonly matrix: Matrix
  /** why it changes: recorded before the single changes */
  readonly because: Omit<Happening, 'engagement'>
  readonly answer: T
}

export interface Applied<T> {
  readonly answer: T
  /** of the draft as it is now */
  readonly version: number
}

/** `decide` sees what stands there now, and refuses what cannot be done with it. */
export async function applyProposal<T>(
  ctx: UseCase,
  { id, action }: { readonly id: EngagementId; readonly action: EngagementAction },
  decide: (draft: Draft) => Promise<Proposed<T>>,
): Promise<Applied<T>> {
  const { held, answer } = await transact(ctx, async (change) => {
    const engagement = await lockEngagement(change, id)
    authorizeIn(ctx.actor, action, engagement)
    const before = await heldMatrix(change, engagement)
    const proposed = await decide({ ...before, engagement, change })
    change.record({ ...proposed.because, engagement: id })
    const after = checked(proposed.matrix, ctx)
    return { answer: proposed.answer, held: await saved(ctx, { ...before, engagement, change }, after) }
  })
  remember(ctx.actor.tenant, { id }, held)
  return { answer, version: held.version }
}

function checked(matrix: Matrix, { knowledge }: UseCase): Matrix {
  const read = readDocument(matrix, knowledge)
  if (!read.ok) throw new Refusal('invalid', 'these changes make no matrix that holds together', read.issues)
  return matrix
}

async function saved(ctx: UseCase, { engagement, change, ...before }: Draft, matrix: Matrix): Promise<HeldMatrix> {
  const { id } = engagement
  const { activities: _, ...head } = matrix
  const sameHead = same(engagement.head, head)
  const records = await recordsAfter(before, matrix, { change, id, by: ctx.actor.user })
  if (sameHead && sameRecords(before.records, records)) return before
  await saveRows(change, id, { before: before.records, after: records, by: ctx.actor.user })
  if (!sameHead)
    change.record({
      kind: 'engagement.changed',
      subject: id,
      engagement: id,
      body: { before: engagement.head, after: head },
    })
  const after = { ...matrix, activities: [...records.values()].map(({ activity }) => activity) }
  const figures = sameHead
    ? figuresAfter(engagement.figures, { before: before.matrix, after }, ctx.knowledge)
    : figuresOf(after, ctx.knowledge)
  const version = engagement.version + 1
  await saveEngagement(change, { ...engagement, head, version, figures, updatedAt: change.at })
  return { version, matrix: after, records }
}

type Records = ReadonlyMap<ActivityId, ActivityRecord>

async function recordsAfter(
  { records }: Pick<HeldMatrix, 'records'>,
  { activities }: Matrix,
  { change, id, by }: { readonly change: Change; readonly id: EngagementId; readonly by: ActivityRecord['changedBy'] },
): Promise<Records> {
  const made = { changedAt: change.at, changedBy: by }
  const after = new Map<ActivityId, ActivityRecord>()
  for (const [position, activity] of activities.entries()) {
    const was = records.get(activity.id)
    if (was === undefined) {
      const version = (await newestPastVersion(change, id, activity.id)) + 1
      after.set(activity.id, { activity, position, version, ...made })
    } else if (same(was.activity, activity))
      after.set(activity.id, was.position === position ? was : { ...was, position })
    else after.set(activity.id, { activity, position, version: was.version + 1, ...made })
  }
  return after
}

function sameRecords(before: Records, after: Records): boolean {
  return before.size === after.size && [...after].every(([id, record]) => before.get(id) === record)
}

async function saveRows(
  change: Change,
  engagement: EngagementId,
  {
    before,
    after,
    by,
  }: { readonly before: Records; readonly after: Records; readonly by: ActivityRecord['changedBy'] },
): Promise<void> {
  const record = (kind: string, subject: string, body: object) => change.record({ kind, subject, engagement, body })
  for (const [id, row] of before) {
    if (after.has(id)) continue
    await endActivity(change, engagement, { before: row, at: change.at, by })
    record('activity.removed', id, { before: row.activity })
  }
  for (const [id, row] of after) {
    const was = before.get(id)
    if (was === undefined || was === row) continue
    if (was.version === row.version) await moveActivity(change, engagement, row)
    else {
      await replaceActivity(change, engagement, { before: was, after: row })
      record('activity.changed', id, { before: was.activity, after: row.activity })
    }
  }
  const added = [...after.values()].filter(({ activity }) => !before.has(activity.id))
  if (added.length > 0) await insertActivities(change, engagement, added)
  for (const { activity } of added) record('activity.added', activity.id, { after: activity })
}
