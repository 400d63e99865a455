// Our own calls in better-auth: a session for somebody who has proven who they are elsewhere, and an authenticator app without asking
// for the password again.
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { z } from 'zod'

export function letIn() {
  return {
    id: 'demarc-let-in' as const,
    endpoints: {
      /** better-auth's second factor watches this path: who has one is asked for a code instead of let in. */
      letIn: createAuthEndpoint(
        '/sign-in/username',
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
          if (!user) throw new Error('nobody has this id')
          const session = await ctx.context.internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({})
        },
      ),
      sealed: createAuthEndpoint('/demarc/sealed', { method: 'POST', body: z.object({ text: z.string() }) }, async (ctx) =>
        ctx.json({ text: await symmetricEncrypt({ key: ctx.context.secretConfig, data: ctx.body.text }) }),
      ),
      unsealed: createAuthEndpoint(
        '/demarc/unsealed',
        { method: 'POST', body: z.object({ text: z.string() }) },
        async (ctx) => ctx.json({ text: await symmetricDecrypt({ key: ctx.context.secretConfig, data: ctx.body.text }) }),
      ),
    },
  }
}

export function randomText(length: number): string {
  return generateRandomString(length)
}
