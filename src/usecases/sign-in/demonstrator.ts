// Somebody to show a demonstration as: an account of their own, with a password made anew each time.
import { randomBytes } from 'node:crypto'
import type { UserId } from '../../core/record-id.ts'
import { savePassword } from '../../store/factors.ts'
import { insertPerson } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import type { SignIn } from './sign-in.ts'

export interface Demonstrator {
  readonly user: UserId
  readonly email: string
  readonly password: string
}

const email = 'owner@demonstration.example'

export async function makeDemonstrator(signIn: SignIn): Promise<Demonstrator> {
  const password = randomBytes(15).toString('base64url')
  const hash = await (await signIn.auth.$context).password.hash(password)
  const at = timeOf(signIn)
  const user = await signIn.store.writeSystem(async (scope) => {
    const made = { id: signIn.newId('user') as UserId, email, name: 'Demonstration owner', at }
    const person = await insertPerson(scope, made)
    await savePassword(scope, person, { id: signIn.newId('account'), hash, at })
    return person
  })
  return { user, email, password }
}
