// An answer as it goes out: its status, its headers and its body, made from what the route gave and what its reader takes.
import type { FastifyReply } from 'fastify'
import type { KeptAnswer } from '../usecases/answer-once.ts'
import { encodingFor, takes } from './encoding.ts'
import type { Answer, PersonRoute, Route, SentFile } from './route.ts'

export interface AnswerParts {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** undefined: empty */
  readonly body?: string | Buffer | Uint8Array
  /** a file is never kept for those who ask twice */
  readonly file?: true
}

/** Headers of the request. */
export interface Reader {
  readonly 'if-none-match'?: string | undefined
  readonly 'accept-encoding'?: string | string[] | undefined
}

const json = { 'content-type': 'application/json; charset=utf-8' }

/** A body that its reader has is not made. */
export function partsOf(
  route: Route | PersonRoute,
  answer: Answer,
  reader: Reader,
): AnswerParts | Promise<AnswerParts> {
  const { etag, file, made, status = route.answers.status } = answer
  const headers = headersOf(answer)
  const had = route.method === 'GET' && etag !== undefined && matches(reader['if-none-match'], `"${etag}"`)
  if (had) return { status: 304, headers }
  if (made !== undefined) return madeParts(made, { status, headers, reader })
  if (file !== undefined)
    return { status, headers: { ...headers, ...fileHeaders(file) }, body: bytesOf(file), file: true }
  if (route.answers.body === undefined) return { status, headers }
  if (answer.packed !== undefined && takes('gzip', acceptedBy(reader)))
    return { status, headers: { ...headers, ...json, 'content-encoding': 'gzip' }, body: answer.packed }
  const { body } = answer
  return {
    status,
    headers: { ...headers, ...json },
    body: Buffer.isBuffer(body) ? body : JSON.stringify(route.answers.body.parse(body)),
  }
}

function headersOf({ etag, location, immutable, packed, made }: Answer): Readonly<Record<string, string>> {
  return {
    ...(location !== undefined && { location }),
    // The same in several encodings is not the same byte by byte (RFC 9110 §8.8.1).
    ...(etag !== undefined && { etag: made === undefined ? `"${etag}"` : `W/"${etag}"` }),
    ...(immutable && { 'cache-control': 'private, max-age=31536000, immutable' }),
    ...((packed !== undefined || made !== undefined) && { vary: 'accept-encoding' }),
  }
}

interface Making {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly reader: Reader
}

function madeParts(
  made: NonNullable<Answer['made']>,
  { status, headers, reader }: Making,
): AnswerParts | Promise<AnswerParts> {
  const encoding = encodingFor(acceptedBy(reader))
  const whole = { ...headers, ...json, ...(encoding !== 'identity' && { 'content-encoding': encoding }) }
  const body = made(encoding)
  return body instanceof Promise
    ? body.then((bytes) => ({ status, headers: whole, body: bytes }))
    : { status, headers: whole, body }
}

/** What of it is kept; nothing where it is a file or larger than a megabyte. */
export function keepable({ status, headers, body = '', file }: AnswerParts): KeptAnswer | undefined {
  if (file || body.length > 1_000_000) return undefined
  return { status, headers, body: typeof body === 'string' ? body : Buffer.from(body).toString() }
}

export function send(reply: FastifyReply, { status, headers, body }: AnswerParts): FastifyReply {
  return reply.code(status).headers(headers).send(body)
}

function acceptedBy(reader: Reader): string {
  return String(reader['accept-encoding'] ?? '')
}

/** RFC 9110 §13.1.2: weakly compared, so a proxy that compressed the body does no harm. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** RFC 6266: the name in ASCII and, for those who read it, whole. */
function fileHeaders({ name, type }: SentFile) {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  }
}

function bytesOf({ bytes }: SentFile): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
