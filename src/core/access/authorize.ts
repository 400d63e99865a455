// Asks the policy for somebody, and refuses in its words: what one may not even see does not exist.
import type { EngagementId } from '../record-id.ts'
import { Refusal } from '../refusal.ts'
import { rolesIn } from './actor.ts'
import type { Actor } from './actor.ts'
import { may, needOf, ofOpenClients } from './policy.ts'
import type { Action, EngagementAction, EngagementState, TenantAction } from './policy.ts'
import { suffices } from './token-scope.ts'

export function authorize(actor: Actor, action: TenantAction): void {
  if (actor.member === undefined || !may(actor.member, action)) throw notYours(action)
  refuseNarrowToken(actor, action)
}

/** Of what is done to one client. */
export function authorizeAt(actor: Actor, action: TenantAction, client: { readonly archivedAt?: string }): void {
  authorize(actor, action)
  if (client.archivedAt !== undefined && ofOpenClients.has(action))
    throw new Refusal('conflict', 'this client is archived; restore it first')
}

/** Call it first with no engagement found: whether it exists, only those learn who may read it. */
export function authorizeIn<T extends { readonly id: EngagementId; readonly state: EngagementState }>(
  actor: Actor,
  action: EngagementAction,
  engagement: T | undefined,
): asserts engagement is T {
  if (engagement === undefined) throw noSuchEngagement()
  const roles = rolesIn(actor, engagement.id)
  if (!roles.some((role) => may(role, 'engagement.read', engagement.state))) throw noSuchEngagement()
  if (!roles.some((role) => may(role, action, engagement.state))) {
    if (!roles.some((role) => may(role, action, 'draft'))) throw notYours(action)
    throw new Refusal('conflict', `this engagement is ${engagement.state}; that can be done in a draft only`)
  }
  refuseNarrowToken(actor, action)
}

function refuseNarrowToken({ scopes }: Actor, action: Action): void {
  const need = needOf(action)
  if (suffices(scopes, need)) return
  const wanted = need === 'session' ? 'sign in to do it' : `use a token with the scope “${need}”`
  throw new Refusal('forbidden', `this token does not allow this (${action}); ${wanted}`)
}

function notYours(action: Action): Refusal {
  return new Refusal('forbidden', `your role does not allow this (${action})`)
}

function noSuchEngagement(): Refusal {
  return new Refusal('not-found', 'there is no such engagement')
}
