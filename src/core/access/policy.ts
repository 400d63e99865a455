// Who may do what: role × action × state of the engagement, as one table. Every use case asks it; nothing else decides.

export const roles = ['owner', 'editor', 'viewer', 'signatory', 'reviewer', 'assessor'] as const
export type Role = (typeof roles)[number]

export const states = ['draft', 'archived'] as const
export type EngagementState = (typeof states)[number]

type When = 'always' | readonly EngagementState[]
type Rights = Readonly<Partial<Record<Role, When>>>

const msp = { owner: 'always', editor: 'always', viewer: 'always' } as const
const editors = { owner: 'always', editor: 'always' } as const
const owner = { owner: 'always' } as const
const everyone = { ...msp, signatory: 'always', reviewer: 'always', assessor: 'always' } as const
const inDraft = ['draft'] as const

/** What concerns no engagement: only the MSP's own people have a part in it. */
export const tenantActions = {
  'tenant.read': msp,
  'tenant.configure': owner,
  'people.read': msp,
  'people.manage': owner,
  'client.read': msp,
  'client.edit': editors,
  'portfolio.read': msp,
  search: msp,
  'catalogue.read': msp,
  'catalogue.edit': editors,
  'engagement.create': editors,
  'template.read': msp,
  'template.edit': editors,
  'token.own': msp,
  'events.read': msp,
  'outbox.read': owner,
  'webhook.manage': owner,
} as const satisfies Readonly<Record<string, Rights>>

/** What concerns one engagement: people of the client and assessors have a part only in those they were let into. */
export const engagementActions = {
  'engagement.read': everyone,
  'engagement.archive': editors,
  'matrix.edit': { owner: inDraft, editor: inDraft },
  'template.compare': msp,
  'history.read': everyone,
  'revision.make': { owner: inDraft, editor: inDraft },
  'revision.read': everyone,
  export: everyone,
  'claims.read': msp,
  'claims.import': { owner: inDraft, editor: inDraft },
  'guests.manage': editors,
} as const satisfies Readonly<Record<string, Rights>>

export type TenantAction = keyof typeof tenantActions
export type EngagementAction = keyof typeof engagementActions
export type Action = TenantAction | EngagementAction

const all: Readonly<Record<Action, Rights>> = { ...tenantActions, ...engagementActions }

/** @param state of the engagement that the action concerns; none where it concerns none */
export function may(role: Role, action: Action, state?: EngagementState): boolean {
  const when = all[action][role]
  if (when === undefined) return false
  return when === 'always' || (state !== undefined && when.includes(state))
}
