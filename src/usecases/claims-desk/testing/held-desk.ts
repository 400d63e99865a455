// A desk whose threads do nothing, and let nothing else happen in them, until the test lets them go on.
import { once } from 'node:events'
import { BroadcastChannel } from 'node:worker_threads'
import type { Context } from '../../../core/context.ts'
import { openClaimsDesk } from '../claims-desk.ts'
import type { ClaimsDesk, DeskSettings } from '../claims-desk.ts'

export interface HeldDesk extends ClaimsDesk {
  /** resolves with the id of the next thread that came to a stand */
  readonly held: () => Promise<number>
  /** from now on nothing is held */
  readonly release: () => void
}

export interface HeldData {
  readonly gate: Int32Array<SharedArrayBuffer>
  readonly channel: string
}

let desks = 0

export function openHeldDesk(knowledge: Context, settings: Partial<DeskSettings> = {}): HeldDesk {
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const name = `held-desk-${(desks += 1)}`
  const channel = new BroadcastChannel(name)
  channel.unref()
  const release = () => {
    Atomics.store(gate, 0, 1)
    Atomics.notify(gate, 0)
  }
  const desk = openClaimsDesk(knowledge, {
    ...settings,
    script: new URL('./held-thread.ts', import.meta.url),
    data: { gate, channel: name } satisfies HeldData,
  })
  return {
    ask: desk.ask,
    held: async () => {
      const [message] = (await once(channel as unknown as EventTarget, 'message')) as [{ readonly data: number }]
      return message.data
    },
    release,
    close: async () => {
      channel.close()
      await desk.close()
    },
  }
}
