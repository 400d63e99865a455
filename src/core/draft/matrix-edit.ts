// From a matrix to another that somebody proposes: the edit that leads there, with what stays the same left alone.
import { same } from '../compare.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix, MatrixHead } from '../matrix.ts'
import { editedMatrix, headOf } from './draft-edit.ts'
import type { DraftEdit, HeadEdit } from './draft-edit.ts'

/** Empty where they are the same. */
export function matrixEdit(before: Matrix, after: Matrix): DraftEdit {
  const was = new Map(before.activities.map((activity) => [activity.id, activity]))
  const stays = new Set(after.activities.map(({ id }) => id))
  const changed = after.activities.filter(({ id }) => was.has(id)).filter((one) => !same(was.get(one.id)!, one))
  const added = after.activities.filter(({ id }) => !was.has(id))
  const removed = before.activities.map(({ id }) => id).filter((id) => !stays.has(id))
  const head = headEdit(headOf(before), headOf(after))
  const edit = {
    ...(head !== undefined && { head }),
    ...(changed.length > 0 && { changed }),
    ...(added.length > 0 && { added }),
    ...(removed.length > 0 && { removed }),
  }
  const order = idsOf(after)
  return same(idsOf(editedMatrix(before, edit)), order) ? edit : { ...edit, order }
}

function headEdit(before: MatrixHead, after: MatrixHead): HeadEdit | undefined {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof MatrixHead)[]
  const differing = fields.filter((field) => !same(before[field], after[field]))
  if (differing.length === 0) return undefined
  const only = (head: MatrixHead) => Object.fromEntries(differing.map((field) => [field, head[field]]))
  return { head: after, kind: 'engagement.changed', before: only(before), after: only(after) }
}

function idsOf({ activities }: Matrix): readonly ActivityId[] {
  return activities.map(({ id }) => id)
}
