// Who comes by a token. Unknown, withdrawn and expired are one answer, after the same look into the database.
import { Refusal } from '../core/refusal.ts'
import { markTokenUsed, tokenBySecret } from '../store/tokens.ts'
import type { Services } from './context.ts'
import { keptBriefly } from './kept-briefly.ts'
import { hashOf } from './secret.ts'
import { timeOf } from './time-of.ts'
import type { Caller } from './who-acts.ts'

/** How exactly a person learns when their token was last used. */
const usedEvery = 60_000

const tokens = keptBriefly<Awaited<ReturnType<typeof tokenBySecret>>>()

export async function userOfToken(services: Services, secret: string): Promise<Caller> {
  const hash = hashOf(secret)
  const look = () => services.store.readSystem((scope) => tokenBySecret(scope, hash))
  const token = accepted(await tokens(services, { key: hash, look }), timeOf(services))
  const { id, lastUsedAt, tenant } = token
  const now = timeOf(services)
  const before = timeOf(services, -usedEvery)
  if (lastUsedAt === undefined || lastUsedAt <= before)
    await services.store.write(tenant, (scope) => markTokenUsed(scope, { id, at: now, before }))
  return callerBy(token)
}

/** The same as it stands in the database at this moment, and its end; that it was used is not noted. */
export async function tokenNow(
  { store, now }: Pick<Services, 'store' | 'now'>,
  secret: string,
): Promise<{ readonly caller: Caller; readonly until: string }> {
  const found = await store.readSystem((scope) => tokenBySecret(scope, hashOf(secret)))
  const token = accepted(found, timeOf({ now }))
  return { caller: callerBy(token), until: token.endsAt }
}

type Found = NonNullable<Awaited<ReturnType<typeof tokenBySecret>>>

function accepted(token: Found | undefined, now: string): Found {
  if (token === undefined || token.withdrawnAt !== undefined || token.endsAt <= now)
    throw new Refusal('unauthenticated', 'this token is not accepted; make a new one')
  return token
}

function callerBy({ id, user, scopes, tenant }: Found): Caller {
  return { user, by: `token ${id}`, scopes, tenant }
}
