// Who somebody is who goes on following without asking anything: looked for in the database itself, and nothing is noted there.
import type { Actor } from '../core/access/actor.ts'
import { Refusal } from '../core/refusal.ts'
import type { SignIn } from './sign-in/sign-in.ts'
import type { Visitor } from './sign-in/visitor.ts'
import { sessionNow } from './sign-in/who.ts'
import { tokenNow } from './user-of-token.ts'
import { actorNow } from './who-acts.ts'
import type { Caller } from './who-acts.ts'

export interface Stands {
  readonly actor: Actor
  /** none: they came by a token */
  readonly session?: string | undefined
  /** then it is to be asked again: the end of a session, token or seat; RFC 3339, UTC */
  readonly until?: string | undefined
}

export interface Came {
  readonly visitor: Visitor
  /** the token that they came by */
  readonly bearer: string | undefined
}

/** Throws a refusal where they stand nowhere any more. */
export async function standingOf(signIn: SignIn, came: Came, tenant: string): Promise<Stands> {
  const { caller, until, session } = await cameBy(signIn, came)
  const { actor, until: seatedUntil } = await actorNow(signIn, caller, tenant)
  return { actor, session, until: [until, ...(seatedUntil === undefined ? [] : [seatedUntil])].toSorted()[0] }
}

interface Way {
  readonly caller: Caller
  readonly until: string
  readonly session?: string
}

async function cameBy(signIn: SignIn, { visitor, bearer }: Came): Promise<Way> {
  if (bearer !== undefined) return tokenNow(signIn, bearer)
  const found = await sessionNow(signIn, visitor)
  if (found === undefined) throw new Refusal('unauthenticated', 'sign in first')
  const { session, until } = found
  return { caller: { user: session.user, by: 'session' }, session: session.id, until }
}
