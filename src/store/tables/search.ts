// Rows for Kysely: the words of activities. On PostgreSQL `search_rows` has a column `vector`; on SQLite `search_words` is an FTS5 table.
import type { GeneratedAlways } from 'kysely'

export interface SearchEngagementTable {
  readonly number: GeneratedAlways<number>
  readonly tenant_id: string
  readonly engagement_id: string
  readonly rows: number
}

export interface SearchRowTable {
  readonly doc: number
  readonly tenant_id: string
  readonly engagement_id: string
  readonly activity_id: string
}

export interface SearchWordTable {
  readonly rowid: number
  readonly words: string
  readonly marks: string
}
