// Rows for Kysely: the MSP’s own services and wording.

export interface OfferingTable {
  readonly tenant_id: string
  readonly offering_id: string
  readonly position: number
  readonly version: number
  readonly body: string
  readonly origin: string | null
  readonly changed_at: string
  readonly changed_by: string
  readonly archived_at: string | null
}

export interface WordingTable {
  readonly tenant_id: string
  readonly activity_id: string
  readonly version: number
  readonly kind: string
  readonly body: string | null
  readonly origin: string | null
  readonly changed_at: string
  readonly changed_by: string
}

export interface TemplateHeadTable {
  readonly tenant_id: string
  readonly version: number
}
