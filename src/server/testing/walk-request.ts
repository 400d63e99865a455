// A sample request as it goes over HTTP, and what came back; and the same request with an id of somebody else's in it.
import type { FastifyInstance } from 'fastify'
import type { Route } from '../route.ts'
import type { SampleRequest } from './samples/sample.ts'
import type { Place } from './walk-world.ts'

export interface Asked {
  readonly status: number
  /** of a problem; else the whole body */
  readonly detail: string
}

export interface Request {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly ifMatch?: number | undefined
}

export function requestOf(route: Route, { owner, client, engagement }: Place, sample: SampleRequest): Request {
  const params = { tenant: owner.actor.tenant, client, engagement, ...sample.params }
  return { route, params, query: sample.query ?? {}, body: sample.body, ifMatch: sample.ifMatch }
}

/** A stream that does not end is looked at only as far as its head. */
export async function ask(
  app: FastifyInstance,
  { route, params, query, body, ifMatch }: Request,
  { headers, method = route.method }: { readonly headers: Readonly<Record<string, string>>; readonly method?: string },
): Promise<Asked> {
  const response = await app.inject({
    method: method as Route['method'],
    url: route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!)),
    query: { ...query },
    headers: {
      ...headers,
      ...(route.takes === 'bytes' && { 'content-type': 'application/octet-stream' }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    ...(body !== undefined && { payload: body instanceof Uint8Array ? Buffer.from(body) : (body as object) }),
    payloadAsStream: true,
  })
  const stream = response.stream()
  if (String(response.headers['content-type']).startsWith('text/event-stream')) {
    stream.destroy()
    return { status: response.statusCode, detail: '' }
  }
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  const text = Buffer.concat(chunks).toString('utf8')
  const isProblem = response.headers['content-type'] === 'application/problem+json; charset=utf-8'
  const detail = isProblem && text !== '' ? String((JSON.parse(text) as { readonly detail: unknown }).detail) : text
  return { status: response.statusCode, detail }
}

const id = /^(?<kind>[a-z]+)_[0-9a-hjkmnp-tv-z]{26}$/

/** Of the requests that differ from `ours` in one id only, which is then the other's. */
export interface Swap {
  readonly name: string
  readonly where: 'path' | 'query' | 'body'
  readonly foreign: string
  readonly to: (value: string) => Request
}

export function swapsOf(ours: Request, theirs: Request): readonly Swap[] {
  const inMap = (where: 'path' | 'query', field: 'params' | 'query') =>
    Object.keys(ours[field])
      .filter((name) => name !== 'tenant' && id.test(ours[field][name]!) && usedIn(ours, name, where))
      .map((name) => ({
        name,
        where,
        foreign: theirs[field][name]!,
        to: (value: string): Request => ({ ...ours, [field]: { ...ours[field], [name]: value } }),
      }))
  return [...inMap('path', 'params'), ...inMap('query', 'query'), ...inBody(ours, theirs)]
}

function usedIn({ route }: Request, name: string, where: 'path' | 'query'): boolean {
  return where === 'query' || route.path.includes(`{${name}}`)
}

function inBody(ours: Request, theirs: Request): readonly Swap[] {
  if (ours.body === undefined || ours.body instanceof Uint8Array) return []
  const [text, other] = [JSON.stringify(ours.body), JSON.stringify(theirs.body)]
  const idsIn = (json: string) => [...json.matchAll(/"(?<id>[a-z]+_[0-9a-hjkmnp-tv-z]{26})"/g)].map((one) => one[1]!)
  const foreign = idsIn(other)
  return idsIn(text).map((own, index) => ({
    name: own.slice(0, own.indexOf('_')),
    where: 'body',
    foreign: foreign[index]!,
    to: (value) => ({ ...ours, body: JSON.parse(text.replaceAll(own, value)) as unknown }),
  }))
}

/** An id of the same kind that nobody has. */
export function unknownLike(value: string): string {
  return `${value.slice(0, value.indexOf('_'))}_${'0'.repeat(26)}`
}
