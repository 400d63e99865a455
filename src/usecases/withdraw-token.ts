// Takes a token out of use, for good: one's own, or as an owner that of anybody.
import { authorize } from '../core/access/authorize.ts'
import type { TokenId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findToken, withdrawTokens } from '../store/tokens.ts'
import type { TokenKey } from '../store/tokens.ts'
import type { UseCase } from './context.ts'
import { transact } from './transact.ts'

export async function withdrawMyToken(ctx: UseCase, id: TokenId): Promise<void> {
  authorize(ctx.actor, 'token.own')
  await withdrawn(ctx, { user: ctx.actor.user, id })
}

export async function withdrawToken(ctx: UseCase, key: TokenKey): Promise<void> {
  authorize(ctx.actor, 'token.manage')
  await withdrawn(ctx, key)
}

function withdrawn(ctx: UseCase, key: TokenKey): Promise<void> {
  return transact(ctx, async (change) => {
    const token = await findToken(change, key)
    if (token === undefined) throw new Refusal('not-found', 'there is no such token')
    const [done] = await withdrawTokens(change, { ...key, at: change.at })
    if (done === undefined) throw new Refusal('conflict', 'this token was withdrawn already')
    change.record({ kind: 'token.withdrawn', subject: token.id, body: { name: token.name, user: token.user } })
  })
}
