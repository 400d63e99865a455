// The idempotency key of the request that a use case serves.
import type { KeyedRequest } from '../store/answers-given.ts'

export interface RequestKey extends KeyedRequest {
  /** the first transaction of the request claims it; committed: what the request did stands */
  state: 'free' | 'claiming' | 'committed'
}
