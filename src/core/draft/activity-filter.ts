// Which activities a reader asks to see: by party, framework, topic, why they are open, and words.
import { accountableParties, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Coverage } from '../coverage.ts'
import { reasons } from '../gap.ts'
import type { Reason } from '../gap.ts'
import type { ActivityId } from '../identifiers.ts'
import { splitReference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { fill, textsOf } from '../placeholder.ts'

export const openReasons = ['any', ...reasons] as const

export interface ActivityFilter {
  readonly party?: string | undefined
  readonly framework?: string | undefined
  readonly topic?: string | undefined
  /** any: whatever keeps an objective open that it serves */
  readonly open?: (typeof openReasons)[number] | undefined
  /** every one of them, whatever the case, in any of its sentences */
  readonly words?: string | undefined
}

/** @param proofOf asked for only where the filter needs the gap proof */
export function matching(matrix: Matrix, filter: ActivityFilter, proofOf: () => Coverage): readonly Activity[] {
  const { party, framework, topic, open, words } = filter
  const rules: ((activity: Activity) => boolean)[] = []
  if (party !== undefined) rules.push((activity) => concerns(activity, party))
  if (framework !== undefined)
    rules.push(({ covers }) => covers.some((cover) => splitReference(coverRef(cover)).framework === framework))
  if (topic !== undefined) rules.push((activity) => activity.topic === topic)
  if (open !== undefined) {
    const why = openFor(matrix, proofOf())
    rules.push(({ id }) => (open === 'any' ? why.has(id) : why.get(id)?.has(open) === true))
  }
  const wanted = (words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length > 0) rules.push((activity) => holds(activity, wanted, matrix.parameters))
  return matrix.activities.filter((activity) => rules.every((rule) => rule(activity)))
}

function concerns(activity: Activity, party: string): boolean {
  return activity.duties.some((duty) => duty.party === party) || accountableParties(activity).includes(party)
}

/** Its own gaps, and those of the objectives that it serves and that no single row causes. */
function openFor({ activities }: Matrix, proof: Coverage): ReadonlyMap<ActivityId, ReadonlySet<Reason>> {
  const why = new Map<ActivityId, Set<Reason>>()
  const shared = new Map<string, Set<Reason>>()
  for (const { target, gaps } of proof.objectives) {
    for (const { activity, reason } of gaps) {
      if (activity === undefined) kept(shared, target.ref).add(reason)
      else kept(why, activity).add(reason)
    }
  }
  for (const { id, covers } of activities)
    for (const cover of covers) for (const reason of shared.get(coverRef(cover)) ?? []) kept(why, id).add(reason)
  return why
}

function kept<Key>(map: Map<Key, Set<Reason>>, key: Key): Set<Reason> {
  const known = map.get(key)
  if (known) return known
  const made = new Set<Reason>()
  map.set(key, made)
  return made
}

function holds(activity: Activity, wanted: readonly string[], parameters: Matrix['parameters']): boolean {
  const { id, title, handoff, covers, duties } = activity
  const said = [id, title, handoff ?? '', ...covers.map(coverRef), ...duties.flatMap(textsOf)]
  const text = said
    .map((one) => fill(one, parameters))
    .join('\n')
    .toLowerCase()
  return wanted.every((word) => text.includes(word))
}
