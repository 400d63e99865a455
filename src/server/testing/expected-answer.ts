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
const members: ReadonlySet<Role> = new Set(['owner', 'editor', 'viewer'])

interface At {
  readonly state: EngagementState
  /** what is said of something that one may not see */
  readonly unseen?: string
  /** why it cannot be done to what stands there, although one may */
  readonly conflict?: string
  readonly listsEngagements?: true
}

export function expectedFor(kind: Kind, action: Action, at: At): Expected {
  const stranger = strangers[kind.standing]
  if (stranger !== undefined) return stranger
  const byRole = Object.hasOwn(engagementActions, action)
    ? roleInEngagement(kind, action, at)
    : roleInMsp(kind, action, at)
  const refused = byRole ?? tokenFor(kind, action)
  if (refused.status !== undefined || at.conflict === undefined) return refused
  return { status: 409, detail: at.conflict }
}

const strangers: Readonly<Partial<Record<Kind['standing'], Expected>>> = {
  nobody: { status: 401, detail: 'sign in first' },
  withdrawn: { status: 401, detail: 'this token is not accepted; make a new one' },
  stranger: { status: 404, detail: 'there is no such tenant' },
  ended: { status: 404, detail: 'there is no such tenant' },
}

function roleInEngagement({ standing, role }: Kind, action: Action, at: At): Expected | undefined {
  const { state, unseen = 'there is no such engagement' } = at
  if (at.listsEngagements) return undefined
  if (standing === 'elsewhere' || !granted(role, 'engagement.read', state)) return { status: 404, detail: unseen }
  if (table[action].who[role] === undefined) return refusedRole(action)
  if (granted(role, action, state)) return undefined
  return { status: 409, detail: `this engagement is ${state}; that can be done in a draft only` }
}

function roleInMsp({ role }: Kind, action: Action, { state }: At): Expected | undefined {
  return members.has(role) && granted(role, action, state) ? undefined : refusedRole(action)
}

function tokenFor({ scopes }: Kind, action: Action): Expected {
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
