// A figure: how many times longer one thing takes than another, and how many times it may.

export interface Ratio {
  readonly what: string
  readonly ratio: number
  readonly limit: number
}

/** The median time of each, in milliseconds: taken in turns, so that a busy moment of the machine hits both. */
export async function mediansOf<Name extends string>(
  jobs: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(jobs) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const begun = performance.now()
      await jobs[name]()
      times.get(name)?.push(performance.now() - begun)
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])])
  return Object.fromEntries(medians) as Record<Name, number>
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
