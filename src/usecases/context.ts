// What a use case works with: who asks, the database, the clock, and what the library knows.
import type { Actor } from '../core/access/actor.ts'
import type { Context as Knowledge } from '../core/context.ts'
import type { RecordKind } from '../core/record-id.ts'
import type { Template } from '../core/template.ts'
import type { Store } from '../store/store.ts'
import type { RequestKey } from './request-key.ts'
import type { ClaimsDesk } from './claims-desk/claims-desk.ts'
import type { Sealing } from './sealing.ts'
import type { WebhookRules } from './delivery/webhook-target.ts'

export interface Services {
  readonly store: Store
  /** the only clock; milliseconds since 1970 */
  readonly now: () => number
  readonly newId: (kind: RecordKind) => string
  readonly knowledge: Knowledge
  readonly template: Template
  /** where documents of others are read and held against drafts */
  readonly claimsDesk: ClaimsDesk
  /** where people reach this server: `https://demarc.example`, without a slash at the end */
  readonly origin: string
  /** for secrets that must be read again */
  readonly sealing: Sealing
  /** where webhooks may lead; only to the public internet unless told */
  readonly webhookRules?: WebhookRules
}

export interface UseCase extends Services {
  readonly actor: Actor
  /** of the request, where it may be sent twice */
  readonly requestKey?: RequestKey
}
