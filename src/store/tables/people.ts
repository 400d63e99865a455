// Rows for Kysely: who was let in: seats, invitations, tokens.

export interface SeatTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly user_id: string
  readonly role: string
  readonly ends_at: string | null
  readonly created_at: string
  readonly created_by: string
}

export interface InvitationTable {
  readonly tenant_id: string
  readonly invitation_id: string
  readonly email: string
  readonly role: string
  readonly engagement_id: string | null
  readonly seat_ends_at: string | null
  readonly secret_sha256: string
  readonly created_at: string
  readonly created_by: string
  readonly ends_at: string
  readonly state: string
  readonly settled_at: string | null
  readonly settled_by: string | null
}

export interface TokenTable {
  readonly tenant_id: string
  readonly token_id: string
  readonly user_id: string
  readonly name: string
  readonly secret_sha256: string
  readonly scopes: string
  readonly created_at: string
  readonly ends_at: string
  readonly last_used_at: string | null
  readonly withdrawn_at: string | null
}
