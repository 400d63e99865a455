// Taking turns: of one name so many at once, the others in the order in which they came. Who waits holds no connection.
import { Refusal } from '../../core/refusal.ts'

interface Lane {
  running: number
  readonly waiting: Set<() => void>
}

/** @param patience how long one waits for their turn, in milliseconds; then they are told to come back, and nothing was begun */
export function turnsOf(most: number, patience: number): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const lanes = new Map<string, Lane>()

  function turn({ waiting }: Lane): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(begin)
        reject(
          new Refusal('busy', 'too many changes are waiting before this one, which was not begun; try again later'),
        )
      }, patience)
      const begin = () => {
        clearTimeout(late)
        resolve()
      }
      waiting.add(begin)
    })
  }

  function end(name: string, lane: Lane): void {
    const [next] = lane.waiting
    if (next !== undefined) {
      lane.waiting.delete(next)
      next()
      return
    }
    lane.running -= 1
    if (lane.running === 0) lanes.delete(name)
  }

  return async (name, work) => {
    const lane = lanes.get(name) ?? { running: 0, waiting: new Set() }
    lanes.set(name, lane)
    if (lane.running >= most) await turn(lane)
    else lane.running += 1
    try {
      return await work()
    } finally {
      end(name, lane)
    }
  }
}
