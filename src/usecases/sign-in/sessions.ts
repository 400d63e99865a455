// Where somebody is signed in, and signing out: here, somewhere else, everywhere else.
import type { SessionId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { deleteSession, deleteSessions, listSessions } from '../../store/sessions.ts'
import type { SessionRecord } from '../../store/sessions.ts'
import { sessionCookie } from './better-auth.ts'
import { changed } from './security-change.ts'
import { cookiesOf } from './settings.ts'
import type { SignIn } from './sign-in.ts'
import { cookieName } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'
import { whoIs } from './who.ts'
import type { SignedIn } from './who.ts'

export function sessionsOf(signIn: SignIn, { user }: SignedIn): Promise<readonly SessionRecord[]> {
  return signIn.store.readSystem((scope) => listSessions(scope, user.id))
}

/** Whoever is not signed in is signed out already. */
export async function signOut(signIn: SignIn, visitor: Visitor): Promise<Outcome<undefined>> {
  const who = await whoIs(signIn, visitor)
  if (who !== undefined) {
    await signIn.store.writeSystem((scope) => deleteSession(scope, who.user.id, who.session.id))
    changed(signIn, visitor, { event: 'sign-out', user: who.user })
  }
  const { settings } = signIn
  const secure = cookiesOf(settings.origin).secure ? 'Secure; ' : ''
  const gone = `${cookieName(settings, sessionCookie)}=; Max-Age=0; Path=/; HttpOnly; ${secure}SameSite=Lax`
  return { body: undefined, cookies: [gone] }
}

export async function endSession(
  signIn: SignIn,
  visitor: Visitor,
  { who, id }: { readonly who: SignedIn; readonly id: SessionId },
): Promise<void> {
  const ended = await signIn.store.writeSystem((scope) => deleteSession(scope, who.user.id, id))
  if (!ended) throw new Refusal('not-found', 'You have no such session.')
  changed(signIn, visitor, { event: 'session.ended', user: who.user })
}

/** @returns how many */
export async function endOtherSessions(signIn: SignIn, visitor: Visitor, who: SignedIn): Promise<number> {
  const ended = await signIn.store.writeSystem((scope) => deleteSessions(scope, who.user.id, who.session.id))
  changed(signIn, visitor, { event: 'sessions.ended', user: who.user })
  return ended
}
