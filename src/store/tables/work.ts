// Rows for Kysely: documents read and jobs done.

export interface ImportTable {
  readonly tenant_id: string
  readonly import_id: string
  readonly engagement_id: string
  readonly name: string
  readonly party: string
  readonly sha256: string
  readonly version: number
  readonly asked: string
  readonly summary: string
  readonly state: string
  readonly body: string
  readonly made_at: string
  readonly made_by: string
}

export interface ImportPartTable {
  readonly tenant_id: string
  readonly import_id: string
  readonly list: string
  readonly first_entry: number
  readonly entries: number
  readonly kinds: string
  readonly bytes: Uint8Array
}

export interface LayoutTable {
  readonly tenant_id: string
  readonly layout: string
  readonly mapping: string
  readonly changed_at: string
  readonly changed_by: string
}

export interface JobTable {
  readonly tenant_id: string
  readonly job_id: string
  readonly engagement_id: string | null
  readonly kind: string
  readonly asked: string
  readonly state: string
  readonly progress: number
  readonly attempts: number
  readonly taken_until: string | null
  readonly lease: string | null
  readonly failure: string | null
  readonly told: string | null
  readonly text_digest: string | null
  readonly text_at: string | null
  readonly result_name: string | null
  readonly result_type: string | null
  readonly result_size: number | null
  readonly made_at: string
  readonly made_by: string
  readonly ended_at: string | null
}

export interface JobResultTable {
  readonly tenant_id: string
  readonly job_id: string
  readonly bytes: Uint8Array
}

export interface PastHeadTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly version: number
  readonly head: string
  readonly ended_at: string
}
