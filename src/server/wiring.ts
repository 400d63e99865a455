// The parts of a server put together: who asks, the pages of signing in, what is done between requests, and what a start says.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../core/access/actor.ts'
import { Refusal } from '../core/refusal.ts'
import type { Services } from '../usecases/context.ts'
import { runOutbox } from '../usecases/delivery/run-outbox.ts'
import { smtpMailer } from '../usecases/delivery/smtp-mailer.ts'
import { runJobs } from '../usecases/run-jobs.ts'
import { demonstrationsOf } from '../usecases/sign-in/demonstrator.ts'
import type { Demonstrations } from '../usecases/sign-in/demonstrator.ts'
import { setUpLink } from '../usecases/sign-in/set-up.ts'
import { openSignIn } from '../usecases/sign-in/sign-in.ts'
import type { SignIn } from '../usecases/sign-in/sign-in.ts'
import { requireFresh } from '../usecases/sign-in/who.ts'
import { standingOf } from '../usecases/standing.ts'
import { tidySignIn } from '../usecases/sign-in/tidy.ts'
import { userOfToken } from '../usecases/user-of-token.ts'
import { actorOf } from '../usecases/who-acts.ts'
import type { Caller } from '../usecases/who-acts.ts'
import type { Admission } from './admission.ts'
import type { Configuration } from './configuration/configuration.ts'
import { mailServer } from './configuration/mail-server.ts'
import type { Log } from './log.ts'
import type { Standing } from './mount-routes.ts'
import { mountSignIn } from './sign-in/mount.ts'
import { singleSignOnFrom } from './sign-in/single-sign-on-from.ts'
import { userOf, visitorOf } from './sign-in/visitor-of.ts'

/** What each of them stands on. */
export interface Ground {
  readonly services: Services
  readonly configuration: Configuration
  readonly secret: string
  readonly log: Log
}

export interface Wired {
  /** who asks, in the tenant that the path names; throws a refusal */
  readonly authenticate: (request: FastifyRequest, tenant: string) => Promise<Actor>
  /** the same, of whoever goes on following: asked of the database itself, and nothing is noted */
  readonly standing: Standing
  /** who is signed in, by no token; throws a refusal */
  readonly signedIn: (request: FastifyRequest) => Promise<Caller>
  /** throws a refusal where a session was not proven within five minutes; a token is no session */
  readonly proven: (request: FastifyRequest) => Promise<void>
  /** routes that are no part of the API's table: signing in and its pages */
  readonly more: (app: FastifyInstance, admission: Admission) => void
  /** runs until the signal, then gives back what it took and ends */
  readonly background: (signal: AbortSignal) => Promise<void>
  /** lines for the terminal once it serves: the set-up link of the first start */
  readonly welcome: () => Promise<readonly string[]>
  /** a link with which one more MSP is set up */
  readonly anotherMsp: () => Promise<string>
  readonly demonstrations: Demonstrations
}

export function wired(ground: Ground): Wired {
  const { services, configuration, secret, log } = ground
  const signOn = singleSignOnFrom(configuration)
  const settings = { origin: services.origin, secret, ...(signOn !== undefined && { singleSignOn: signOn }) }
  const signIn = openSignIn(services, settings, ({ event, outcome, ...rest }) =>
    log(outcome === 'granted' ? 'info' : 'warn', { event: `sign-in.${event}`, outcome, ...rest }),
  )
  const signedIn = async (request: FastifyRequest): Promise<Caller> => {
    const who = await userOf(signIn, request)
    if (who === undefined) throw new Refusal('unauthenticated', 'sign in first')
    return { user: who.user.id, by: 'session' }
  }
  return {
    signedIn,
    authenticate: async (request, tenant) => {
      const token = bearerIn(request.headers.authorization)
      return actorOf(
        services,
        token === undefined ? await signedIn(request) : await userOfToken(services, token),
        tenant,
      )
    },
    standing: (request, tenant) =>
      standingOf(signIn, { visitor: visitorOf(request), bearer: bearerIn(request.headers.authorization) }, tenant),
    proven: async (request) => {
      if (bearerIn(request.headers.authorization) === undefined) requireFresh((await userOf(signIn, request)) ?? {})
    },
    more: (app, admission) => mountSignIn(app, signIn, admission),
    background: (signal) => worked(ground, signIn, signal),
    welcome: async () => {
      const link = await setUpLink(signIn)
      return link === undefined ? [] : ['Set it up (this link works once, for a day):', `  ${link}`]
    },
    anotherMsp: async () => (await setUpLink(signIn, 'another'))!,
    demonstrations: demonstrationsOf(signIn),
  }
}

/** RFC 6750 §2.1. */
function bearerIn(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S{1,200})$/i.exec(authorization ?? '')?.[1]
}

const hour = 60 * 60 * 1000
/** Milliseconds for a job that is being done when the server stops: less than the server has, so that it can be given back. */
const mostPatience = 20_000

async function worked({ services, configuration, log }: Ground, signIn: SignIn, signal: AbortSignal): Promise<void> {
  const failed = (what: string) => (error: unknown) =>
    log('error', {
      event: `${what} failed`,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  const server = mailServer(configuration)
  const mailer = server && smtpMailer(server)
  const tidy = () => void tidySignIn(signIn).catch(failed('upkeep'))
  const upkeep = setInterval(tidy, hour)
  tidy()
  try {
    await Promise.all([
      runJobs(services, {
        signal,
        patience: Math.min(mostPatience, configuration.STOP_SECONDS * 800),
        failed: failed('jobs'),
        ended: (end) => log('info', { ...end, event: 'job' }),
      }),
      runOutbox(
        {
          store: services.store,
          sealing: services.sealing,
          now: services.now,
          random: Math.random,
          origin: services.origin,
          webhooks: { rules: services.webhookRules ?? { http: 'refused', networks: [] }, patience: 10_000 },
          ...(mailer !== undefined && { mailer }),
        },
        { signal, failed: failed('outbox') },
      ),
    ])
  } finally {
    clearInterval(upkeep)
    mailer?.close()
  }
}
