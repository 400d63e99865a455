// Somebody to show a demonstration as: an account of their own, with a password that is told once.
import { randomBytes } from 'node:crypto'
import type { UserId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { savePassword } from '../../store/factors.ts'
import { findPersonByEmail, insertPerson, tenantsOwnedFrom } from '../../store/users.ts'
import type { Owned } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import type { SignIn } from './sign-in.ts'

export interface Demonstrator {
  readonly user: UserId
  /** of the tenant */
  readonly name: string
  readonly email: string
  readonly password: string
}

export interface Demonstrations {
  /** the oldest first */
  readonly standing: () => Promise<readonly Owned[]>
  /** whoever shall own one more, with a name of its own */
  readonly another: () => Promise<Demonstrator>
  /** for who lost it; throws a refusal where nobody shows a demonstration by this address */
  readonly newPassword: (email: string) => Promise<string>
}

/** Nobody has an address in it: RFC 2606. Whoever owns a tenant by another one is no demonstration. */
export const demonstrationDomain = 'demonstration.example'

export function demonstrationsOf(signIn: SignIn): Demonstrations {
  const standing = () => signIn.store.readSystem((scope) => tenantsOwnedFrom(scope, demonstrationDomain))
  return {
    standing,
    another: async () => {
      const taken = new Set((await standing()).map(({ email }) => email))
      let number = 1
      while (taken.has(addressOf(number))) number += 1
      const name = number === 1 ? 'Demonstration' : `Demonstration ${number}`
      return { name, ...(await made(signIn, addressOf(number), `${name} owner`)) }
    },
    newPassword: async (email) => {
      const known = (await standing()).some((one) => one.email === email)
      const person = known ? await signIn.store.readSystem((scope) => findPersonByEmail(scope, email)) : undefined
      if (person === undefined)
        throw new Refusal(
          'not-found',
          `there is no demonstration of "${email}"; demarc demo lists those that there are`,
        )
      return (await made(signIn, email, person.name)).password
    },
  }
}

function addressOf(number: number): string {
  return `owner${number === 1 ? '' : number}@${demonstrationDomain}`
}

async function made(
  signIn: SignIn,
  email: string,
  name: string,
): Promise<Pick<Demonstrator, 'user' | 'email' | 'password'>> {
  const password = randomBytes(15).toString('base64url')
  const hash = await (await signIn.auth.$context).password.hash(password)
  const at = timeOf(signIn)
  const user = await signIn.store.writeSystem(async (scope) => {
    const person = await insertPerson(scope, { id: signIn.newId('user') as UserId, email, name, at })
    await savePassword(scope, person, { id: signIn.newId('account'), hash, at })
    return person
  })
  return { user, email, password }
}
