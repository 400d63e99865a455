// How the objectives of the library are allotted to its activities: each once, whole or in declared parts.
import { coverPart, coverRef } from '../../src/core/activity.ts'
import type { Template } from '../../src/core/template.ts'

export interface Allotment {
  /** each whole objective, or part of one, with the activities that take it */
  readonly takers: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly string[]
}

export function allot(
  { activities, parts }: Pick<Template, 'activities' | 'parts'>,
  known: readonly string[],
): Allotment {
  const takers = new Map<string, string[]>()
  for (const { id, covers } of activities) {
    for (const cover of covers) {
      const share = shareName(coverRef(cover), coverPart(cover))
      takers.set(share, [...(takers.get(share) ?? []), id])
    }
  }
  const covered = new Set(activities.flatMap(({ covers }) => covers.map(coverRef)))
  const faults = [
    ...[...takers]
      .filter(([, ids]) => ids.length > 1)
      .map(([share, ids]) => `${share} is taken by ${ids.join(' and ')}`),
    ...[...covered].filter((ref) => !known.includes(ref)).map((ref) => `${ref} is no objective`),
    ...known.filter((ref) => !covered.has(ref)).map((ref) => `${ref} is taken by nobody`),
    ...Object.entries(parts).flatMap(([ref, names]) => partFaults(ref, names, takers)),
    ...activities.flatMap(({ id, covers }) =>
      covers
        .filter((cover) => coverPart(cover) !== undefined && !parts[coverRef(cover)]?.includes(coverPart(cover)!))
        .map((cover) => `${id} takes "${coverPart(cover)}", which is no declared part of ${coverRef(cover)}`),
    ),
  ]
  return { takers, faults }
}

function partFaults(
  ref: string,
  names: readonly string[],
  takers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [
    ...names
      .filter((name) => !takers.has(shareName(ref, name)))
      .map((name) => `the part "${name}" of ${ref} is taken by nobody`),
    ...(takers.has(ref) ? [`${ref} has parts, but ${takers.get(ref)!.join(' and ')} takes the whole`] : []),
    ...(new Set(names).size < names.length ? [`${ref} declares a part twice`] : []),
  ]
}

function shareName(ref: string, part: string | undefined): string {
  return part === undefined ? ref : `${ref} (${part})`
}
