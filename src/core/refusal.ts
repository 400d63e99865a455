// A refusal is a request that cannot be granted: said once at the edge, as an exit code here and as a status over HTTP.
import type { Issue } from './issue.ts'

/** busy: the same request may be granted later */
export type RefusalCode =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'unauthenticated'
  | 'too-many'
  | 'busy'
  /** an idempotency key that another request had */
  | 'key-reused'

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly issues: readonly Issue[]

  constructor(code: RefusalCode, message: string, issues: readonly Issue[] = []) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.issues = issues
  }
}

/** Somebody else was first: `current` is what stands there now. */
export class Overtaken extends Refusal {
  readonly current: unknown

  constructor(message: string, current: unknown) {
    super('conflict', message)
    this.current = current
  }
}

/** Asked too often. */
export class TooMany extends Refusal {
  /** seconds until one more is granted */
  readonly retryAfter: number

  constructor(retryAfter: number, message?: string) {
    const wait = `${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}`
    super('too-many', message ?? `too many requests; try again in ${wait}`)
    this.retryAfter = retryAfter
  }
}

/** The first of two equal requests is not answered yet. */
export class StillAnswering extends Refusal {
  readonly seconds: number

  constructor(message: string, seconds: number) {
    super('conflict', message)
    this.seconds = seconds
  }
}
