// The sender: as long as it is not told to stop, sends what is due, then waits for a change or for a while.
import type { OutboxServices } from './outbox-services.ts'
import { forgetOld, sendNext } from './send-next.ts'

export interface Pace {
  readonly signal: AbortSignal
  /** of what nothing announces: an attempt that falls due; milliseconds */
  readonly every?: number
  readonly after?: (milliseconds: number, then: () => void) => () => void
  /** told of what should never be; the sender goes on */
  readonly failed?: (error: unknown) => void
}

const hour = 60 * 60 * 1000

/** Ends when it was told to and what it had begun is settled. */
export async function runOutbox(services: OutboxServices, pace: Pace): Promise<void> {
  const { signal, every = 1000, after = timer, failed = () => undefined } = pace
  const bell = bellOf(services, signal)
  let forgotten = 0
  while (!signal.aborted) {
    const tried = await sendNext(services).catch((error: unknown) => {
      failed(error)
      return 0
    })
    if (services.now() - forgotten > hour) {
      forgotten = services.now()
      await forgetOld(services).catch(failed)
    }
    if (tried > 0 || signal.aborted) continue
    await bell.rung(every, after)
  }
  bell.remove()
}

/** Rings when something was committed, and when it is time to stop; a ring between two waits is not lost. */
function bellOf({ store }: OutboxServices, signal: AbortSignal) {
  let ring: () => void = () => undefined
  let rang = false
  const heard = () => {
    rang = true
    ring()
  }
  const remove = store.onChange(heard)
  signal.addEventListener('abort', heard, { once: true })
  return {
    remove,
    rung: (every: number, after: NonNullable<Pace['after']>) =>
      new Promise<void>((done) => {
        const stop = after(every, heard)
        ring = () => {
          stop()
          rang = false
          ring = () => undefined
          done()
        }
        if (rang) ring()
      }),
  }
}

function timer(milliseconds: number, then: () => void): () => void {
  const handle = setTimeout(then, milliseconds)
  return () => clearTimeout(handle)
}
