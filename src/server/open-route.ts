// A route as data that belongs to no tenant: who one is. Like `Route`, but before anybody knows who asks.
import type { z } from 'zod'
import type { SignIn } from '../usecases/sign-in/sign-in.ts'
import type { Visitor } from '../usecases/sign-in/visitor.ts'
import type { Answer, Given } from './route.ts'

type Fields = z.ZodObject

export interface OpenRoute<P extends Fields = Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/api/session` */
  readonly path: `/api/${string}`
  readonly summary: string
  /** whether the session cookie is asked for, and whether it must have been proven again within five minutes */
  readonly asks: 'nobody' | 'session' | 'fresh session'
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answers: {
    readonly status: 200 | 201 | 204 | 303
    readonly says: string
    readonly body?: z.ZodType
  }
  readonly run: (signIn: SignIn, given: Given<P, Q, B>, visitor: Visitor) => Promise<OpenAnswer>
}

export interface OpenAnswer extends Pick<Answer, 'body' | 'location'> {
  /** Set-Cookie headers */
  readonly cookies?: readonly string[]
}

/** Only to infer what `run` is given. */
export function openRoute<P extends Fields = Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodUndefined>(
  one: OpenRoute<P, Q, B>,
): OpenRoute {
  return one
}
