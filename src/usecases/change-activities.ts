// Edits of activities, one or many: all of them or none, each against the version that its editor saw.
import type { Activity } from '../core/activity.ts'
import { authorizeIn } from '../core/access/authorize.ts'
import type { Matrix } from '../core/matrix.ts'
import { matrixIssues } from '../core/matrix-references.ts'
import { figuresAfter } from '../core/portfolio-figures.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { firstIssues } from '../core/schema-issues.ts'
import { replaceActivity } from '../store/activities.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { lockEngagement, saveEngagement } from '../store/engagements.ts'
import { keepSearchWords } from '../store/search-words.ts'
import type { UseCase } from './context.ts'
import { heldMatrix, remember } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'
import { transact } from './transact.ts'

export interface ActivityEdit {
  /** the version that the editor saw */
  readonly version: number
  /** the whole activity as it shall be; its id says which */
  readonly activity: Activity
}

/** Lost races are refused together, with each activity as it is now. */
export async function changeActivities(
  ctx: UseCase,
  id: EngagementId,
  edits: readonly ActivityEdit[],
): Promise<readonly ActivityRecord[]> {
  refuseTwice(edits)
  const { changed, held } = await transact(ctx, async (change) => {
    const engagement = await lockEngagement(change, id)
    authorizeIn(ctx.actor, 'matrix.edit', engagement)
    const before = await heldMatrix(change, engagement)
    const pairs = edits.map((edit) => pairOf(edit, before, { changedAt: change.at, changedBy: ctx.actor.user }))
    refuseStale(pairs, edits)
    const after = withChanges(
      before,
      engagement.version + 1,
      pairs.map((pair) => pair.after),
    )
    refuseStrangers(edits, after.matrix, ctx)
    for (const pair of pairs) {
      await replaceActivity(change, id, pair)
      const [was, is] = [pair.before.activity, pair.after.activity]
      change.record({ kind: 'activity.changed', subject: is.id, engagement: id, body: { before: was, after: is } })
    }
    await keepSearchWords(change, engagement, { was: before.matrix, is: after.matrix })
    const figures = figuresAfter(engagement.figures, { before: before.matrix, after: after.matrix }, ctx.knowledge)
    await saveEngagement(change, { ...engagement, version: after.version, figures, updatedAt: change.at })
    return { changed: pairs.map((pair) => pair.after), held: after }
  })
  remember(ctx.actor.tenant, { id }, held)
  return changed
}

function refuseTwice(edits: readonly ActivityEdit[]): void {
  const ids = edits.map(({ activity }) => activity.id)
  const twice = ids.find((id, index) => ids.indexOf(id) < index)
  if (twice !== undefined) throw new Refusal('invalid', `"${twice}" is edited twice in one request; send each once`)
  if (ids.length === 0) throw new Refusal('invalid', 'there is nothing to change')
}

interface Pair {
  readonly before: ActivityRecord
  readonly after: ActivityRecord
}

function pairOf(
  { activity }: ActivityEdit,
  held: HeldMatrix,
  made: Pick<ActivityRecord, 'changedAt' | 'changedBy'>,
): Pair {
  const before = held.records.get(activity.id)
  if (before === undefined) throw new Refusal('not-found', `there is no activity "${activity.id}" in this engagement`)
  return { before, after: { activity, position: before.position, version: before.version + 1, ...made } }
}

function refuseStale(pairs: readonly Pair[], edits: readonly ActivityEdit[]): void {
  const stale = pairs.filter(({ before }, index) => before.version !== edits[index]!.version)
  if (stale.length === 0) return
  const names = stale.map(({ before }) => before.activity.id)
  throw new Overtaken(
    `somebody changed ${names.join(', ')} meanwhile; look at what stands there now, then send the change again`,
    stale.map(({ before }) => before),
  )
}

function withChanges(held: HeldMatrix, version: number, changed: readonly ActivityRecord[]): HeldMatrix {
  const records = new Map([...held.records, ...changed.map((record) => [record.activity.id, record] as const)])
  const activities = held.matrix.activities.map(({ id }) => records.get(id)!.activity)
  return { version, matrix: { ...held.matrix, activities }, records }
}

/** Parties and scopes that the engagement does not have. */
function refuseStrangers(edits: readonly ActivityEdit[], matrix: Matrix, { knowledge }: UseCase): void {
  const changed = { ...matrix, activities: edits.map(({ activity }) => activity) }
  const issues = firstIssues(matrixIssues(changed, knowledge))
  if (issues.length > 0) throw new Refusal('invalid', 'this change names what the engagement does not have', issues)
}
