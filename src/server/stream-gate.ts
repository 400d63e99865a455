// What stands before a stream of events: while it is asked again who follows, events wait, and what they may no longer see never goes out.
import type { RecordedEvent } from '../usecases/list-events.ts'
import type { StillFollows } from './route.ts'

export interface Gate {
  readonly tell: (event: RecordedEvent) => void
  /** Asks again; done when it is known. */
  readonly doubt: () => Promise<void>
  /** once nothing is asked just now */
  readonly settled: () => Promise<void>
}

export interface GateSettings {
  /** throws a refusal where they may follow no longer */
  readonly still: () => Promise<StillFollows>
  readonly show: (seen: unknown, event: RecordedEvent) => void
  /** told once; nothing is shown after it */
  readonly shut: (why: unknown) => void
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** After these somebody may see less, or otherwise: members, seats of guests, tokens. */
const touchesRights = /^(?:member|seat|token)\./
/** More than that wait for an answer of the database only when it does not answer. */
const mostWaiting = 5000

/** Shut until it was asked once. */
export function gateOf({ still, show, shut, now }: GateSettings): Gate {
  let follows: StillFollows | undefined
  let waiting: RecordedEvent[] = []
  let doubts = 0
  let asking: Promise<void> | undefined
  let over = false

  async function ask(): Promise<void> {
    try {
      for (let answered = -1; answered < doubts;) {
        answered = doubts
        follows = await still()
      }
      asking = undefined
      for (const event of waiting.splice(0)) tell(event, 'asked')
    } catch (error) {
      end(error)
    }
  }
  function end(why: unknown): void {
    over = true
    waiting = []
    shut(why)
  }
  function doubt(): Promise<void> {
    doubts += 1
    asking ??= ask()
    return asking
  }
  function tell(event: RecordedEvent, known?: 'asked'): void {
    if (over) return
    if (known === undefined && isDoubtful(event)) void doubt()
    if (asking !== undefined || follows === undefined) waiting.push(event)
    else show(follows.shows(event), event)
    if (waiting.length > mostWaiting) end(new Error('too many events wait'))
  }
  const isDoubtful = ({ kind }: RecordedEvent) =>
    touchesRights.test(kind) || (follows?.until !== undefined && Date.parse(follows.until) <= now())

  return { tell: (event) => tell(event), doubt, settled: async () => asking }
}
