// Signing in by a mailed link: for those who are known or invited, and only once they press the button.
import type { UserId } from '../../core/record-id.ts'
import { isInvited } from '../../store/invitations.ts'
import { findPersonByEmail, insertPerson } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import { begin } from './begin.ts'
import type { LetIn } from './begin.ts'
import { strangersHeaders } from './by-password.ts'
import { countAttempt, refused } from './limits.ts'
import { mailLink, staleLink, takenLink } from './links.ts'
import { signInLinkMail } from './messages.ts'
import type { SignIn } from './sign-in.ts'
import type { Outcome, Visitor } from './visitor.ts'

/** Answers alike whether or not anybody has this address. */
export async function askForLink(signIn: SignIn, visitor: Visitor, email: string): Promise<void> {
  await countAttempt(signIn, visitor, { what: 'mail', account: email })
  const person = await signIn.store.readSystem((scope) => findPersonByEmail(scope, email))
  const invited = await signIn.store.readSystem((scope) => isInvited(scope, email, timeOf(signIn)))
  await mailLink(signIn, {
    kind: 'sign-in',
    email,
    ...(person !== undefined && { user: person.id }),
    ...((person !== undefined || invited) && { mail: signInLinkMail }),
  })
}

export async function signInByLink(signIn: SignIn, visitor: Visitor, secret: string): Promise<Outcome<LetIn>> {
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const { email } = await takenLink(signIn, 'sign-in', secret).catch((error: unknown) => {
    refused(signIn, visitor, { event: 'sign-in', reason: 'stale-link' })
    throw error
  })
  const user = await personFor(signIn, email!)
  if (user === undefined) {
    refused(signIn, visitor, { event: 'sign-in', reason: 'not-invited', account: email! })
    throw staleLink()
  }
  const headers = strangersHeaders(signIn, visitor)
  const response = await signIn.auth.api.letIn({ body: { userId: user }, headers, asResponse: true })
  return begin(signIn, visitor, { response, method: 'link' })
}

/** Whoever was invited becomes somebody with the first link that they open. */
function personFor(signIn: SignIn, email: string): Promise<string | undefined> {
  const at = timeOf(signIn)
  return signIn.store.writeSystem(async (scope) => {
    const person = await findPersonByEmail(scope, email)
    if (person !== undefined) return person.id
    if (!(await isInvited(scope, email, at))) return undefined
    return insertPerson(scope, { id: signIn.newId('user') as UserId, email, name: email.split('@')[0]!, at })
  })
}
