// Server-sent events: what an EventSource reads, goes on with after a break by the last id that it had, and is cut off from when it may no longer.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TenantId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import type { LiveEvents, Timers } from '../usecases/live/live-events.ts'
import type { Streamed } from './route.ts'

export interface StreamSettings {
  readonly live: LiveEvents
  readonly timers: Timers
}

export interface StreamAsked {
  readonly tenant: TenantId
  readonly user: string
  readonly streamed: Streamed
  /** asks again who it is and what they may see; throws a refusal when they may not */
  readonly still: () => Promise<Streamed>
}

/** Milliseconds: between signs of life, and until a reader that lost us should come back. */
const beat = 25_000
const comeBack = 3000
/** Bytes that may wait for a slow reader; then it is cut off, and comes back by its last id. */
const mostWaiting = 1024 * 1024

export async function streamEvents(
  { live, timers }: StreamSettings,
  reply: FastifyReply,
  { tenant, user, streamed, still }: StreamAsked,
): Promise<FastifyReply> {
  const { raw } = reply
  let { shows } = streamed
  let cleanUp: () => void = () => undefined
  let over = false
  let opened = false
  const end = (reason?: string) => {
    if (over) return
    over = true
    if (!opened) return
    cleanUp()
    raw.end(reason === undefined ? undefined : `event: end\ndata: ${JSON.stringify({ reason })}\n\n`)
  }
  const write = (text: string) => {
    if (over) return
    raw.write(text)
    if (raw.writableLength <= mostWaiting) return
    end()
    raw.destroy()
  }
  const early: string[] = []
  let say: (text: string) => void = (text) => early.push(text)
  const stop = await live.follow({
    tenant,
    user,
    after: lastSeen(reply.request) ?? streamed.after,
    tell: (event) => {
      const seen = shows(event)
      if (seen !== undefined) say(`id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(seen)}\n\n`)
    },
    ready: () => drained(reply),
    reset: () => say('event: reset\ndata: {}\n\n'),
    over: () => end('the server stops; come back in a moment'),
  })
  if (over) {
    stop()
    throw new Refusal('busy', 'the server stops; try again in a moment')
  }
  open(reply)
  opened = true
  const stopBeating = timers.every(beat, () => {
    still().then(
      (now) => {
        shows = now.shows
        write(': still here\n\n')
      },
      (error: unknown) => end(error instanceof Refusal ? error.message : 'the server failed; come back in a moment'),
    )
  })
  cleanUp = () => {
    stopBeating()
    stop()
  }
  say = write
  write([`retry: ${comeBack}\n\n`, ...early].join(''))
  raw.on('error', () => raw.destroy())
  raw.on('close', () => end())
  if (raw.destroyed) end()
  return reply
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
