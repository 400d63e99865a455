// Edits that two sheets make of the same thing: the same edit counts once, and of different ones neither is taken.
import { same } from '../compare.ts'
import { plain } from './cell-text.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'

type DutyAdded = Edit & { readonly kind: 'duty added' }

export function settleEdits(edits: readonly Edit[]): readonly Edit[] {
  const removed = new Map(
    edits.flatMap((edit) => (edit.kind === 'activity removed' ? [[edit.activity, edit] as const] : [])),
  )
  const inDuties = edits.filter(isInDuties)
  const others = edits.filter((edit) => !isInDuties(edit))
  const { staying, issues, kept } = withRemovals(inDuties, removed)
  const byDuty = Map.groupBy(staying, (edit) =>
    edit.kind === 'duty added' ? 'added' : `${edit.activity}#${edit.index}`,
  )
  const settled = [...byDuty].flatMap(([key, group]) =>
    key === 'added'
      ? addedOnce(group.filter((edit) => edit.kind === 'duty added'))
      : settleDuty(group.filter((edit) => edit.kind !== 'duty added')),
  )
  return [
    ...others.filter((edit) => edit.kind !== 'activity removed' || !kept.has(edit.activity)),
    ...settled,
    ...issues,
  ]
}

type InDuties = Edit & { readonly kind: 'duty' | 'duty removed' | 'duty added' }

function isInDuties(edit: Edit): edit is InDuties {
  return edit.kind === 'duty' || edit.kind === 'duty removed' || edit.kind === 'duty added'
}

interface Weighed {
  readonly staying: readonly InDuties[]
  readonly issues: readonly Edit[]
  /** activities whose removal is not taken */
  readonly kept: ReadonlySet<string>
}

/** A row that goes takes its duties along; one whose duty was changed elsewhere does not go. */
function withRemovals(
  edits: readonly InDuties[],
  removed: ReadonlyMap<string, Edit & { readonly kind: 'activity removed' }>,
): Weighed {
  const kept = new Set<string>()
  const issues: Edit[] = []
  for (const edit of edits) {
    const removal = removed.get(edit.activity)
    if (removal === undefined || edit.kind === 'duty removed') continue
    kept.add(edit.activity)
    issues.push(
      issue(edit.at, `this duty was changed, but its activity was deleted (${removal.at}); neither was taken`),
    )
  }
  return { staying: edits.filter(({ activity }) => !removed.has(activity)), issues, kept }
}

function settleDuty(edits: readonly (Edit & { readonly kind: 'duty' | 'duty removed' })[]): readonly Edit[] {
  const removals = edits.filter((edit) => edit.kind === 'duty removed')
  const changes = edits.filter((edit) => edit.kind === 'duty')
  if (removals.length > 0 && changes.length > 0)
    return [
      issue(changes[0]!.at, `this duty was changed here and removed elsewhere (${removals[0]!.at}); neither was taken`),
    ]
  if (removals.length > 0) return removals.slice(0, 1)
  return [...Map.groupBy(changes, ({ field }) => field).values()].flatMap(([first, second]) => {
    if (second === undefined || same(first!.value, second.value)) return [first!]
    return [issue(first!.at, `the same duty was changed differently here and in ${second.at}; neither was taken`)]
  })
}

/** A duty that was added on both sheets is one: the row that says more of it. */
function addedOnce(added: readonly DutyAdded[]): readonly DutyAdded[] {
  const once: DutyAdded[] = []
  for (const edit of added) {
    const twin = once.findIndex((other) => sheetOf(other) !== sheetOf(edit) && isTwin(other, edit))
    if (twin < 0) once.push(edit)
    else if (Object.keys(edit.duty).length > Object.keys(once[twin]!.duty).length) once[twin] = edit
  }
  return once
}

function sheetOf({ at }: DutyAdded): string {
  return at.slice(0, at.lastIndexOf('!'))
}

function isTwin(a: DutyAdded, b: DutyAdded): boolean {
  return (
    a.activity === b.activity &&
    a.duty.party === b.duty.party &&
    plain(a.duty.does) === plain(b.duty.does) &&
    same(a.duty.timing, b.duty.timing)
  )
}
