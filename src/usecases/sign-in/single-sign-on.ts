// Signing in through the organization's own issuer (OpenID Connect): sent there with a state, a nonce and a challenge, and back.
import { Refusal } from '../../core/refusal.ts'
import { begin } from './begin.ts'
import { providerId } from './better-auth.ts'
import { strangersHeaders } from './by-password.ts'
import { countAttempt, refused } from './limits.ts'
import { afterFactorChange } from './security-change.ts'
import type { SingleSignOn } from './settings.ts'
import { silentIssuer } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'
import { headersOf } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'
import { requireFresh, whoIs } from './who.ts'
import type { SignedIn } from './who.ts'

export interface SentTo {
  /** where the browser goes next */
  readonly url: string
}

/** Where a failed return leads to; the page has the words. */
const failedAt = '/sign-in?sso=failed'

export async function startSingleSignOn(signIn: SignIn, visitor: Visitor): Promise<Outcome<SentTo>> {
  const provider = providerId(offered(signIn))
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const response = await (
    await signIn.withIssuer()
  ).api.signInSocial({
    body: { provider, callbackURL: '/', errorCallbackURL: failedAt, disableRedirect: true },
    headers: strangersHeaders(signIn, visitor),
    asResponse: true,
  })
  return sent(response)
}

/** The same address at an issuer links nothing: whoever is signed in here links it. */
export async function startLinking(signIn: SignIn, visitor: Visitor, who: SignedIn): Promise<Outcome<SentTo>> {
  requireFresh(who)
  const response = await (
    await signIn.withIssuer()
  ).api.linkSocialAccount({
    body: {
      provider: providerId(offered(signIn)),
      callbackURL: '/?sso=linked',
      errorCallbackURL: failedAt,
      disableRedirect: true,
    },
    headers: headersOf(visitor),
    asResponse: true,
  })
  return sent(response)
}

/** @param query of the address to which the issuer sent the browser back */
export async function returnFromIssuer(
  signIn: SignIn,
  visitor: Visitor,
  query: Readonly<Record<string, string>>,
): Promise<Outcome<SentTo>> {
  const id = providerId(offered(signIn))
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const response = await (
    await signIn.withIssuer()
  ).api.callbackOAuth({
    query,
    params: { id },
    method: 'GET',
    headers: headersOf(visitor),
    asResponse: true,
  })
  const url = response.headers.get('location') ?? failedAt
  const cookies = response.headers.getSetCookie()
  const target = new URL(url, signIn.settings.origin)
  if (target.searchParams.has('error')) {
    const reason = `sso:${target.searchParams.get('error')!.slice(0, 60)}`
    refused(signIn, visitor, { event: 'sign-in', reason })
    const why = target.searchParams.get('error') === 'account_not_linked' ? 'not-linked' : 'failed'
    return { body: { url: `/sign-in?sso=${why}` }, cookies: [] }
  }
  if (target.searchParams.get('sso') === 'linked') {
    const who = await whoIs(signIn, visitor)
    const what = 'Your account at the single sign-on of your organization was linked.'
    if (who !== undefined) await afterFactorChange(signIn, visitor, { who, event: 'sso.linked', what })
    return { body: { url: '/' }, cookies }
  }
  const begun = await begin(signIn, visitor, { response, method: 'sso' })
  return { body: { url: begun.body.state === 'signed-in' ? '/' : failedAt }, cookies: begun.cookies }
}

function offered({ settings: { singleSignOn } }: SignIn): SingleSignOn {
  if (singleSignOn === undefined) throw new Refusal('not-found', 'This server has no single sign-on.')
  return singleSignOn
}

async function sent(response: Response): Promise<Outcome<SentTo>> {
  const { url } = (await response.json()) as { readonly url?: string }
  if (!response.ok || url === undefined) throw silentIssuer()
  return { body: { url }, cookies: response.headers.getSetCookie() }
}
