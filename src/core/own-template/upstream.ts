// The library's wording went on under the MSP's own: what the library changed since, what the MSP changed, and where both did.
import type { Activity } from '../activity.ts'
import { changedActivity, compareActivities, same } from '../compare.ts'
import type { Aspect, Change } from '../compare.ts'
import type { Template } from '../template.ts'
import type { Wording } from './own-template.ts'

export interface Upstream {
  readonly id: string
  readonly kind: 'worded' | 'left-out'
  /** the library's when the wording was made, or last looked at */
  readonly was: Activity
  /** missing: the library has it no more */
  readonly now?: Activity
  /** missing: it is left out */
  readonly ours?: Activity
  readonly byLibrary: readonly Change[]
  readonly byUs: readonly Change[]
  /** what both changed, each otherwise */
  readonly conflicts: readonly Aspect[]
  /** ours with what only the library changed; where nothing conflicts */
  readonly merged?: Activity
}

/** None: the library's is what it was, or the wording is of our own making. */
export function upstreamOf(wording: Wording, now: Activity | undefined): Upstream | undefined {
  if (wording.kind === 'added') return undefined
  const { id, kind, origin: was } = wording
  if (now !== undefined && same(was, now)) return undefined
  const ours = wording.kind === 'worded' ? wording.activity : undefined
  const byLibrary = now === undefined ? [] : compareActivities(was, now)
  const byUs = ours === undefined ? [] : compareActivities(was, ours)
  const conflicts = byLibrary
    .filter(({ kind: aspect, after }) => byUs.some((own) => own.kind === aspect && !same(own.after, after)))
    .map(({ kind: aspect }) => aspect as Aspect)
  const mergeable = now !== undefined && ours !== undefined && conflicts.length === 0
  return {
    id,
    kind,
    was,
    ...(now !== undefined && { now }),
    ...(ours !== undefined && { ours }),
    byLibrary,
    byUs,
    conflicts,
    ...(mergeable && { merged: changedActivity(ours, byLibrary) }),
  }
}

/** In the order in which the library is read; what it has no more comes last. */
export function upstreamList(wordings: readonly Wording[], library: Template): readonly Upstream[] {
  const now = new Map(library.activities.map((activity, index) => [activity.id, { activity, index }]))
  const place = ({ id }: Wording) => now.get(id)?.index ?? now.size
  return wordings
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((wording) => upstreamOf(wording, now.get(wording.id)?.activity) ?? [])
}
