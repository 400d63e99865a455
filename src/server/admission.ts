// Who is let through, and how often. Nobody can spend what is another's: a person's requests count for the person alone,
// and those of an address only where nobody is signed in. So a stranger behind the same address locks no one out.
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../core/access/actor.ts'
import { Refusal, TooMany } from '../core/refusal.ts'
import { networkOf } from '../usecases/network-of.ts'
import { allowanceOf } from './allowance.ts'
import type { Edge } from './edge.ts'
import { addressOf, notesOf } from './request-notes.ts'

type Known = Pick<Actor, 'user' | 'by'> & { readonly tenant?: string }

export interface Admission {
  /** Runs what finds out who asks; a person's allowance is spent, or the address's. */
  readonly admit: <T extends Known>(request: FastifyRequest, authenticate: () => Promise<T>) => Promise<T>
  /** For what anyone may ask: sign-in pages, addresses that are none. */
  readonly stranger: (request: FastifyRequest) => void
}

export function admissionOf({ perMinute, clock }: Pick<Edge, 'perMinute' | 'clock'>): Admission {
  const people = allowanceOf(perMinute.person, clock)
  const strangers = allowanceOf(perMinute.stranger, clock)
  const stranger = (request: FastifyRequest) => refuseAfter(strangers.spend(networkOf(addressOf(request))))
  return {
    stranger,
    admit: async (request, authenticate) => {
      try {
        const known = await authenticate()
        const { tenant, user, by } = known
        Object.assign(notesOf(request), { tenant, user, by })
        refuseAfter(people.spend(user))
        return known
      } catch (error) {
        if (error instanceof Refusal && error.code === 'unauthenticated') stranger(request)
        throw error
      }
    },
  }
}

function refuseAfter(seconds: number): void {
  if (seconds > 0) throw new TooMany(seconds)
}
