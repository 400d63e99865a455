// Puts sign-in on a server: its API and its pages.
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { SignIn } from '../../usecases/sign-in/sign-in.ts'
import type { Admission } from '../admission.ts'
import { givenTo } from '../given.ts'
import { addressOf } from '../mount-routes.ts'
import type { OpenAnswer, OpenRoute } from '../open-route.ts'
import { openRoutes } from '../open-routes.ts'
import { mountPages } from './mount-pages.ts'
import { visitorOf } from './visitor-of.ts'

/** @param admission none in tests of signing in alone */
export function mountSignIn(app: FastifyInstance, signIn: SignIn, admission?: Pick<Admission, 'stranger'>): void {
  for (const route of openRoutes)
    app.route({
      ...addressOf(route),
      onRequest: (request, _reply, done) => {
        if (request.headers.cookie === undefined) admission?.stranger(request)
        done()
      },
      handler: async (request, reply) =>
        answered(reply, route, await route.run(signIn, givenTo(route, request), visitorOf(request))),
    })
  mountPages(app, signIn)
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
