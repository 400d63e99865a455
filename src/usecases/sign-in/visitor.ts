// Who is before the door: what a request says of itself, before anybody knows who it is.
import { createHmac } from 'node:crypto'
import { isEqual } from '../secret.ts'
import { cookiesOf } from './settings.ts'
import type { SignInSettings } from './settings.ts'

export interface Visitor {
  /** the Cookie header */
  readonly cookies: string
  /** of the client, past trusted proxies */
  readonly address: string
  readonly agent: string
}

export interface Outcome<T> {
  readonly body: T
  /** Set-Cookie headers */
  readonly cookies: readonly string[]
}

/** As better-auth is asked; `only` leaves other cookies out. */
export function headersOf({ cookies, agent }: Visitor, only: (name: string) => boolean = () => true): Headers {
  const kept = cookies
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '' && only(one.split('=', 1)[0]!))
  return new Headers({ cookie: kept.join('; '), 'user-agent': agent.slice(0, 400) })
}

export function cookieName(settings: SignInSettings, name: string): string {
  return `${cookiesOf(settings.origin).prefix}.${name}`
}

/** What a signed cookie says; undefined where it was not signed by this server. */
export function signedCookie(visitor: Visitor, settings: SignInSettings, name: string): string | undefined {
  const raw = rawCookie(visitor, settings, name)
  return raw === undefined ? undefined : whatSigned(raw, settings)
}

/** As it was sent: whatever anybody wrote there. */
export function rawCookie({ cookies }: Visitor, settings: SignInSettings, name: string): string | undefined {
  const whole = `${cookieName(settings, name)}=`
  const raw = cookies
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(whole))
    ?.slice(whole.length)
  return raw === undefined || raw.length > 1000 ? undefined : raw
}

/** @param raw as it was sent */
export function whatSigned(raw: string, settings: SignInSettings): string | undefined {
  const text = decoded(raw)
  const dot = text.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = text.slice(0, dot)
  return isEqual(text.slice(dot + 1), signatureOf(settings.secret, value)) ? value : undefined
}

export function setSignedCookie(
  settings: SignInSettings,
  name: string,
  { value, seconds }: { readonly value: string; readonly seconds: number },
): string {
  const { secure } = cookiesOf(settings.origin)
  const signed = encodeURIComponent(`${value}.${signatureOf(settings.secret, value)}`)
  return `${cookieName(settings, name)}=${signed}; Max-Age=${seconds}; Path=/; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`
}

/** As better-auth signs cookies: HMAC-SHA256, base64. */
function signatureOf(secret: string, value: string): string {
  return createHmac('sha256', secret).update(value).digest('base64')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
