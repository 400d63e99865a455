// What the operator decides about signing in: where people find the server, its secret, and single sign-on.
import { Refusal } from '../../core/refusal.ts'

export interface SignInSettings {
  /** scheme, host and port as browsers see them: `https://demarc.example.com` */
  readonly origin: string
  /** signs cookies and encrypts what must be read again; at least 32 characters */
  readonly secret: string
  readonly singleSignOn?: SingleSignOn
}

export interface SingleSignOn {
  /** on the button: "Sign in with …" */
  readonly name: string
  /** as its tokens say it; the discovery document lies beneath it */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** of e-mail addresses; none: all */
  readonly domains: readonly string[]
}

/** Unheard of for so long, a session ends; however active, it ends after the second; milliseconds. */
export const idleLifetime = 12 * 60 * 60 * 1000
export const absoluteLifetime = 14 * 24 * 60 * 60 * 1000

const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Throws a refusal where signing in could not be safe. */
export function checkedSettings(settings: SignInSettings): SignInSettings {
  const { origin, secret, singleSignOn } = settings
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new Refusal('invalid', 'the public address is a scheme and a host, such as https://demarc.example.com')
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' && !local.has(hostname))
    throw new Refusal(
      'invalid',
      'people sign in over https only, except at http://localhost; put TLS before the server',
    )
  if (secret.length < 32) throw new Refusal('invalid', 'the secret of the server has fewer than 32 characters')
  if (singleSignOn !== undefined) refuseUnsafeIssuer(singleSignOn.issuer)
  return settings
}

function refuseUnsafeIssuer(issuer: string): void {
  const safe = URL.canParse(issuer) && (issuer.startsWith('https://') || local.has(new URL(issuer).hostname))
  if (!safe) throw new Refusal('invalid', 'the issuer of single sign-on is an https address')
}

/**
 * `__Host-` wants TLS: a browser takes such a cookie only marked Secure and over https. On http://localhost there is none, so
 * there the names say the port instead (cookies are not kept apart by port).
 */
export function cookiesOf(origin: string): Cookies {
  const last = known
  if (last?.origin === origin) return last.cookies
  const { protocol, port } = new URL(origin)
  const cookies =
    protocol === 'https:'
      ? { prefix: '__Host-demarc', secure: true }
      : { prefix: `demarc-${port || '80'}`, secure: false }
  known = { origin, cookies }
  return cookies
}

interface Cookies {
  readonly prefix: string
  readonly secure: boolean
}

/** A server has one origin, and every request asks. */
let known: { readonly origin: string; readonly cookies: Cookies } | undefined
