// Every edit of a draft: what shall become of it is decided on what stands there now, then saved whole with its record, or only shown.
import { Activity } from '../core/activity.ts'
import { authorizeIn } from '../core/access/authorize.ts'
import { editedMatrix, headOf } from '../core/draft/draft-edit.ts'
import type { DraftEdit } from '../core/draft/draft-edit.ts'
import { proofEffect } from '../core/draft/proof-effect.ts'
import type { ProofEffect } from '../core/draft/proof-effect.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix, MatrixHead } from '../core/matrix.ts'
import { matrixIssues } from '../core/matrix-references.ts'
import { figuresAfter, figuresOf } from '../core/portfolio-figures.ts'
import type { PortfolioFigures } from '../core/portfolio-figures.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { firstIssues, issuesOf } from '../core/schema-issues.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { keepSearchWords } from '../store/search-words.ts'
import { findStanding, lockStanding, saveEngagement, saveStanding } from '../store/engagements.ts'
import type { EngagementStanding } from '../store/engagements.ts'
import { newestPast } from '../store/past-activities.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { heldMatrix, remember } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'
import { rowsAfter } from './rows-after.ts'
import type { RowsAfter } from './rows-after.ts'
import { saveActivities } from './save-activities.ts'
import { transact } from './transact.ts'
import type { Happening } from './transact.ts'

export interface DraftAsked {
  readonly id: EngagementId
  /** nothing is saved: the answer tells what would be */
  readonly preview?: boolean | undefined
}

export interface Draft extends HeldMatrix {
  readonly engagement: EngagementStanding
  /** for what has to be looked up besides, and saved with it */
  readonly scope: Scope
  /** of this edit: RFC 3339, UTC */
  readonly at: string
}

/** Refuses what cannot be done with what stands there now. */
export type Decide = (draft: Draft) => DraftEdit | Promise<DraftEdit>

export interface Edited {
  readonly version: number
  readonly headVersion: number
  readonly figures: PortfolioFigures
  /** as they are now; without those that only moved */
  readonly activities: readonly ActivityRecord[]
  readonly removed: readonly ActivityId[]
  readonly head?: MatrixHead
  /** of a preview */
  readonly effect?: ProofEffect
}

export function editDraft(ctx: UseCase, { id, preview }: DraftAsked, decide: Decide): Promise<Edited> {
  return preview === true ? previewed(ctx, id, decide) : saved(ctx, id, decide)
}

async function saved(ctx: UseCase, id: EngagementId, decide: Decide): Promise<Edited> {
  const { edited, held } = await transact(ctx, async (change) => {
    const engagement = await lockStanding(change, id)
    authorizeIn(ctx.actor, 'matrix.edit', engagement)
    const draft = { ...(await heldMatrix(change, engagement)), engagement, scope: change, at: change.at }
    const edit = await decide(draft)
    const planned = await plan(ctx, draft, edit)
    for (const one of happenings(edit, planned.rows, draft)) change.record({ ...one, engagement: id })
    if (planned.held.version === draft.version) return planned
    await saveActivities(change, id, { ...planned.rows, by: ctx.actor.user })
    await keepSearchWords(change, engagement, { was: draft.matrix, is: planned.held.matrix })
    const { version, headVersion, figures, head } = planned.edited
    const after = { ...engagement, version, headVersion, figures, updatedAt: change.at }
    await (head === undefined ? saveStanding(change, after) : saveEngagement(change, { ...after, head }))
    return planned
  })
  remember(ctx.actor.tenant, { id }, held)
  return edited
}

function previewed(ctx: UseCase, id: EngagementId, decide: Decide): Promise<Edited> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findStanding(scope, id)
    authorizeIn(ctx.actor, 'matrix.edit', engagement)
    const at = new Date(ctx.now()).toISOString()
    const draft = { ...(await heldMatrix(scope, engagement)), engagement, scope, at }
    const edit = await decide(draft)
    const { edited, held } = await plan(ctx, draft, edit)
    return { ...edited, effect: proofEffect(draft.matrix, held.matrix, ctx.knowledge) }
  })
}

interface Planned {
  readonly edited: Edited
  readonly held: HeldMatrix
  readonly rows: RowsAfter
}

async function plan(ctx: UseCase, draft: Draft, edit: DraftEdit): Promise<Planned> {
  const { engagement, matrix: before, scope, at } = draft
  const matrix = editedMatrix(before, edit)
  refuseStrangers(edit, matrix, ctx)
  const past = await newestPast(
    scope,
    engagement.id,
    (edit.added ?? []).map((activity) => activity.id),
  )
  const rows = rowsAfter(draft, { edit, matrix, past, made: { changedAt: at, changedBy: ctx.actor.user } })
  const figures =
    edit.head === undefined
      ? figuresAfter(engagement.figures, { before, after: matrix }, ctx.knowledge)
      : figuresOf(matrix, ctx.knowledge)
  const version = engagement.version + (isIdle(edit, rows) ? 0 : 1)
  const headVersion = engagement.headVersion + (edit.head === undefined ? 0 : 1)
  return {
    rows,
    held: { version, headVersion, matrix, records: rows.records },
    edited: {
      version,
      headVersion,
      figures,
      activities: [...(edit.changed ?? []), ...(edit.added ?? [])].map((activity) => rows.records.get(activity.id)!),
      removed: edit.removed ?? [],
      ...(edit.head !== undefined && { head: headOf(matrix) }),
    },
  }
}

/** Why something was looked at is recorded also where nothing changed. */
function isIdle({ head }: DraftEdit, { added, changed, removed, moved }: RowsAfter): boolean {
  return head === undefined && [added, changed, removed, moved].every((rows) => rows.length === 0)
}

/** Parties, scopes and frameworks that the engagement does not have; of activities only what is new, unless the head changed. */
function refuseStrangers(edit: DraftEdit, matrix: Matrix, { knowledge }: UseCase): void {
  const fresh = { ...matrix, activities: [...(edit.changed ?? []), ...(edit.added ?? [])] }
  refuseUnkept(fresh)
  const issues = firstIssues(matrixIssues(edit.head === undefined ? fresh : matrix, knowledge))
  if (issues.length > 0) throw new Refusal('invalid', 'this change names what the engagement does not have', issues)
}

/** What was put together of a document’s words may be longer than a matrix keeps; nothing is saved that could not be read again. */
function refuseUnkept({ activities }: Pick<Matrix, 'activities'>): void {
  for (const activity of activities) {
    const read = Activity.safeParse(activity)
    if (read.success) continue
    const issues = issuesOf(read.error, { activities: [activity] }, ['activities', 0])
    throw new Refusal('invalid', 'this change makes what a matrix does not keep', issues)
  }
}

function happenings(edit: DraftEdit, rows: RowsAfter, { engagement, matrix }: Draft): readonly Happening[] {
  const { because, head, order } = edit
  const moved = rows.moved.length > 0 && edit.added === undefined
  return [
    ...(because === undefined ? [] : [because]),
    ...(head === undefined
      ? []
      : [{ kind: head.kind, subject: engagement.id, body: { before: head.before, after: head.after } }]),
    ...rows.removed.map(({ before: { activity }, ended }) => ({
      kind: 'activity.removed',
      subject: activity.id,
      body: { before: activity, ended },
    })),
    ...rows.changed.map(({ before, after }) => ({
      kind: 'activity.changed',
      subject: after.activity.id,
      body: { before: before.activity, after: after.activity },
    })),
    ...rows.added.map(({ activity }) => ({
      kind: edit.restored?.has(activity.id) === true ? 'activity.restored' : 'activity.added',
      subject: activity.id,
      body: { after: activity },
    })),
    ...(moved
      ? [
          {
            kind: 'activities.reordered',
            subject: engagement.id,
            body: { before: matrix.activities.map(({ id }) => id), after: order },
          },
        ]
      : []),
  ]
}
