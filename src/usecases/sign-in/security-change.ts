// After a change to how somebody signs in: their other sessions end, open links are void, they are told by mail, and the log has a line.
import { deleteLinksOf } from '../../store/mailed-links.ts'
import { deleteSessions } from '../../store/sessions.ts'
import type { Person } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import { noticeMail, sendSignInMail } from './messages.ts'
import type { SignIn } from './sign-in.ts'
import type { Visitor } from './visitor.ts'
import type { SignedIn } from './who.ts'

interface FactorChange {
  readonly who: SignedIn
  readonly event: string
  /** a sentence for the mail */
  readonly what: string
}

/** The session in which it was changed stays. */
export async function afterFactorChange(
  signIn: SignIn,
  visitor: Visitor,
  { who, event, what }: FactorChange,
): Promise<void> {
  await signIn.store.writeSystem(async (scope) => {
    await deleteSessions(scope, who.user.id, who.session.id)
    await deleteLinksOf(scope, who.user.id)
    await sendSignInMail(scope, noticeMail(who.user.email, what, signIn.settings.origin), {
      newId: signIn.newId,
      at: timeOf(signIn),
    })
  })
  changed(signIn, visitor, { event, user: who.user })
}

export function changed(
  signIn: SignIn,
  { address }: Visitor,
  { event, user }: { readonly event: string; readonly user: Pick<Person, 'id'> },
): void {
  signIn.log({ at: timeOf(signIn), event, outcome: 'granted', user: user.id, address })
}
