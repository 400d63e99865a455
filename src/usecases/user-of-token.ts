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
  const token = await tokens(services, { key: hash, look })
  const now = timeOf(services)
  if (token === undefined || token.withdrawnAt !== undefined || token.endsAt <= now)
    throw new Refusal('unauthenticated', 'this token is not accepted; make a new one')
  const { id, user, scopes, tenant, lastUsedAt } = token
  const before = timeOf(services, -usedEvery)
  if (lastUsedAt === undefined || lastUsedAt <= before)
    await services.store.write(tenant, (scope) => markTokenUsed(scope, { id, at: now, before }))
  return { user, by: `token ${id}`, scopes, tenant }
}
