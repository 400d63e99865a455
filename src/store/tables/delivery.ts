// Rows for Kysely: what leaves: mail and webhooks; what was answered.

export interface SystemMessageTable {
  readonly message_id: string
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly state: string
  readonly attempts: number
  readonly next_at: string
  readonly taken_until: string | null
  readonly failure: string | null
  readonly made_at: string
  readonly sent_at: string | null
}

export interface MessageTable extends SystemMessageTable {
  readonly tenant_id: string
}

export interface WebhookTable {
  readonly tenant_id: string
  readonly webhook_id: string
  readonly url: string
  readonly kinds: string
  readonly secret: string
  readonly version: number
  readonly state: string
  readonly made_at: string
  readonly made_by: string
}

export interface DeliveryTable {
  readonly tenant_id: string
  readonly delivery_id: string
  readonly webhook_id: string
  readonly event_seq: number
  readonly state: string
  readonly attempts: number
  readonly next_at: string
  readonly taken_until: string | null
  readonly status: number | null
  readonly failure: string | null
  readonly made_at: string
  readonly sent_at: string | null
}

export interface AnswerGivenTable {
  readonly tenant_id: string
  readonly user_id: string
  readonly idempotency_key: string
  readonly request_sha256: string
  readonly state: string
  readonly status: number | null
  readonly headers: string | null
  readonly body: string | null
  readonly made_at: string
}
