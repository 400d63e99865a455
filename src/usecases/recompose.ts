// An engagement composed again by the template, after what it buys or is assessed on changed: shown first, then taken row by row.
import { authorizeIn } from '../core/access/authorize.ts'
import type { Activity } from '../core/activity.ts'
import { changedHead } from '../core/draft/head-change.ts'
import { headOf } from '../core/draft/draft-edit.ts'
import { recomposition } from '../core/draft/recompose.ts'
import type { RecomposedRow, Recomposition } from '../core/draft/recompose.ts'
import type { DraftEdit, HeadEdit } from '../core/draft/draft-edit.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { findStanding } from '../store/engagements.ts'
import { givenBefore, removalsOf } from '../store/past-activities.ts'
import { seenRows } from './change-activities.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft, DraftAsked, Edited } from './edit-draft.ts'
import { refuseStaleHead } from './engagement-head.ts'
import { heldMatrix } from './held-matrix.ts'
import { tenantTemplate } from './tenant-template.ts'

export interface OfferedRow extends RecomposedRow {
  /** of the row as it stands; null: it does not */
  readonly version: number | null
}

export interface OfferedRows {
  readonly headVersion: number
  readonly rows: readonly OfferedRow[]
}

export interface TakenRow {
  readonly id: ActivityId
  /** as offered */
  readonly version: number | null
  /** template: as the template gives it; merged: with what somebody changed kept; mine: as it stands, so that it is not offered again */
  readonly take: 'template' | 'merged' | 'mine'
}

export function offerRecomposition(ctx: UseCase, id: EngagementId): Promise<OfferedRows> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findStanding(scope, id)
    authorizeIn(ctx.actor, 'engagement.read', engagement)
    const draft = { ...(await heldMatrix(scope, engagement)), engagement, scope }
    const { rows } = await recomposed(ctx, draft)
    return {
      headVersion: engagement.headVersion,
      rows: rows.map((row) => ({ ...row, version: draft.records.get(row.id)?.version ?? null })),
    }
  })
}

/** Rows that nobody chose stay as they are. */
export function takeRecomposition(
  ctx: UseCase,
  asked: DraftAsked,
  { seen, rows }: { readonly seen: number; readonly rows: readonly TakenRow[] },
): Promise<Edited> {
  return editDraft(ctx, asked, async (draft) => {
    refuseStaleHead(draft, seen)
    const offered = await recomposed(ctx, draft)
    const standing = rows.flatMap(({ id, version }) => (version === null ? [] : [{ id, version }]))
    if (standing.length > 0) seenRows(draft, standing)
    const chosen = rows.map((row) => ({ row: offeredRow(offered, row, draft), take: row.take }))
    if (chosen.length === 0) throw new Refusal('invalid', 'there is nothing to change')
    return editOf(chosen, offered, draft)
  })
}

async function recomposed(
  ctx: UseCase,
  { scope, engagement, matrix, records }: Omit<Draft, 'at'>,
): Promise<Recomposition> {
  const untouched = [...records.values()].filter(({ given, version }) => given === version)
  const given = new Map(untouched.map(({ activity }) => [activity.id, activity]))
  for (const [id, activity] of await givenBefore(scope, engagement.id)) given.set(id, activity)
  const { template } = await tenantTemplate(ctx, scope)
  const removed = new Set((await removalsOf(scope, engagement.id)).keys())
  return recomposition(matrix, { given, removed }, { template, context: ctx.knowledge })
}

interface Chosen {
  readonly row: RecomposedRow
  readonly take: TakenRow['take']
}

function offeredRow({ rows }: Recomposition, { id, version, take }: TakenRow, { records }: Draft): RecomposedRow {
  const row = rows.find((one) => one.id === id)
  if (version === null && records.has(id))
    throw new Overtaken(`somebody added ${id} meanwhile; look at what would change now`, [records.get(id)])
  if (row === undefined)
    throw new Refusal('conflict', `composing again would not change "${id}"; look at what it would change now`)
  if (take === 'mine' && row.what !== 'changes')
    throw new Refusal('invalid', `"${id}" ${row.what}: to leave it as it is, do not choose it`)
  if (take === 'merged' && row.merged === undefined)
    throw new Refusal('invalid', `of "${id}" there is no merged row; take the template’s, or leave it`)
  return row
}

function editOf(chosen: readonly Chosen[], { target }: Recomposition, { matrix }: Draft): DraftEdit {
  const of = (what: RecomposedRow['what']) => chosen.filter(({ row }) => row.what === what)
  const added = of('comes').map(({ row }) => row.after!)
  const head = headWith(matrix, target)
  const removed = of('goes').map(({ row }) => row.id)
  return {
    changed: of('changes').map(({ row, take }) => rowsTaken[take](row)),
    bases: new Map(of('changes').flatMap(({ row, take }) => (take === 'template' ? [] : [[row.id, row.after!]]))),
    recomposed: true,
    added,
    removed,
    given: new Set(chosen.filter(({ take }) => take === 'template').map(({ row }) => row.id)),
    ...(added.length > 0 && { order: orderOf({ matrix, removed: new Set(removed), added }, target) }),
    ...(added.length > 0 && head !== undefined && { head }),
  }
}

const rowsTaken: Readonly<Record<TakenRow['take'], (row: RecomposedRow) => Activity>> = {
  template: ({ after }) => after!,
  merged: ({ merged }) => merged!,
  mine: ({ before }) => before!,
}

/** The chapters and parts that new rows stand in. */
function headWith(matrix: Matrix, { topics = [], parts }: Matrix): HeadEdit | undefined {
  const own = (matrix.topics ?? []).filter(({ id }) => !topics.some((topic) => topic.id === id))
  const changed = changedHead(headOf(matrix), {
    ...([...topics, ...own].length > 0 && { topics: [...topics, ...own] }),
    parts: { ...matrix.parts, ...parts },
  })
  return changed && { ...changed, kind: 'engagement.changed' }
}

/** Each new row behind the one that the template has before it. */
function orderOf(
  {
    matrix,
    removed,
    added,
  }: { readonly matrix: Matrix; readonly removed: ReadonlySet<ActivityId>; readonly added: readonly Activity[] },
  target: Matrix,
): readonly ActivityId[] {
  const order = matrix.activities.map(({ id }) => id).filter((id) => !removed.has(id))
  const fresh = new Set(added.map(({ id }) => id))
  let last = -1
  for (const { id } of target.activities) {
    if (fresh.has(id)) {
      last += 1
      order.splice(last, 0, id)
    } else last = Math.max(order.indexOf(id), last)
  }
  return order
}
