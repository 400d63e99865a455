// What signing in works with: better-auth on our tables, the operator's settings, and where each outcome is told.
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../../core/refusal.ts'
import { isInvited } from '../../store/invitations.ts'
import { findPersonByEmail, isKnownAt } from '../../store/users.ts'
import type { Services } from '../context.ts'
import { timeOf } from '../time-of.ts'
import { authOf, providerId } from './better-auth.ts'
import type { Auth } from './better-auth.ts'
import { checkedSettings } from './settings.ts'
import type { SignInSettings } from './settings.ts'

/** One line of the security log. */
export interface SecurityEvent {
  /** RFC 3339, UTC */
  readonly at: string
  readonly event: string
  readonly outcome: 'granted' | 'refused'
  readonly method?: string
  readonly reason?: string
  readonly user?: string
  /** a keyed hash of the e-mail address that was given: the same again is the same */
  readonly account?: string
  readonly address: string
}

export type SecurityLog = (event: SecurityEvent) => void

export interface SignIn extends Services {
  readonly settings: SignInSettings
  readonly auth: Auth
  /** the same with single sign-on: whoever comes that way waits for the issuer, and nobody else */
  readonly withIssuer: () => Promise<Auth>
  readonly log: SecurityLog
}

/** Throws a refusal where the settings are not safe. */
export function openSignIn(services: Services, settings: SignInSettings, log: SecurityLog): SignIn {
  const checked = checkedSettings(settings)
  return {
    ...services,
    settings: checked,
    auth: authOf(services, checked),
    withIssuer: remembered(() => issuerReady(services, checked)),
    log,
  }
}

/** milliseconds */
const patience = 10_000

async function issuerReady(services: Services, settings: SignInSettings): Promise<Auth> {
  const { singleSignOn } = settings
  if (singleSignOn === undefined) throw new Refusal('not-found', 'This server has no single sign-on.')
  const mayJoin = ({ email, subject }: { readonly email: string; readonly subject: string }) =>
    services.store.readSystem(
      async (scope) =>
        (await isKnownAt(scope, providerId(singleSignOn), subject)) ||
        (await findPersonByEmail(scope, email)) !== undefined ||
        isInvited(scope, email, timeOf(services)),
    )
  const auth = authOf(services, settings, { singleSignOn, mayJoin })
  const answered = await Promise.race([auth.$context, wait(patience, undefined, { ref: false })])
  if (answered === undefined) throw silentIssuer()
  return auth
}

export function silentIssuer(): Refusal {
  return new Refusal('busy', 'The single sign-on of your organization does not answer. Try again later.')
}

/** Made once; what failed is made anew. */
function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
