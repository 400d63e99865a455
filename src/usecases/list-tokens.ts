// The tokens of a person, without their secrets: one's own, or as an owner those of anybody.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { UserId } from '../core/record-id.ts'
import { listTokens } from '../store/tokens.ts'
import type { TokenRecord } from '../store/tokens.ts'
import type { UseCase } from './context.ts'

export function myTokens(ctx: UseCase, asked: PageAsked): Promise<Page<TokenRecord>> {
  authorize(ctx.actor, 'token.own')
  return listed(ctx, ctx.actor.user, asked)
}

/** Of somebody who is no member any more too: their withdrawn tokens are what is left to look at. */
export function tokensOf(ctx: UseCase, user: UserId, asked: PageAsked): Promise<Page<TokenRecord>> {
  authorize(ctx.actor, 'token.manage')
  return listed(ctx, user, asked)
}

function listed({ store, actor }: UseCase, user: UserId, asked: PageAsked): Promise<Page<TokenRecord>> {
  return store.read(actor.tenant, (scope) => listTokens(scope, user, asked))
}
