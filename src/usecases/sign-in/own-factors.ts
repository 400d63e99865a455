// By what somebody can sign in.
import { factorsOf } from '../../store/factors.ts'
import type { Factors } from '../../store/factors.ts'
import type { SignIn } from './sign-in.ts'
import type { SignedIn } from './who.ts'

export function factorsFor(signIn: SignIn, { user }: SignedIn): Promise<Factors> {
  return signIn.store.readSystem((scope) => factorsOf(scope, user.id))
}
