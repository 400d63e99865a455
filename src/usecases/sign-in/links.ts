// Links that are mailed: made, looked at without being used up, and taken once.
import type { UserId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { findLink, insertLink, takeLink } from '../../store/mailed-links.ts'
import type { LinkKind, MailedLink } from '../../store/mailed-links.ts'
import { hashOf, newSecret } from '../secret.ts'
import { timeOf } from '../time-of.ts'
import { sendSignInMail } from './messages.ts'
import type { SignInMail } from './messages.ts'
import type { SignIn } from './sign-in.ts'

export type { LinkKind }

const linkLifetime = 15 * 60 * 1000

const pages = { 'sign-in': '/magic', password: '/new-password', email: '/confirm-email' } as const

interface NewLink {
  readonly kind: keyof typeof pages
  readonly email: string
  readonly user?: UserId
  /** none: nobody is written to, but the same work is done, so that the answer's time tells nothing */
  readonly mail?: (to: string, link: string) => SignInMail
  /** written besides */
  readonly notice?: SignInMail
}

export async function mailLink(signIn: SignIn, { kind, email, user, mail, notice }: NewLink): Promise<void> {
  const secret = newSecret('')
  const at = timeOf(signIn)
  await signIn.store.writeSystem(async (scope) => {
    await insertLink(scope, hashOf(secret), {
      kind,
      email,
      ...(user !== undefined && { user }),
      createdAt: at,
      endsAt: timeOf(signIn, linkLifetime),
    })
    const post = { newId: signIn.newId, at }
    const link = `${signIn.settings.origin}${pages[kind]}?token=${secret}`
    if (mail !== undefined) await sendSignInMail(scope, mail(email, link), post)
    if (notice !== undefined) await sendSignInMail(scope, notice, post)
  })
}

/** Looked at, not used up: a mail scanner that opens the page does no harm. */
export async function goodLink(signIn: SignIn, kind: LinkKind, secret: string): Promise<MailedLink | undefined> {
  const link = await signIn.store.readSystem((scope) => findLink(scope, kind, hashOf(secret)))
  return link !== undefined && link.endsAt > timeOf(signIn) ? link : undefined
}

/** Throws a refusal where it was used, is too old, or never was. */
export async function takenLink(signIn: SignIn, kind: LinkKind, secret: string): Promise<MailedLink> {
  const link = await signIn.store.writeSystem((scope) => takeLink(scope, kind, hashOf(secret)))
  if (link === undefined || link.endsAt <= timeOf(signIn)) throw staleLink()
  return link
}

export function staleLink(): Refusal {
  return new Refusal('unauthenticated', 'This link was used already, or is too old. Ask for a new one.')
}
