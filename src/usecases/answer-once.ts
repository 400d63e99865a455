// A request with an idempotency key is carried out once: its key is claimed in the transaction of its change, and what was answered
// is kept for a day and given again.
import { Refusal } from '../core/refusal.ts'
import { claimKey, findAnswer, saveAnswer } from '../store/answers-given.ts'
import type { GivenAnswer, KeptAnswer } from '../store/answers-given.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import type { RequestKey } from './request-key.ts'

export type { GivenAnswer, KeptAnswer } from '../store/answers-given.ts'

/** Milliseconds. */
const kept = 24 * 60 * 60 * 1000
/** A process that answers does so within this time after its commit; milliseconds. */
const answering = 60_000

export class KeyTaken extends Error {}

/** Call it first in the transaction, so that a twin waits here and changes nothing. Throws `KeyTaken`. */
export async function claim(scope: Scope, key: RequestKey, at: string): Promise<void> {
  const expired = new Date(Date.parse(at) - kept).toISOString()
  if (!(await claimKey(scope, key, { at, expired }))) throw new KeyTaken(key.key)
}

/** Runs the transaction that claims the request's key; none, where another of the same request does. */
export async function claiming<T>(
  { requestKey: key }: UseCase,
  write: (key: RequestKey | undefined) => Promise<T>,
): Promise<T> {
  if (key === undefined || key.state !== 'free') return write(undefined)
  key.state = 'claiming'
  try {
    const result = await write(key)
    key.state = 'committed'
    return result
  } catch (error) {
    key.state = 'free'
    throw error
  }
}

/** What was answered to this key before; refuses a key that another request had. */
export async function givenBefore(ctx: UseCase, key: RequestKey): Promise<GivenAnswer | undefined> {
  const expired = new Date(ctx.now() - kept).toISOString()
  const given = await ctx.store.read(ctx.actor.tenant, (scope) => findAnswer(scope, key, expired))
  if (given !== undefined && given.sha256 !== key.sha256)
    throw new Refusal(
      'key-reused',
      'this Idempotency-Key was sent with another request; make a new key for each request',
    )
  return given
}

/** Whether whoever claimed it may still be about to answer. */
export function mayStillAnswer({ madeAt }: GivenAnswer, now: number): boolean {
  return now - Date.parse(madeAt) < answering
}

/** @param answer none: it holds a secret, or is too large to be kept */
export async function keepAnswer(ctx: UseCase, key: RequestKey, answer: KeptAnswer | undefined): Promise<void> {
  const at = new Date(ctx.now()).toISOString()
  await ctx.store.write(ctx.actor.tenant, (scope) => saveAnswer(scope, key, { answer, at }))
}
