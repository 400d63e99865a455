// The tokens of a person, without their secrets: one's own, or as an owner those of anybody.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { UserId } from '../core/record-id.ts'
import { listTokens } from '../store/tokens.ts'
import type { TokenRecord } from '../store/tokens.ts'
import type { UseCase } from './context.ts'
import { memberHere } from './hold-people.ts'

export async function myTokens(ctx: UseCase, asked: PageAsked): Promise<Page<TokenRecord>> {
  authorize(ctx.actor, 'token.own')
  return ctx.store.read(ctx.actor.tenant, (scope) => listTokens(scope, ctx.actor.user, asked))
}

/** Of somebody who is no member any more too: their withdrawn tokens are what is left to look at. */
export async function tokensOf(ctx: UseCase, user: UserId, asked: PageAsked): Promise<Page<TokenRecord>> {
  authorize(ctx.actor, 'token.manage')
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const page = await listTokens(scope, user, asked)
    if (page.items.length === 0) await memberHere(scope, user)
    return page
  })
}
