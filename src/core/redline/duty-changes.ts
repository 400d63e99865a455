// What became of an activity's duties, paired as the redline pairs them: one that is gone moves none of the others.
import { same } from '../compare.ts'
import type { Change } from '../compare.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { rowChange } from './row-change.ts'
import type { DutyChange, RowChange } from './row-change.ts'

export interface TouchedDuty {
  readonly became: 'removed' | 'added' | 'changed'
  /** its place in the activity, from 0; null where it does not stand */
  readonly before: number | null
  readonly after: number | null
}

/** What touches a duty, by the kind of change under which it is told; a duty that comes or goes is a reallocation. */
const facets = {
  reallocation: ['party', 'support'],
  timing: ['clock'],
  wording: ['wording'],
} as const

type Aspect = keyof typeof facets

export function isOfDuties({ kind }: Pick<Change, 'kind'>): boolean {
  return Object.hasOwn(facets, kind)
}

/** An activity that stands on both sides. */
export function rowOf(change: Change, a: Matrix, b: Matrix): RowChange {
  const [before, after] = [a, b].map(({ activities }) => activities.find(({ id }) => id === change.activity))
  return rowChange(before!, after!)
}

export function touchedDuties({ kind }: Pick<Change, 'kind'>, row: RowChange): readonly TouchedDuty[] {
  const places = { before: placesIn(row.before.duties), after: placesIn(row.after.duties) }
  return row.duties
    .map((change) => ({ change, place: placed(change, places) }))
    .filter(({ change }) => isTold(change, kind as Aspect))
    .map(({ place }) => place)
}

function isTold(change: DutyChange, aspect: Aspect): boolean {
  if (change.kind !== 'kept') return aspect === 'reallocation'
  return facets[aspect].some((facet) => change.facets.has(facet))
}

type Places = (duty: Duty) => number

function placed(
  change: DutyChange,
  { before, after }: { readonly before: Places; readonly after: Places },
): TouchedDuty {
  if (change.kind === 'new') return { became: 'added', before: null, after: after(change.after) }
  if (change.kind === 'ended') return { became: 'removed', before: before(change.before), after: null }
  return { became: 'changed', before: before(change.before), after: after(change.after) }
}

/** Where each stands; duties that say the same are told one after the other. */
function placesIn(duties: readonly Duty[]): Places {
  const told = new Set<number>()
  return (duty) => {
    const place = duties.findIndex((one, index) => !told.has(index) && same(one, duty))
    told.add(place)
    return place
  }
}

/** For programs: each change with the duties that it touches. */
export function withDuties(changes: readonly Change[], a: Matrix, b: Matrix): readonly unknown[] {
  return changes.map((change) =>
    isOfDuties(change) ? { ...change, duties: touchedDuties(change, rowOf(change, a, b)) } : change,
  )
}
