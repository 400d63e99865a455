// Server-sent events: what an EventSource reads, goes on with after a break by the last id that it had, and is cut off from when it may no longer.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TenantId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import type { LiveEvents, Timers } from '../usecases/live/live-events.ts'
import type { StillFollows, Streamed } from './route.ts'
import { gateOf } from './stream-gate.ts'

export interface StreamSettings {
  readonly live: LiveEvents
  readonly timers: Timers
  /** milliseconds since 1970 */
  readonly now: () => number
}

export interface StreamAsked {
  readonly tenant: TenantId
  readonly user: string
  readonly streamed: Streamed
  /** asks again who it is and what they may see; throws a refusal when they may not */
  readonly still: () => Promise<StillFollows>
}

/** Milliseconds: between signs of life, and until a reader that lost us should come back. */
const beat = 25_000
const comeBack = 3000
/** Bytes that may wait for a slow reader; then it is cut off, and comes back by its last id. */
const mostWaiting = 1024 * 1024

export async function streamEvents(
  { live, timers, now }: StreamSettings,
  reply: FastifyReply,
  { tenant, user, streamed, still }: StreamAsked,
): Promise<FastifyReply> {
  const out = outletOf(reply)
  let session: string | undefined
  const gate = gateOf({
    now,
    still: async () => {
      const follows = await still()
      ;({ session } = follows)
      return follows
    },
    show: (seen, event) => {
      if (seen !== undefined) out.write(`id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(seen)}\n\n`)
    },
    shut: (why) => out.end(why instanceof Refusal ? why.message : 'the server failed; come back in a moment'),
  })
  const stop = await live.follow({
    tenant,
    user,
    after: lastSeen(reply.request) ?? streamed.after,
    session: () => session,
    doubt: () => void gate.doubt(),
    tell: gate.tell,
    ready: async () => {
      await gate.settled()
      await drained(reply)
    },
    reset: () => out.write('event: reset\ndata: {}\n\n'),
    over: () => out.end('the server stops; come back in a moment'),
  })
  // what ended between the request and here was told to nobody yet
  void gate.doubt()
  const stopBeating = timers.every(beat, () => void gate.doubt().then(() => out.write(': still here\n\n')))
  out.open(() => {
    stopBeating()
    stop()
  })
  return reply
}

interface Outlet {
  /** @param closed called once, however it ends */
  readonly open: (closed: () => void) => void
  readonly write: (text: string) => void
  readonly end: (reason?: string) => void
}

/** What is written before it opens goes out when it opens. */
function outletOf(reply: FastifyReply): Outlet {
  const { raw } = reply
  let state: 'early' | 'open' | 'over' = 'early'
  let early = `retry: ${comeBack}\n\n`
  let closed: () => void = () => undefined
  const write = (text: string) => {
    if (state === 'early') early += text
    if (state !== 'open') return
    raw.write(text)
    if (raw.writableLength <= mostWaiting) return
    end()
    raw.destroy()
  }
  const end = (reason?: string) => {
    const last = reason === undefined ? '' : `event: end\ndata: ${JSON.stringify({ reason })}\n\n`
    if (state === 'open') {
      state = 'over'
      closed()
      raw.end(last)
    } else if (state === 'early') {
      state = 'over'
      early += last
    }
  }
  return {
    write,
    end,
    open: (then) => {
      open(reply)
      closed = then
      const ended = state === 'over' || raw.destroyed
      state = 'open'
      raw.on('error', () => raw.destroy())
      raw.on('close', () => end())
      raw.write(early)
      if (ended) end()
    },
  }
}

function open(reply: FastifyReply): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    // proxies that gather answers hold events back
    'x-accel-buffering': 'no',
  } as Record<string, string>)
  raw.flushHeaders()
}

/** What a browser sends when it comes back. */
function lastSeen({ headers }: FastifyRequest): number | undefined {
  const text = headers['last-event-id']
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

function drained({ raw }: FastifyReply): Promise<void> {
  if (!raw.writableNeedDrain || raw.destroyed) return Promise.resolve()
  return new Promise((done) => {
    const go = () => {
      raw.off('drain', go)
      raw.off('close', go)
      done()
    }
    raw.on('drain', go)
    raw.on('close', go)
  })
}
