// Rows for Kysely: the words of activities. `vector` stands on PostgreSQL only; on SQLite the whole is an FTS5 table.

export interface SearchWordTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly activity_id: string
  readonly title: string
  readonly words: string
}
