// Names and addresses of people, beside what a tenant holds of them.
import type { UserId } from '../core/record-id.ts'
import { findPeople } from '../store/users.ts'
import type { Services } from './context.ts'

/** Both are missing where the person was erased. */
export interface Named {
  readonly name?: string
  readonly email?: string
}

export async function peopleNamed<T extends { readonly user: UserId }>(
  { store }: Services,
  entries: readonly T[],
): Promise<readonly (T & Named)[]> {
  const users = await store.readSystem((scope) =>
    findPeople(
      scope,
      entries.map(({ user }) => user),
    ),
  )
  return entries.map((entry) => {
    const user = users.get(entry.user)
    return user === undefined ? entry : { ...entry, name: user.name, email: user.email }
  })
}
