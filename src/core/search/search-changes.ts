// What a change of a matrix does to the search: the activities whose texts or marks are others now, and those that are gone.
import type { Activity } from '../activity.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { isSearchedAlike, searchedWords } from './searched-words.ts'
import type { SearchedWords } from './searched-words.ts'

export interface SearchChanges {
  readonly gone: readonly ActivityId[]
  readonly changed: ReadonlyMap<ActivityId, SearchedWords>
  readonly added: ReadonlyMap<ActivityId, SearchedWords>
}

/** @param before none: nothing of it is in the search yet; `after` none: nothing of it shall be */
export function searchChanges(before: Matrix | undefined, after: Matrix | undefined): SearchChanges {
  const old = new Map(before?.activities.map((activity) => [activity.id, activity]))
  const left = new Set(after?.activities.map(({ id }) => id))
  const changed = new Map<ActivityId, SearchedWords>()
  const added = new Map<ActivityId, SearchedWords>()
  for (const activity of after?.activities ?? []) {
    const was = old.get(activity.id)
    const words = found(was, before, { activity, after: after! })
    if (words !== undefined) (was === undefined ? added : changed).set(activity.id, words)
  }
  return { gone: [...old.keys()].filter((id) => !left.has(id)), changed, added }
}

/** None: as before. */
function found(
  was: Activity | undefined,
  before: Matrix | undefined,
  { activity, after }: { readonly activity: Activity; readonly after: Matrix },
): SearchedWords | undefined {
  if (was === undefined || before === undefined) return searchedWords(activity, after)
  if (was === activity && before.parties === after.parties && before.parameters === after.parameters) return undefined
  return isSearchedAlike([was, before], [activity, after]) ? undefined : searchedWords(activity, after)
}
