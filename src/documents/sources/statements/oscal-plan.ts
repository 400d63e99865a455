// OSCAL system security plan, 1.0 to 1.2: what a provider exports, or what a client inherits and does itself.
import type { SourceDocument } from '../../../core/claims/source-document.ts'
import { castOf } from './oscal-cast.ts'
import { catalogIssue, metadataOf } from './oscal-metadata.ts'
import { requirementAt, statementsOf } from './oscal-statements.ts'
import type { Requirement } from './oscal-statements.ts'
import { unitAt } from './oscal-unit.ts'
import type { Unit } from './oscal-unit.ts'
import type { Role } from './oscal-verdict.ts'
import { sourceOf } from './source-of.ts'
import { groupAt, groupsAt, held, isGroup, rootOf, textAt } from './spot.ts'
import type { Group } from './spot.ts'

/** With its name around it, or the plan alone. */
export function readSecurityPlan(value: unknown): SourceDocument | undefined {
  const group = planIn(value)
  if (group === undefined) return undefined
  const root = rootOf(group)
  const cast = castOf(root)
  const implementation = groupAt(root, 'control-implementation')
  const imported = groupAt(root, 'import-profile')
  if (imported !== undefined) catalogIssue(imported, textAt(imported, 'href'))
  const requirements = (
    implementation === undefined ? [] : groupsAt(implementation, 'implemented-requirements', 'control-id')
  ).map((spot) => requirementAt(spot, (one, key) => unitAt(one, key, cast)))
  const role = roleOf(requirements, cast.leveraged.size > 0)
  const statements = requirements.flatMap((requirement) => statementsOf(requirement, { role, cast }))
  return sourceOf({ format: 'oscal-ssp', statements, ...metadataOf(root) }, root.log.issues)
}

function planIn(value: unknown): Group | undefined {
  if (!isGroup(value)) return undefined
  const named = held(value, 'system-security-plan')
  if (isGroup(named)) return named
  return isGroup(held(value, 'control-implementation')) && held(value, 'system-characteristics') !== undefined
    ? value
    : undefined
}

/** Who exports, or speaks of service provider and customer, is a provider, whomever it leans on itself. */
function roleOf(requirements: readonly Requirement[], leans: boolean): Role {
  const units = requirements.flatMap(({ whole, statements }) => [whole, ...statements])
  if (units.some(actsAsProvider)) return 'provider'
  return leans || units.some(leansOnOthers) ? 'client' : undefined
}

function actsAsProvider({ said, shares }: Unit): boolean {
  return said.asProvider || shares.some(({ exported }) => exported)
}

function leansOnOthers({ said, shares }: Unit): boolean {
  return said.sides.has('inherited') || shares.length > 0
}
