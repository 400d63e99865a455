// The rows of every table, for Kysely. Times are RFC 3339 in UTC with milliseconds; bodies are JSON.
import type { OfferingTable, TemplateHeadTable, WordingTable } from './tables/catalogue.ts'
import type {
  AnswerGivenTable,
  DeliveryTable,
  MessageTable,
  SystemMessageTable,
  WebhookTable,
} from './tables/delivery.ts'
import type { InvitationTable, SeatTable, TokenTable } from './tables/people.ts'
import type { SearchEngagementTable, SearchRowTable, SearchWordTable } from './tables/search.ts'
import type {
  AccountTable,
  MailedLinkTable,
  PasskeyTable,
  SessionTable,
  SignInLimitTable,
  TwoFactorTable,
  UserTable,
  VerificationTable,
} from './tables/sign-in.ts'
import type {
  ImportPartTable,
  ImportTable,
  JobResultTable,
  JobTable,
  LayoutTable,
  PastHeadTable,
} from './tables/work.ts'

export interface Tables {
  readonly schema_versions: SchemaVersionTable
  readonly tenants: TenantTable
  readonly members: MemberTable
  readonly clients: ClientTable
  readonly contacts: ContactTable
  readonly engagements: EngagementTable
  readonly activities: ActivityTable
  readonly past_activities: PastActivityTable
  readonly revisions: RevisionTable
  readonly events: EventTable
  readonly event_heads: EventHeadTable
  readonly users: UserTable
  readonly sessions: SessionTable
  readonly accounts: AccountTable
  readonly verifications: VerificationTable
  readonly two_factors: TwoFactorTable
  readonly passkeys: PasskeyTable
  readonly mailed_links: MailedLinkTable
  readonly sign_in_limits: SignInLimitTable
  readonly seats: SeatTable
  readonly invitations: InvitationTable
  readonly tokens: TokenTable
  readonly offerings: OfferingTable
  readonly wordings: WordingTable
  readonly template_heads: TemplateHeadTable
  readonly imports: ImportTable
  readonly import_parts: ImportPartTable
  readonly layouts: LayoutTable
  readonly jobs: JobTable
  readonly job_results: JobResultTable
  readonly past_heads: PastHeadTable
  readonly messages: MessageTable
  readonly system_messages: SystemMessageTable
  readonly webhooks: WebhookTable
  readonly deliveries: DeliveryTable
  readonly answers_given: AnswerGivenTable
  readonly search_engagements: SearchEngagementTable
  readonly search_rows: SearchRowTable
  readonly search_words: SearchWordTable
}

interface SchemaVersionTable {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

interface TenantTable {
  readonly tenant_id: string
  readonly name: string
  readonly settings: string
  readonly created_at: string
}

interface MemberTable {
  readonly tenant_id: string
  readonly user_id: string
  readonly role: string
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

export interface ContactTable {
  readonly tenant_id: string
  readonly contact_id: string
  readonly client_id: string
  readonly name: string
  readonly email: string | null
  readonly title: string | null
  readonly phone: string | null
  readonly version: number
}

export interface EngagementTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly client_id: string
  readonly title: string
  readonly title_key: string
  readonly state: string
  /** one more with every change of any part of the matrix */
  readonly version: number
  /** one more with every change of the head */
  readonly head_version: number
  /** the matrix without its activities */
  readonly head: string
  readonly activities: number
  readonly settled: number
  readonly not_applicable: number
  readonly open: number
  /** `PortfolioFigures.ceilings` */
  readonly exposure: string
  /** `~` where none is set */
  readonly next_review: string
  /** ids, each between blanks */
  readonly frameworks: string
  readonly created_at: string
  readonly updated_at: string
}

export interface ActivityTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly activity_id: string
  readonly position: number
  readonly version: number
  readonly given_version: number | null
  readonly body: string
  readonly changed_at: string
  readonly changed_by: string
}

export interface PastActivityTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly activity_id: string
  readonly version: number
  readonly given_version: number | null
  readonly body: string
  readonly changed_at: string
  readonly changed_by: string
  readonly ended_at: string
  readonly ended_by: string
  readonly ended: string
}

interface RevisionTable {
  readonly tenant_id: string
  readonly engagement_id: string
  readonly number: number
  readonly digest: string
  readonly body: Uint8Array
  readonly packed: Uint8Array
  readonly note: string | null
  readonly made_at: string
  readonly made_by: string
  readonly effective: string | null
}

export interface EventTable {
  readonly tenant_id: string
  readonly seq: number
  readonly event_id: string
  readonly at: string
  readonly kind: string
  readonly actor: string
  readonly engagement_id: string | null
  readonly subject: string
  readonly body: string
}

interface EventHeadTable {
  readonly tenant_id: string
  readonly size: number
}
