// A route as data: what it takes and answers by schema, and the use case that it hands over to. The API's description is made from it.
import type { z } from 'zod'
import type { Action } from '../core/access/policy.ts'
import type { UseCase } from '../usecases/context.ts'

type Fields = z.ZodObject

export interface Route<P extends Fields = Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/api/tenants/{tenant}/clients/{client}` */
  readonly path: `/api/${string}`
  readonly summary: string
  /** what the use case asks the policy */
  readonly action: Action
  readonly params: P
  readonly query?: Q
  readonly body?: B
  /** the body is a file's bytes, as application/octet-stream; `body` is then `z.instanceof(Uint8Array)` */
  readonly takes?: 'bytes'
  readonly answers: Answers
  readonly run: (ctx: UseCase, given: Given<P, Q, B>) => Promise<Answer>
}

interface Answers {
  readonly status: 200 | 201 | 204
  readonly says: string
  /** none: an empty answer, or a file */
  readonly body?: z.ZodType
  /** media types of the file that is sent instead of JSON */
  readonly file?: readonly string[]
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
  /** known before the body: a version or a digest */
  readonly etag?: string
  /** of what was made */
  readonly location?: string
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
