// One POST to a receiver, to the very addresses that were looked up and allowed: a name that changes its address in between gains nothing.
import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { request as plainRequest } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { mayReach } from './webhook-target.ts'
import type { WebhookRules } from './webhook-target.ts'

export interface Post {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Posted = { readonly status: number; readonly retryAfter?: number } | { readonly failure: string }

type Done = (error: Error | null, addresses: readonly LookupAddress[]) => void
export type Resolve = (hostname: string, done: Done) => void

export interface PostSettings {
  readonly rules: WebhookRules
  /** for all of it, from the look-up to the answer's end; milliseconds */
  readonly patience: number
  readonly resolve?: Resolve
  /** certificates of an authority of one's own, PEM */
  readonly authority?: string
}

const mostBytes = 64 * 1024

/** Never throws: what went wrong is the answer. Redirects are answers too. */
export function postWebhook({ url, headers, body }: Post, settings: PostSettings): Promise<Posted> {
  const { patience, rules, resolve = systemResolve, authority } = settings
  const options: RequestOptions & { readonly ca?: string } = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Demarc', connection: 'close' },
    agent: false,
    lookup: pinned(resolve, rules),
    signal: AbortSignal.timeout(patience),
    ...(authority !== undefined && { ca: authority }),
  }
  return new Promise((settle) => {
    const fail = ({ name, message }: Error) =>
      settle({
        failure: name === 'AbortError' || name === 'TimeoutError' ? 'no answer in time' : message.slice(0, 500),
      })
    const request = url.protocol === 'https:' ? secureRequest(url, options) : plainRequest(url, options)
    request.on('error', fail)
    request.on('response', (response) => drain(response, () => settle(answerOf(response))))
    request.end(body)
  })
}

/** What the receiver says beyond its status does not concern us. */
function drain(response: IncomingMessage, done: () => void): void {
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostBytes) response.destroy()
  })
  response.on('error', done)
  response.on('close', done)
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): Posted {
  const seconds = Number(headers['retry-after'])
  return { status: statusCode, ...(Number.isSafeInteger(seconds) && seconds > 0 && { retryAfter: seconds }) }
}

/** Refuses a name one of whose addresses is not allowed: mixing a public one in must not help. */
function pinned(resolve: Resolve, rules: WebhookRules): LookupFunction {
  return (hostname: string, { all }: LookupOptions, done) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses
      if (error !== null || first === undefined) return done(error ?? new Error(`${hostname} has no address`), '', 4)
      if (!addresses.every(({ address }) => mayReach(address, rules)))
        return done(new Error(`${hostname} leads to an address that is not public`), '', 4)
      return all === true ? done(null, [...addresses]) : done(null, first.address, first.family)
    })
  }
}

function systemResolve(hostname: string, done: Done): void {
  systemLookup(hostname, { all: true }, (error, addresses) => done(error, error === null ? addresses : []))
}
