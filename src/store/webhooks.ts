// A webhook: where a tenant wants to be told what happens, of which kinds, and the keys that sign it.
import { z } from 'zod'
import type { TenantId, WebhookId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope, SystemScope } from './scope.ts'
import type { WebhookTable } from './tables/delivery.ts'

const Kinds = z.array(z.string()).readonly()
/** Sealed: what opens them is not in the database. */
const Secrets = z.strictObject({
  current: z.string(),
  /** signs as well until then, so that receivers can change over */
  previous: z.strictObject({ secret: z.string(), until: z.string() }).optional(),
})
export type WebhookSecrets = z.infer<typeof Secrets>
const State = z.enum(['active', 'paused', 'removed'])

export interface Webhook {
  readonly tenant: TenantId
  readonly id: WebhookId
  readonly url: string
  /** none: all */
  readonly kinds: readonly string[]
  readonly secrets: WebhookSecrets
  readonly version: number
  readonly state: z.infer<typeof State>
  readonly madeAt: string
  readonly madeBy: string
}

export async function insertWebhook({ sql }: Scope, webhook: Webhook): Promise<void> {
  const { tenant, id, madeAt, madeBy } = webhook
  const made = { tenant_id: tenant, webhook_id: id, made_at: madeAt, made_by: madeBy }
  await sql
    .insertInto('webhooks')
    .values({ ...made, ...changing(webhook) })
    .execute()
}

/** @returns false: somebody changed it since this version was read */
export async function saveWebhook({ sql, tenant }: Scope, webhook: Webhook): Promise<boolean> {
  const { numUpdatedRows: saved } = await sql
    .updateTable('webhooks')
    .set(changing(webhook))
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', webhook.id)
    .where('version', '=', webhook.version - 1)
    .executeTakeFirst()
  return saved > 0n
}

/** Also a removed one, for whose deliveries somebody looks. */
export async function findWebhook({ sql, tenant }: Scope, id: WebhookId): Promise<Webhook | undefined> {
  const row = await sql
    .selectFrom('webhooks')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : webhookOf(row)
}

/** Of all tenants, those that still sign. */
export async function webhooksOfAll({ sql }: SystemScope): Promise<readonly Webhook[]> {
  const rows = await sql.selectFrom('webhooks').selectAll().where('state', '<>', 'removed').execute()
  return rows.map(webhookOf)
}

/** A tenant has few; a limit holds it to that. */
export async function listWebhooks({ sql, tenant }: Scope): Promise<readonly Webhook[]> {
  const rows = await sql
    .selectFrom('webhooks')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('state', '<>', 'removed')
    .orderBy('webhook_id')
    .execute()
  return rows.map(webhookOf)
}

function changing({ url, kinds, secrets, version, state }: Webhook) {
  return { url, kinds: JSON.stringify(kinds), secret: JSON.stringify(secrets), version, state }
}

function webhookOf(row: WebhookTable): Webhook {
  return {
    tenant: row.tenant_id as TenantId,
    id: row.webhook_id as WebhookId,
    url: row.url,
    kinds: jsonIn(row.kinds, Kinds),
    secrets: jsonIn(row.secret, Secrets),
    version: row.version,
    state: State.parse(row.state),
    madeAt: row.made_at,
    madeBy: row.made_by,
  }
}
