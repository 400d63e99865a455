// The pages of signing in: forms that work without script, each answered by another page or by going on.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, TooMany } from '../../core/refusal.ts'
import { issuesOf } from '../../core/schema-issues.ts'
import { tenantsOf } from '../../usecases/my-tenants.ts'
import { goodLink, staleLink } from '../../usecases/sign-in/links.ts'
import type { LinkKind } from '../../usecases/sign-in/links.ts'
import type { SignIn } from '../../usecases/sign-in/sign-in.ts'
import { problemOf } from '../problem.ts'
import { assetsOf, mountAssets } from './assets.ts'
import { homePage } from './home-page.ts'
import { invitationPage } from './invitation-page.ts'
import { formsOf } from './forms.ts'
import type { Going } from './forms.ts'
import { pageHtml } from './page.ts'
import type { Page } from './page.ts'
import * as pages from './pages.ts'
import { userOf, visitorOf } from './visitor-of.ts'

/** @param count who asks for a page or sends a form, told before it is read */
export function mountPages(
  app: FastifyInstance,
  signIn: SignIn,
  count: (request: FastifyRequest) => Promise<void>,
): void {
  const assets = assetsOf()
  mountAssets(app, assets)
  const addresses = Object.fromEntries(Object.entries(assets).map(([name, { address }]) => [name, address]))
  const issuer = signIn.settings.singleSignOn?.name

  const show = (reply: FastifyReply, page: Page, status = 200) =>
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('referrer-policy', 'same-origin') // so that a form of ours says where it comes from
      .header('content-security-policy', pagePolicy(signIn))
      .send(pageHtml(page, addresses))
  const go = (reply: FastifyReply, url: string) => reply.code(303).header('location', url).send()

  void app.register(async (scope) => {
    scope.addHook('onRequest', count)
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    )
    scope.get('/', async (request, reply) => {
      const who = await userOf(signIn, request)
      if (who === undefined) return go(reply, '/sign-in')
      return show(reply, homePage(who, await tenantsOf(signIn, { user: who.user.id, by: 'session' })))
    })
    for (const { path, page, token } of shown)
      scope.get(path, async (request, reply) => {
        const query = request.query as Readonly<Record<string, string | undefined>>
        if (path === '/sign-in' && (await userOf(signIn, request)) !== undefined) return go(reply, '/')
        if (token === undefined || (await goodLink(signIn, token, `${query['token']}`)) !== undefined)
          return show(reply, page({ token: query['token'], issuer, error: returned[`${query['sso']}`] }))
        return show(reply, pages.stalePage(staleWords[token] ?? staleLink().message), 410)
      })
    for (const { path, takes, again, sent } of formsOf(signIn))
      scope.post(path, async (request, reply) => {
        const typed = (request.body ?? {}) as Readonly<Record<string, string>>
        const read = takes.safeParse(typed)
        const outcome = read.success
          ? await refusalOf(sent(read.data, visitorOf(request)))
          : new Refusal('invalid', issuesOf(read.error, typed)[0]!.message)
        if (outcome instanceof Refusal) {
          if (outcome instanceof TooMany) reply.header('retry-after', `${outcome.retryAfter}`)
          const { password: _, ...shownAgain } = typed
          return show(reply, again({ ...shownAgain, issuer, error: outcome.message }), problemOf(outcome).status)
        }
        for (const cookie of outcome.cookies ?? []) reply.header('set-cookie', cookie)
        return outcome.page === undefined ? go(reply, outcome.goTo ?? '/') : show(reply, outcome.page)
      })
  })
}

/** A form may be answered by sending the browser to the issuer. */
function pagePolicy({ settings: { singleSignOn } }: SignIn): string {
  const issuer = singleSignOn === undefined ? '' : ` ${new URL(singleSignOn.issuer).origin}`
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'${issuer}; base-uri 'none'; frame-ancestors 'none'`
}

/** What a person did wrong is shown on the page; our own faults fall through. */
function refusalOf(work: Promise<Going>): Promise<Going | Refusal> {
  return work.catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
}

const returned: Readonly<Record<string, string>> = {
  failed: 'The single sign-on did not let you in. Try again, or sign in another way.',
  'not-linked':
    'Somebody with your e-mail address is known here, but not by this single sign-on. Sign in another way and link it in your account.',
}

const staleWords: Readonly<Record<string, string>> = {
  'set-up':
    'This set-up link was used already, or is too old. If you set Demarc up with it, sign in. Whoever runs the server gets a new one: for the first company by starting the server again, for one more with demarc msp.',
}

interface Shown {
  readonly path: string
  readonly page: (said: Readonly<Record<string, string | undefined>>) => Page
  /** shown only to who has a link of this kind that still works; it is not used up by looking */
  readonly token?: LinkKind
}

const shown: readonly Shown[] = [
  { path: '/sign-in', page: pages.signInPage },
  { path: '/invitation', page: invitationPage },
  { path: '/sign-in/code', page: pages.codePage },
  { path: '/sign-in/link', page: pages.askLinkPage },
  { path: '/forgotten', page: pages.forgottenPage },
  { path: '/magic', page: pages.magicPage, token: 'sign-in' },
  { path: '/new-password', page: pages.newPasswordPage, token: 'password' },
  { path: '/confirm-email', page: pages.confirmEmailPage, token: 'email' },
  { path: '/set-up', page: pages.setUpPage, token: 'set-up' },
]
