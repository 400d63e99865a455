// The tenant's mail: what waits (all of it, where there is no mail server), what was sent, what failed; one may be tried again or discarded.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { MessageId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { discardMessage, findMessage, listMessages, retryMessage } from '../store/messages.ts'
import type { Message, MessageState } from '../store/messages.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { transact } from './transact.ts'

export { MessageState } from '../store/messages.ts'

export async function outboxOf(
  ctx: UseCase,
  asked: PageAsked & { readonly state: MessageState },
): Promise<Page<Omit<Message, 'body'>>> {
  authorize(ctx.actor, 'outbox.read')
  const page = await ctx.store.read(ctx.actor.tenant, (scope) => listMessages(scope, asked))
  return { ...page, items: page.items.map(({ body: _body, ...head }) => head) }
}

export async function readMessage(ctx: UseCase, id: MessageId): Promise<Message> {
  authorize(ctx.actor, 'outbox.read')
  return ctx.store.read(ctx.actor.tenant, (scope) => present(scope, id))
}

export async function sendAgain(ctx: UseCase, id: MessageId): Promise<Message> {
  authorize(ctx.actor, 'outbox.manage')
  return transact(ctx, async (change) => {
    const { state } = await present(change, id)
    if (state !== 'failed') throw new Refusal('conflict', `this message is ${state}; only a failed one is tried again`)
    await retryMessage(change, id, change.at)
    change.record({ kind: 'message.retried', subject: id, body: {} })
    return present(change, id)
  })
}

export async function discard(ctx: UseCase, id: MessageId): Promise<Message> {
  authorize(ctx.actor, 'outbox.manage')
  return transact(ctx, async (change) => {
    const message = await present(change, id)
    const { state } = message
    if (state === 'sent' || state === 'discarded') throw new Refusal('conflict', `this message is ${state} already`)
    if (!(await discardMessage(change, message, change.at)))
      throw new Refusal('conflict', 'this message is just being sent; look at it again in a few minutes')
    change.record({ kind: 'message.discarded', subject: id, body: {} })
    return present(change, id)
  })
}

async function present(scope: Scope, id: MessageId): Promise<Message> {
  const message = await findMessage(scope, id)
  if (message === undefined) throw new Refusal('not-found', 'there is no such message')
  return message
}
