// Upkeep: sessions, links, challenges and counts that are over are taken out. Any process may do it, at any time.
import { deleteEnded } from '../../store/sign-in-limits.ts'
import { timeOf } from '../time-of.ts'
import type { SignIn } from './sign-in.ts'

export function tidySignIn(signIn: SignIn): Promise<void> {
  return signIn.store.writeSystem((scope) => deleteEnded(scope, timeOf(signIn)))
}
