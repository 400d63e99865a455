// A figure: how many times longer one thing takes than another, and how many times it may.

export interface Ratio {
  readonly what: string
  readonly ratio: number
  readonly limit: number
}

/** Of this process in all of its threads, in milliseconds: a busy machine does not lengthen it as it does the time that passes. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The median time of each, in milliseconds: taken in turns, so that a busy moment of the machine hits both. */
export async function mediansOf<Name extends string>(
  jobs: Readonly<Record<Name, () => unknown>>,
  rounds: number,
  clock = (): number => performance.now(),
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(jobs) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const begun = clock()
      await jobs[name]()
      times.get(name)?.push(clock() - begun)
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])])
  return Object.fromEntries(medians) as Record<Name, number>
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
