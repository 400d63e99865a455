// A request as sign-in sees it, and who sent it.
import type { FastifyRequest } from 'fastify'
import type { SignIn } from '../../usecases/sign-in/sign-in.ts'
import type { Visitor } from '../../usecases/sign-in/visitor.ts'
import { whoAsks } from '../../usecases/sign-in/who.ts'
import type { SignedIn } from '../../usecases/sign-in/who.ts'

/** The address is Fastify's: past the proxies that it was told to trust. */
export function visitorOf(request: FastifyRequest): Visitor {
  return {
    cookies: request.headers.cookie ?? '',
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
  }
}

/** Undefined: nobody is signed in, or no longer. */
export function userOf(signIn: SignIn, request: FastifyRequest): Promise<SignedIn | undefined> {
  return whoAsks(signIn, visitorOf(request))
}
