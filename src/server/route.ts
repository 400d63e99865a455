// A route as data: what it takes and answers by schema, and the use case that it hands over to. The API's description is made from it.
import type { z } from 'zod'
import type { Action } from '../core/access/policy.ts'
import type { Services, UseCase } from '../usecases/context.ts'
import type { Caller } from '../usecases/who-acts.ts'
import type { RecordedEvent } from '../usecases/list-events.ts'

type Fields = z.ZodObject

interface Described<P extends Fields, Q extends Fields, B extends z.ZodType> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/api/tenants/{tenant}/clients/{client}` */
  readonly path: `/api/${string}`
  readonly summary: string
  readonly params: P
  readonly query?: Q
  readonly body?: B
  /** the body is a file's bytes, as application/octet-stream; `body` is then `z.instanceof(Uint8Array)` */
  readonly takes?: 'bytes'
  /** it is refused without an If-Match that names the version that was seen */
  readonly ifMatch?: 'asked for'
  /** the answer holds a secret: it is not kept, and a request repeated with its idempotency key is not answered again */
  readonly secret?: 'shown once'
  readonly answers: Answers
}

/** Of a tenant, which is the first thing in its path. */
export interface Route<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends z.ZodType = z.ZodType,
> extends Described<P, Q, B> {
  /**
   * whoever finds an open browser must not do it: of a session, one in which the person has just proven again who they are; a
   * token is asked for nothing more
   */
  readonly fresh?: true
  /** what the use case asks the policy */
  readonly action: Action
  readonly run: (ctx: UseCase, given: Given<P, Q, B>) => Promise<Answer>
}

/** Of somebody who is signed in, whatever tenants they belong to. */
export interface PersonRoute<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends z.ZodType = z.ZodType,
> extends Described<P, Q, B> {
  readonly run: (services: Services, given: Given<P, Q, B> & { readonly caller: Caller }) => Promise<Answer>
}

type Status = 200 | 201 | 202 | 204

interface Answers {
  readonly status: Status
  /** others that it may answer with instead, and what they say */
  readonly also?: Readonly<Partial<Record<Status, string>>>
  readonly says: string
  /** none: an empty answer, or a file */
  readonly body?: z.ZodType
  /** media types of the file that is sent instead of JSON */
  readonly file?: readonly string[]
  /** the data of each of the server-sent events that it answers with (text/event-stream) */
  readonly stream?: z.ZodType
}

export interface Given<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = Fields,
  B extends z.ZodType = z.ZodUndefined,
> {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  /** the version that the request’s If-Match names */
  readonly ifMatch?: number | undefined
}

export interface Answer {
  /** a value for the route's schema, or bytes that were made from one before */
  readonly body?: unknown
  /** JSON made once and sent as it is, packed as the reader takes it; asked for only where the reader does not have it */
  readonly made?: (encoding: Encoding) => Buffer | Promise<Buffer>
  /** sent to be saved, never shown by the browser */
  readonly file?: SentFile
  /** the body compressed already (gzip), for whoever accepts it */
  readonly packed?: Uint8Array
  /** one of the route's `also` */
  readonly status?: Status
  /** known before the body: a version or a digest */
  readonly etag?: string
  /** what this address answers never changes */
  readonly immutable?: true
  /** of what was made */
  readonly location?: string
  /** no body: server-sent events, until one may no longer see them */
  readonly stream?: Streamed
}

export interface Streamed {
  readonly after?: number | undefined
  readonly shows: (event: RecordedEvent) => unknown
}

/** As it stands when it was looked. */
export interface StillFollows extends Streamed {
  /** the session that it stands on; none: a token */
  readonly session?: string | undefined
  /** then it is to be asked again: the end of a session, token or seat; RFC 3339, UTC */
  readonly until?: string | undefined
}

export type Encoding = 'identity' | 'gzip' | 'br'

export interface SentFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Only to infer what `run` is given. */
export function route<P extends Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodUndefined>(
  one: Route<P, Q, B>,
): Route {
  return one
}

/** Likewise. */
export function personRoute<P extends Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodUndefined>(
  one: PersonRoute<P, Q, B>,
): PersonRoute {
  return one
}
