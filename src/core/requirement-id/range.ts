// `3.10.1 – 3.10.6`: what stands between two ids, both ends included.
import { controlScheme, isControlScheme, nameOf, resolveControl } from './control.ts'
import { notOurs, problem } from './reading.ts'
import type { Control, Hit, Reading, Resolved, Scope } from './reading.ts'
import { between } from './safeguard.ts'

export interface Range {
  readonly from: Reading
  readonly to: Reading
}

/** `scopes` are those of either end, in which their own words stand. */
export function resolveRange({ from, to }: Range, scope: Scope, scopes: readonly [Scope, Scope]): Resolved {
  const [start, end] = [from.resolve(scopes[0]), to.resolve(scopes[1])]
  const wrong = [start, end].flatMap((each) => each.problem ?? [])
  if (from.control && to.control) return controlsBetween(from.control, to.control, scope)
  if (wrong.length > 0) return problem(`${wrong.join('; ')}; so the range "${scope.written}" cannot be told`)
  const [one, other] = [start.hits, end.hits]
  if (one.length !== 1 || other.length !== 1 || (one[0]!.translatedFrom ?? other[0]!.translatedFrom))
    return problem(`"${scope.written}": no range runs between such ids; name each`)
  return hitsBetween(one[0]!, other[0]!, scope)
}

function hitsBetween(from: Hit, to: Hit, scope: Scope): Resolved {
  if (!from.part && !to.part) return between({ from: from.target, to: to.target }, scope)
  const ends = [from.objectives, to.objectives].map((ids) => (ids.length === 1 ? ids[0] : undefined))
  if (from.target !== to.target || !from.part || !to.part || ends.includes(undefined))
    return problem(`"${scope.written}": a range of objectives runs within one requirement; name each`)
  const ids = from.target.requirement.objectives.map(({ id }) => id)
  const [start, end] = ends.map((id) => ids.indexOf(id!)) as [number, number]
  if (start > end) return problem(`"${scope.written}" runs backwards; say what is meant`)
  return { hits: [{ target: from.target, objectives: ids.slice(start, end + 1), part: true }] }
}

/** Each control of the range by itself; those that the mapping does not name are said. */
function controlsBetween(from: Control, to: Control, scope: Scope): Resolved {
  const scheme = controlScheme(scope)
  if (!isControlScheme(scheme)) return notOurs(scope.written, scheme)
  if (!countedTogether(from, to))
    return problem(`"${scope.written}" runs from one family or control into another; name each`)
  const [first, last] = [from.enhancement ?? from.number, to.enhancement ?? to.number]
  if (first > last) return problem(`"${scope.written}" runs backwards; say what is meant`)
  const hits: Hit[] = []
  const without: string[] = []
  for (let number = first; number <= last; number += 1) {
    const control = from.enhancement === undefined ? { ...from, number } : { ...from, enhancement: number }
    const resolved = resolveControl(control, scope)
    if (resolved.problem === undefined) hits.push(...resolved.hits)
    else without.push(nameOf(control))
  }
  if (without.length === 0) return { hits }
  return { hits, problem: `"${scope.written}": no requirement here is derived from ${without.join(', ')}` }
}

/** Controls of a family, or the enhancements of one control. */
function countedTogether(from: Control, to: Control): boolean {
  if (from.family !== to.family || from.part || to.part) return false
  if (from.enhancement === undefined || to.enhancement === undefined) return from.enhancement === to.enhancement
  return from.number === to.number
}
