// Who may do what: role × action × state of the engagement, as one table. Every use case asks it; nothing else decides.
import type { Need } from './token-scope.ts'

export const roles = ['owner', 'editor', 'viewer', 'signatory', 'reviewer', 'assessor'] as const
export type Role = (typeof roles)[number]

export const states = ['draft', 'archived'] as const
export type EngagementState = (typeof states)[number]

type When = 'always' | readonly EngagementState[]
type Rights = Readonly<Partial<Record<Role, When>>>

interface Rule {
  readonly who: Rights
  readonly needs: Need
}

const msp = { owner: 'always', editor: 'always', viewer: 'always' } as const
const editors = { owner: 'always', editor: 'always' } as const
const owner = { owner: 'always' } as const
const client = { signatory: 'always', reviewer: 'always' } as const
const everyone = { ...msp, ...client, assessor: 'always' } as const
const editorsInDraft = { owner: ['draft'], editor: ['draft'] } as const

/** What concerns no engagement: only the MSP's own people have a part in it. */
export const tenantActions = {
  'tenant.read': reads(msp),
  'tenant.configure': manages(owner),
  'people.read': reads(msp),
  'people.manage': manages(owner),
  'people.leave': inPerson(msp),
  'client.read': reads(msp),
  'client.edit': writes(editors),
  'client.archive': writes(editors),
  'contact.remove': writes(editors),
  'portfolio.read': reads(msp),
  search: reads(msp),
  'catalogue.read': reads(msp),
  'catalogue.edit': writes(editors),
  'engagement.create': writes(editors),
  'template.read': reads(msp),
  'template.edit': writes(editors),
  'token.own': inPerson(msp),
  'token.manage': manages(owner),
  'events.read': reads(msp),
  'outbox.read': manages(owner),
  'outbox.manage': manages(owner),
  'webhook.manage': manages(owner),
} as const satisfies Readonly<Record<string, Rule>>

/** What concerns one engagement: people of the client and assessors have a part only in those they were let into. */
export const engagementActions = {
  'engagement.read': reads(everyone),
  'engagement.archive': writes(editors),
  'matrix.edit': writes(editorsInDraft),
  'template.compare': reads(msp),
  'history.read': reads(everyone),
  'revision.make': writes(editorsInDraft),
  'revision.read': reads(everyone),
  export: reads(everyone),
  'claims.read': reads(msp),
  'claims.import': writes(editorsInDraft),
  'guests.read': reads({ ...msp, ...client }),
  'guests.manage': manages(editorsInDraft),
  'guests.end': manages(editors),
} as const satisfies Readonly<Record<string, Rule>>

/** What a client takes only while it is not archived; everything else it takes always. */
export const ofOpenClients: ReadonlySet<keyof typeof tenantActions> = new Set(['client.edit'])

export type TenantAction = keyof typeof tenantActions
export type EngagementAction = keyof typeof engagementActions
export type Action = TenantAction | EngagementAction

const all: Readonly<Record<Action, Rule>> = { ...tenantActions, ...engagementActions }

/** @param state of the engagement that the action concerns; none where it concerns none */
export function may(role: Role, action: Action, state?: EngagementState): boolean {
  const when = all[action].who[role]
  if (when === undefined) return false
  return when === 'always' || (state !== undefined && when.includes(state))
}

export function needOf(action: Action): Need {
  return all[action].needs
}

function reads(who: Rights): Rule {
  return { who, needs: 'read' }
}

function writes(who: Rights): Rule {
  return { who, needs: 'write' }
}

function manages(who: Rights): Rule {
  return { who, needs: 'manage' }
}

/** Whoever found a token must not be able to make others of it. */
function inPerson(who: Rights): Rule {
  return { who, needs: 'session' }
}
