// Reads server-sent events from a real socket, as an EventSource does.
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'

export interface ReadEvent {
  readonly id?: number
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface EventReader {
  readonly response: IncomingMessage
  readonly events: ReadEvent[]
  /** comments, such as signs of life */
  readonly beats: () => number
  readonly ended: () => boolean
  readonly reset: () => void
}

export function readEvents(url: string, headers: Readonly<Record<string, string>>): Promise<EventReader> {
  return new Promise((open, fail) => {
    const asking = request(url, { headers, agent: false }, (response) => {
      const events: ReadEvent[] = []
      let [rest, beats, ended] = ['', 0, false]
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop()!
        for (const block of blocks) {
          if (block.startsWith(':')) beats += 1
          const event = eventIn(block)
          if (event !== undefined) events.push(event)
        }
      })
      response.on('close', () => (ended = true))
      response.on('error', () => (ended = true))
      const reset = () => response.socket.resetAndDestroy()
      open({ response, events, beats: () => beats, ended: () => ended, reset })
    })
    asking.on('error', fail)
    asking.end()
  })
}

function eventIn(block: string): ReadEvent | undefined {
  const fields = new Map(block.split('\n').map((line) => [line.split(': ')[0]!, line.slice(line.indexOf(': ') + 2)]))
  const [data, id] = [fields.get('data'), fields.get('id')]
  if (data === undefined) return undefined
  return {
    event: fields.get('event')!,
    data: JSON.parse(data) as ReadEvent['data'],
    ...(id !== undefined && { id: Number(id) }),
  }
}

/** Until it is so: turns of the event loop, no time. */
export async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((turn) => setImmediate(turn))
}
