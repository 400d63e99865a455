// What was answered to a request that carried an idempotency key: claimed in the transaction of its change, filled in when it is answered.
import { z } from 'zod'
import { jsonIn } from './json-column.ts'
import type { Scope, SystemScope } from './scope.ts'

export interface KeyedRequest {
  readonly user: string
  readonly key: string
  /** of the method, the address and the body */
  readonly sha256: string
}

export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface GivenAnswer {
  readonly sha256: string
  readonly state: 'claimed' | 'answered' | 'withheld'
  readonly answer?: KeptAnswer
  /** what the change was, where its answer is not known */
  readonly did?: unknown
  readonly madeAt: string
}

const Headers = z.record(z.string(), z.string())
const State = z.enum(['claimed', 'answered', 'withheld'])

interface Moment {
  readonly at: string
  /** keys of requests made before this are free again */
  readonly expired: string
}

/** Waits, on PostgreSQL, for a twin whose transaction is not over. @returns whether the key was free */
export async function claimKey(
  { sql, tenant }: Scope,
  { user, key, sha256 }: KeyedRequest,
  { at, expired }: Moment,
): Promise<boolean> {
  const claim = { request_sha256: sha256, state: 'claimed', status: null, headers: null, body: null, made_at: at }
  const row = await sql
    .insertInto('answers_given')
    .values({ tenant_id: tenant, user_id: user, idempotency_key: key, ...claim })
    .onConflict((on) =>
      on
        .columns(['tenant_id', 'user_id', 'idempotency_key'])
        .doUpdateSet(claim)
        .where('answers_given.made_at', '<', expired),
    )
    .returning('made_at')
    .executeTakeFirst()
  return row !== undefined
}

/** What the change was: told to who asks again, should the answer be lost with the process that makes it. */
export async function describeClaim({ sql, tenant }: Scope, { user, key }: KeyedRequest, did: string): Promise<void> {
  await sql
    .updateTable('answers_given')
    .set({ body: did })
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', user)
    .where('idempotency_key', '=', key)
    .execute()
}

export async function findAnswer(
  { sql, tenant }: Scope,
  { user, key }: KeyedRequest,
  expired: string,
): Promise<GivenAnswer | undefined> {
  const row = await sql
    .selectFrom('answers_given')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', user)
    .where('idempotency_key', '=', key)
    .where('made_at', '>=', expired)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { status, headers, body } = row
  const whole = status !== null && headers !== null && body !== null
  const did = status === null && body !== null ? { did: JSON.parse(body) as unknown } : {}
  return {
    sha256: row.request_sha256,
    state: State.parse(row.state),
    madeAt: row.made_at,
    ...did,
    ...(whole && { answer: { status, headers: jsonIn(headers, Headers), body } }),
  }
}

/** @param answer none where it must not be kept */
export async function saveAnswer(
  { sql, tenant }: Scope,
  { user, key, sha256 }: KeyedRequest,
  { answer, at }: { readonly answer: KeptAnswer | undefined; readonly at: string },
): Promise<void> {
  const given = {
    state: answer === undefined ? 'withheld' : 'answered',
    status: answer?.status ?? null,
    headers: answer === undefined ? null : JSON.stringify(answer.headers),
    body: answer?.body ?? null,
  }
  await sql
    .insertInto('answers_given')
    .values({ tenant_id: tenant, user_id: user, idempotency_key: key, request_sha256: sha256, made_at: at, ...given })
    .onConflict((on) => on.columns(['tenant_id', 'user_id', 'idempotency_key']).doUpdateSet(given))
    .execute()
}

export async function forgetAnswers({ sql }: SystemScope, madeBefore: string): Promise<void> {
  await sql.deleteFrom('answers_given').where('made_at', '<', madeBefore).execute()
}
