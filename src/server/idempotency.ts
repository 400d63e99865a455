// POST with an Idempotency-Key (IETF draft httpapi-idempotency-key-header): carried out once; who asks again gets the same answer.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Overtaken, Refusal, StillAnswering } from '../core/refusal.ts'
import { givenBefore, keepAnswer, KeyTaken, mayStillAnswer } from '../usecases/answer-once.ts'
import type { GivenAnswer } from '../usecases/answer-once.ts'
import type { UseCase } from '../usecases/context.ts'
import type { RequestKey } from '../usecases/request-key.ts'
import { keepable } from './answer-parts.ts'
import type { AnswerParts } from './answer-parts.ts'
import type { Route } from './route.ts'
import { problemParts } from './send-problem.ts'

type Run = (ctx: UseCase) => Promise<AnswerParts>

/** Carries requests out, each with a key once; one for each server, which knows what it is just carrying out. */
export function answeringOnce(): (
  route: Route,
  request: FastifyRequest,
  way: { ctx: UseCase; run: Run },
) => Promise<AnswerParts> {
  const running = new Map<string, Promise<unknown>>()
  return (route, request, { ctx, run }) => {
    const text = route.method === 'POST' ? request.headers['idempotency-key'] : undefined
    return text === undefined ? run(ctx) : keyed(keyOf(text, request, ctx), { ctx, run, route })
  }

  async function keyed(key: RequestKey, { ctx, run, route }: Omit<Keyed, 'key'>): Promise<AnswerParts> {
    const name = `${ctx.actor.tenant} ${key.user} ${key.key}`
    // a twin in this process waits; of several that wait, the next to run finds what the one before left
    for (let twin = running.get(name); twin !== undefined; twin = running.get(name)) await twin
    const answer = once({ ctx: { ...ctx, requestKey: key }, key, run, route })
    running.set(
      name,
      answer.catch(() => undefined).then(() => running.delete(name)),
    )
    return answer
  }
}

interface Keyed {
  readonly ctx: UseCase
  readonly key: RequestKey
  readonly run: Run
  readonly route: Route
}

async function once(keyed: Keyed): Promise<AnswerParts> {
  const { ctx, key, run, route } = keyed
  const before = await givenBefore(ctx, key)
  if (before !== undefined) return again(before, ctx)
  try {
    const parts = await run(ctx)
    await kept(keyed, route.secret === undefined ? keepable(parts) : undefined)
    return parts
  } catch (error) {
    if (error instanceof KeyTaken) return again((await givenBefore(ctx, key))!, ctx)
    // a refusal that left nothing behind leaves the key free; one after a change is the answer to it
    if (error instanceof Refusal && key.state === 'committed') await kept(keyed, keepable(problemParts(error)))
    throw error
  }
}

/** The change stands whether or not its answer could be kept: then whoever asks again is told what was done. */
async function kept({ ctx, key }: Keyed, answer: ReturnType<typeof keepable>): Promise<void> {
  await keepAnswer(ctx, key, answer).catch(() => undefined)
}

function again(given: GivenAnswer, { now }: UseCase): AnswerParts {
  const { state, answer, did, madeAt } = given
  if (answer !== undefined) return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } }
  if (state === 'withheld')
    throw new Refusal(
      'conflict',
      `this request was carried out at ${madeAt}; its answer held a file or a secret that is shown once, so it was not kept. Look at what it made, or make a new one with a new key`,
    )
  if (mayStillAnswer(given, now()))
    throw new StillAnswering('the same request is being answered; ask again in a moment', 1)
  throw new Overtaken(
    `this request was carried out at ${madeAt}, but the server stopped before it answered; what it did is given here, and is not done again`,
    did,
  )
}

const KeyText = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,200})"|([\x21\x23-\x7e]{1,200}))$/

/** In quotation marks, as the draft has it, or bare, as most send it. */
function keyOf(text: string | readonly string[], request: FastifyRequest, { actor }: UseCase): RequestKey {
  const [, quoted, bare] = KeyText.exec(String(text)) ?? []
  const key = quoted ?? bare
  if (key === undefined)
    throw new Refusal('invalid', 'an Idempotency-Key is 1 to 200 visible ASCII characters, such as a UUID')
  const { body } = request
  const content = Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? '')
  const sha256 = createHash('sha256').update(`${request.method} ${request.url}\n`).update(content).digest('hex')
  return { user: actor.user, key, sha256, state: 'free' }
}
