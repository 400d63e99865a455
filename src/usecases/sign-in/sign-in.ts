// What signing in works with: better-auth on our tables, the operator's settings, and where each outcome is told.
import { isInvited, isKnownAt, findPersonByEmail } from '../../store/users.ts'
import type { Services } from '../context.ts'
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
  readonly log: SecurityLog
}

/** Throws a refusal where the settings are not safe. */
export function openSignIn(services: Services, settings: SignInSettings, log: SecurityLog): SignIn {
  const checked = checkedSettings(settings)
  const auth = authOf(services, checked, ({ email, subject }) =>
    services.store.readSystem(async (scope) => {
      const { singleSignOn } = checked
      if (singleSignOn !== undefined && (await isKnownAt(scope, providerId(singleSignOn), subject))) return true
      if ((await findPersonByEmail(scope, email)) !== undefined) return true
      return isInvited(scope, email, new Date(services.now()).toISOString())
    }),
  )
  return { ...services, settings: checked, auth, log }
}

/** This moment, as rows say it. */
export function timeOf({ now }: Pick<Services, 'now'>, later = 0): string {
  return new Date(now() + later).toISOString()
}
