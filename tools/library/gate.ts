// A quality gate: a question to the library, how many places it looked at, and each place that fails.
import type { Library } from './library.ts'

export interface Gate {
  readonly id: string
  readonly asks: string
  readonly look: (library: Library) => Outcome
}

export interface Outcome {
  readonly looked: number
  /** Each starts with its place: `backup.yaml restore-drill duties[0]: …`. */
  readonly faults: readonly string[]
  /** Why it could not look, where something outside the project is missing. */
  readonly skipped?: string
}

/** The outcome of asking each of some places for its faults. */
export function each<T extends { readonly at: string }>(
  places: readonly T[],
  faultsOf: (place: T) => readonly string[],
): Outcome {
  return {
    looked: places.length,
    faults: places.flatMap((place) => faultsOf(place).map((fault) => `${place.at}: ${fault}`)),
  }
}
