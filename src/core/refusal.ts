// A refusal is a request that cannot be granted: said once at the edge, as an exit code here and as a status over HTTP.
import type { Issue } from './issue.ts'

/** busy: the same request may be granted later */
export type RefusalCode = 'invalid' | 'not-found' | 'conflict' | 'forbidden' | 'unauthenticated' | 'busy' | 'too-many'

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

/** Asked too often: the same request may be granted after so many seconds. */
export class TooMany extends Refusal {
  readonly retryAfter: number

  constructor(message: string, retryAfter: number) {
    super('too-many', message)
    this.retryAfter = retryAfter
  }
}
