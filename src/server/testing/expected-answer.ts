// What the policy table says that somebody is answered: worked out here once more, so that the code that asks it is not its own witness.
import { engagementActions, tenantActions } from '../../core/access/policy.ts'
import type { Action, EngagementState, Role } from '../../core/access/policy.ts'
import { tokenScopes } from '../../core/access/token-scope.ts'
import type { Kind } from './walk-world.ts'

export interface Expected {
  /** none: granted */
  readonly status?: number
  readonly detail?: string
}

const table = { ...tenantActions, ...engagementActions }
const members: readonly Role[] = ['owner', 'editor', 'viewer']

/** @param unseen what is said of something that one may not see */
export function expectedFor(
  { standing, role, scopes }: Kind,
  action: Action,
  { state, unseen }: { readonly state: EngagementState; readonly unseen: string },
): Expected {
  if (standing === 'nobody') return { status: 401, detail: 'sign in first' }
  if (standing === 'withdrawn') return { status: 401, detail: 'this token is not accepted; make a new one' }
  if (standing === 'stranger' || standing === 'ended') return { status: 404, detail: 'there is no such tenant' }
  const concernsEngagement = Object.hasOwn(engagementActions, action)
  if (concernsEngagement && (standing === 'elsewhere' || !granted(role, 'engagement.read', state)))
    return { status: 404, detail: unseen }
  if (!concernsEngagement && !members.includes(role)) return refusedRole(action)
  if (table[action].who[role] === undefined) return refusedRole(action)
  if (!granted(role, action, state))
    return { status: 409, detail: `this engagement is ${state}; that can be done in a draft only` }
  const { needs } = table[action]
  if (scopes === undefined) return {}
  if (needs === 'session')
    return { status: 403, detail: `this token does not allow this (${action}); sign in to do it` }
  const widest = Math.max(...scopes.map((scope) => tokenScopes.indexOf(scope)))
  if (widest >= tokenScopes.indexOf(needs)) return {}
  return {
    status: 403,
    detail: `this token does not allow this (${action}); use a token with the scope “${needs}”`,
  }
}

function granted(role: Role, action: Action, state: EngagementState): boolean {
  const when = table[action].who[role]
  return when === 'always' || (when !== undefined && when.includes(state))
}

function refusedRole(action: Action): Expected {
  return { status: 403, detail: `your role does not allow this (${action})` }
}
