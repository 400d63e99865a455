// The rows of every table, for Kysely. Times are RFC 3339 in UTC.
export interface Tables {
  readonly schema_versions: SchemaVersionTable
  readonly tenants: TenantTable
  readonly clients: ClientTable
}

interface SchemaVersionTable {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

interface TenantTable {
  readonly tenant_id: string
  readonly name: string
  /** JSON */
  readonly settings: string
  readonly created_at: string
}

export interface ClientTable {
  readonly tenant_id: string
  readonly client_id: string
  readonly name: string
  /** for the order of a list: small letters */
  readonly name_key: string
  readonly note: string | null
  readonly version: number
  readonly created_at: string
  readonly archived_at: string | null
}
