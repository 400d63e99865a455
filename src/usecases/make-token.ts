// A personal token for the API. Its secret is told once, to the person who made it.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import { tokenScopes } from '../core/access/token-scope.ts'
import type { TokenId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { Moment, Name } from '../core/text.ts'
import { insertToken } from '../store/tokens.ts'
import type { TokenRecord } from '../store/tokens.ts'
import type { UseCase } from './context.ts'
import { holdPeople } from './hold-people.ts'
import { hashOf, newSecret } from './secret.ts'
import { timeOf } from './time-of.ts'
import { transact } from './transact.ts'

const atMost = 366 * 24 * 60 * 60 * 1000

export const NewToken = z.strictObject({
  name: Name.meta({ description: 'what it is for', example: 'Nightly export' }),
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length).meta({
    description: 'what it may do, and never more than its person: `write` reads too, `manage` writes too',
  }),
  endsAt: Moment.meta({
    description: 'the first moment at which it is refused; within a year',
    example: '2027-01-31T00:00:00Z',
  }),
})

export async function makeToken(
  ctx: UseCase,
  { name, scopes, endsAt: asked }: z.infer<typeof NewToken>,
): Promise<{ readonly token: TokenRecord; readonly secret: string }> {
  authorize(ctx.actor, 'token.own')
  const endsAt = new Date(asked).toISOString()
  if (endsAt <= timeOf(ctx) || endsAt > timeOf(ctx, atMost))
    throw new Refusal('invalid', 'a token ends in the future, and within a year', [
      { at: 'endsAt', message: 'choose a moment within a year from now' },
    ])
  const secret = newSecret('demarc_')
  return transact(ctx, async (change) => {
    await holdPeople(ctx, change, 'token.own')
    const token = {
      id: ctx.newId('token') as TokenId,
      user: ctx.actor.user,
      name,
      scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
      createdAt: change.at,
      endsAt,
    }
    await insertToken(change, token, hashOf(secret))
    change.record({ kind: 'token.made', subject: token.id, body: { name, scopes: token.scopes, endsAt } })
    return { token, secret }
  })
}
