// Personal tokens for the API.
import { z } from 'zod'
import { tokenScopes } from '../../core/access/token-scope.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { TenantId, TokenId, UserId } from '../../core/record-id.ts'
import { myTokens, tokensOf } from '../../usecases/list-tokens.ts'
import { makeToken, NewToken } from '../../usecases/make-token.ts'
import { withdrawMyToken, withdrawToken } from '../../usecases/withdraw-token.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId })
const ofMember = z.strictObject({ tenant: TenantId, user: UserId })

const Token = z.strictObject({
  id: TokenId,
  user: UserId,
  name: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  createdAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().optional().meta({ description: 'to the minute; missing while it was never used' }),
  withdrawnAt: z.iso.datetime().optional(),
})

const listed = { status: 200, says: 'tokens, newest first, without their secrets', body: pageOf(Token) } as const
const withdrawn = { status: 204, says: 'it is refused from now on' } as const

export const tokenRoutes = [
  route({
    name: 'listMyTokens',
    method: 'GET',
    path: '/api/tenants/{tenant}/tokens',
    summary: 'Your own tokens in this MSP',
    action: 'token.own',
    params,
    query: z.strictObject(PageQuery),
    answers: listed,
    run: async (ctx, { query }) => ({ body: await myTokens(ctx, query) }),
  }),
  route({
    name: 'makeToken',
    method: 'POST',
    path: '/api/tenants/{tenant}/tokens',
    summary: 'Make a token; sign in to do it',
    action: 'token.own',
    params,
    body: NewToken,
    secret: 'shown once',
    fresh: true,
    answers: {
      status: 201,
      says: 'the token, and its secret this once',
      body: z.strictObject({
        token: Token,
        secret: z.string().meta({ description: 'send it as `Authorization: Bearer …`; it is not shown again' }),
      }),
    },
    run: async (ctx, { body }) => ({ body: await makeToken(ctx, body) }),
  }),
  route({
    name: 'withdrawMyToken',
    method: 'DELETE',
    path: '/api/tenants/{tenant}/tokens/{token}',
    summary: 'Take a token of yours out of use',
    action: 'token.own',
    params: params.extend({ token: TokenId }),
    answers: withdrawn,
    run: async (ctx, { params: { token } }) => {
      await withdrawMyToken(ctx, token)
      return {}
    },
  }),
  route({
    name: 'listTokensOfMember',
    method: 'GET',
    path: '/api/tenants/{tenant}/members/{user}/tokens',
    summary: 'The tokens of a member',
    action: 'token.manage',
    params: ofMember,
    query: z.strictObject(PageQuery),
    answers: listed,
    run: async (ctx, { params: { user }, query }) => ({ body: await tokensOf(ctx, user, query) }),
  }),
  route({
    name: 'withdrawTokenOfMember',
    method: 'DELETE',
    path: '/api/tenants/{tenant}/members/{user}/tokens/{token}',
    summary: 'Take a token of a member out of use',
    action: 'token.manage',
    params: ofMember.extend({ token: TokenId }),
    answers: withdrawn,
    run: async (ctx, { params: { user, token } }) => {
      await withdrawToken(ctx, { user, id: token })
      return {}
    },
  }),
]
