// Composing an engagement again after what it buys or is assessed on changed: which rows come, go or change, and what becomes of edits by hand.
import { apply, compare, same } from '../compare.ts'
import type { Change } from '../compare.ts'
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { composed } from '../composed.ts'
import type { Context } from '../context.ts'
import type { ActivityId } from '../identifiers.ts'
import { splitReference } from '../identifiers.ts'
import type { Engagement } from '../matrix.ts'
import type { Matrix } from '../matrix.ts'
import type { Template } from '../template.ts'

type Aspect = 'reallocation' | 'timing' | 'citation' | 'wording'

export interface RecomposedRow {
  readonly id: ActivityId
  readonly what: 'comes' | 'changes' | 'goes'
  readonly because: string
  /** somebody changed it, or removed it, since the template gave it; or nobody knows that nobody did */
  readonly byHand: boolean
  /** what both the template and somebody changed */
  readonly conflicts: readonly Aspect[]
  /** from the row as it stands to the row as the template gives it now */
  readonly changes: readonly Change[]
  readonly before?: Activity
  readonly after?: Activity
  /** with what somebody changed kept, and taken from the template whatever nobody did; only where that is something else */
  readonly merged?: Activity
}

export interface Known {
  /** as the template gave it last; missing where nobody knows */
  readonly given: ReadonlyMap<ActivityId, Activity>
  /** rows that somebody took out */
  readonly removed: ReadonlySet<ActivityId>
}

export interface Recomposition {
  readonly target: Matrix
  readonly rows: readonly RecomposedRow[]
}

/** Rows of no template stay, and are not named. */
export function recomposition(
  matrix: Matrix,
  known: Known,
  { template, context }: { readonly template: Template; readonly context: Context },
): Recomposition {
  const target = clean(composed(engagementOf(matrix), template, context))
  const now = new Map(matrix.activities.map((activity) => [activity.id, activity]))
  const wanted = new Set(target.activities.map(({ id }) => id))
  const rows = target.activities.flatMap((after): readonly RecomposedRow[] => {
    const before = now.get(after.id)
    if (before === undefined) return [coming(after, known)]
    const row = changing(before, after, { matrix, given: known.given.get(after.id) })
    return row === undefined ? [] : [row]
  })
  const going = matrix.activities
    .filter(({ id, origin }) => origin?.template === template.id && !wanted.has(id))
    .map((before) => leaving(before, { matrix, template, given: known.given.get(before.id) }))
  return { target, rows: [...rows, ...going] }
}

function engagementOf(matrix: Matrix): Engagement {
  const { activities: _, topics: _t, parts: _p, ...engagement } = matrix
  return engagement
}

/** As it is read back: without fields that say nothing. */
function clean(matrix: Matrix): Matrix {
  return JSON.parse(JSON.stringify(matrix)) as Matrix
}

function coming(after: Activity, { removed }: Known): RecomposedRow {
  const byHand = removed.has(after.id)
  return {
    id: after.id,
    what: 'comes',
    because: byHand
      ? `the template has it for ${frameworksOf(after)}; somebody removed it here`
      : `the template has it for ${frameworksOf(after)}, and the matrix does not`,
    byHand,
    conflicts: [],
    changes: [],
    after,
  }
}

interface Base {
  readonly matrix: Matrix
  readonly given: Activity | undefined
}

function changing(before: Activity, after: Activity, { matrix, given }: Base): RecomposedRow | undefined {
  const changes = between(matrix, before, after)
  if (changes.length === 0) return undefined
  if (given === undefined)
    return {
      id: after.id,
      what: 'changes',
      byHand: true,
      changes,
      before,
      after: keeping(before, after),
      because: `${sayAspects(changes)} differ from the template; whether somebody changed them is not known`,
      conflicts: aspectsOf(changes),
    }
  const ours = between(matrix, given, before)
  const theirs = between(matrix, given, after)
  if (theirs.length === 0) return undefined
  const touched = new Set(aspectsOf(ours))
  // One duty more or less is one in each of these: taken together, or not at all.
  const ofDuties: readonly Aspect[] = ['reallocation', 'timing', 'wording']
  if (given.duties.length !== after.duties.length && ofDuties.some((aspect) => touched.has(aspect)))
    for (const aspect of ofDuties) touched.add(aspect)
  const free = theirs.filter(({ kind }) => !touched.has(kind as Aspect))
  const merged = free.length > 0 && ours.length > 0 ? applied(matrix, before, free) : undefined
  return {
    id: after.id,
    what: 'changes',
    changes,
    before,
    after: keeping(before, after),
    because: `the template now gives ${sayAspects(theirs)} otherwise, for what is bought, by whom, and where`,
    byHand: ours.length > 0,
    conflicts: aspectsOf(theirs).filter((aspect) => touched.has(aspect)),
    ...(merged !== undefined && { merged }),
  }
}

function leaving(before: Activity, { matrix, template, given }: Base & { readonly template: Template }): RecomposedRow {
  return {
    id: before.id,
    what: 'goes',
    because: whyGone(before, { matrix, template }),
    byHand: given === undefined || between(matrix, given, before).length > 0,
    conflicts: [],
    changes: [],
    before,
  }
}

function whyGone(
  activity: Activity,
  { matrix, template }: Omit<Base, 'given'> & { readonly template: Template },
): string {
  const chosen = new Set(matrix.frameworks.map(({ id }) => id))
  const asked = activity.covers.some((cover) => chosen.has(splitReference(coverRef(cover)).framework))
  if (!asked) return `no chosen framework asks for it; it served ${frameworksOf(activity)}`
  const root = activity.id.replace(/--[a-z0-9-]+$/, '')
  if (!template.activities.some(({ id }) => id === root)) return 'the template has it no more'
  if (template.activities.some(({ id }) => id === activity.id) || root !== activity.id)
    return 'it is divided over other scopes now, and stands under another name'
  return 'no chosen category asks for it'
}

/** A person’s word that a row was read holds for that wording only. */
function keeping(before: Activity, after: Activity): Activity {
  const { reviewed } = before
  const { origin: _a, ...old } = bare(before)
  const { origin: _b, ...is } = bare(after)
  return reviewed !== undefined && same(old, is) ? { ...after, reviewed } : after
}

function bare(activity: Activity): Activity {
  const { reviewed: _, ...rest } = activity
  return rest
}

/** Where a row came from, and who read it, is no difference. */
function between(matrix: Matrix, a: Activity, b: Activity): readonly Change[] {
  const plain = (activity: Activity) => {
    const { origin: _, ...rest } = bare(activity)
    return { ...matrix, activities: [rest] }
  }
  return compare(plain(a), plain(b))
}

function applied(matrix: Matrix, activity: Activity, changes: readonly Change[]): Activity {
  const { origin, ...rest } = bare(activity)
  const [merged] = apply({ ...matrix, activities: [rest] }, changes).activities
  return { ...merged!, ...(origin !== undefined && { origin }) }
}

function aspectsOf(changes: readonly Change[]): readonly Aspect[] {
  return changes.map(({ kind }) => kind as Aspect)
}

const named: Readonly<Record<Aspect, string>> = {
  reallocation: 'who does it',
  timing: 'the clocks',
  citation: 'what it serves',
  wording: 'the words',
}

function sayAspects(changes: readonly Change[]): string {
  return aspectsOf(changes)
    .map((aspect) => named[aspect])
    .join(', ')
}

function frameworksOf({ covers }: Activity): string {
  return [...new Set(covers.map((cover) => splitReference(coverRef(cover)).framework))].join(', ')
}
