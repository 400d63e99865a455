// Puts sign-in on a server: its API and its pages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignIn } from '../../usecases/sign-in/sign-in.ts'
import type { Admission } from '../admission.ts'
import { givenTo } from '../given.ts'
import { addressOf } from '../mount-routes.ts'
import type { OpenAnswer, OpenRoute } from '../open-route.ts'
import { openRoutes } from '../open-routes.ts'
import { mountPages } from './mount-pages.ts'
import { userOf, visitorOf } from './visitor-of.ts'

/** @param admission none in tests of signing in alone */
export function mountSignIn(app: FastifyInstance, signIn: SignIn, admission?: Admission): void {
  const count = async (request: FastifyRequest) => {
    if (admission !== undefined) await counted(request, { signIn, admission })
  }
  for (const route of openRoutes)
    app.route({
      ...addressOf(route),
      onRequest: count,
      handler: async (request, reply) =>
        answered(reply, route, await route.run(signIn, givenTo(route, request), visitorOf(request))),
    })
  mountPages(app, signIn, count)
}

/** Whoever has no session is a stranger, whatever cookie they send. */
async function counted(
  request: FastifyRequest,
  { signIn, admission }: { readonly signIn: SignIn; readonly admission: Admission },
): Promise<void> {
  const who = await userOf(signIn, request)
  if (who === undefined) admission.stranger(request)
  else await admission.admit(request, async () => ({ user: who.user.id, by: 'session' }))
}

function answered(
  reply: FastifyReply,
  { answers }: OpenRoute,
  { body, location, cookies = [] }: OpenAnswer,
): FastifyReply {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
  if (location !== undefined) reply.header('location', location)
  reply.code(answers.status)
  if (answers.body === undefined) return reply.send()
  reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(JSON.stringify(answers.body.parse(body)))
}
