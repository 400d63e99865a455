// What the ids of a cell come to together: each requirement once, its objectives as published.
import type { FoundRequirement } from '../claims/requirement-words.ts'
import type { Hit } from './reading.ts'

export function gathered(hits: Iterable<Hit>): readonly FoundRequirement[] {
  const all = [...hits]
  const outright = new Set(
    all.filter(({ part, translatedFrom }) => !part && translatedFrom === undefined).map(({ target }) => target),
  )
  const found = new Map<string, { readonly hit: Hit; readonly objectives: Set<string> }>()
  for (const hit of all) {
    // named by its own id, and whole: another framework's id for it adds nothing
    if (hit.translatedFrom !== undefined && outright.has(hit.target)) continue
    const { target, translatedFrom = '' } = hit
    const key = `${target.framework}\n${target.requirement.id}\n${translatedFrom}`
    const known = found.get(key)
    if (known) for (const id of hit.objectives) known.objectives.add(id)
    else found.set(key, { hit, objectives: new Set(hit.objectives) })
  }
  return [...found.values()].map(({ hit: { target, translatedFrom }, objectives }) => ({
    framework: target.framework,
    requirement: target.requirement.id,
    objectives: target.requirement.objectives.map(({ id }) => id).filter((id) => objectives.has(id)),
    ...(translatedFrom === undefined ? {} : { translatedFrom }),
  }))
}
