// The tenant's outgoing mail, for its owner.
import { z } from 'zod'
import { PageQuery, pageOf } from '../../core/page.ts'
import { MessageId, TenantId } from '../../core/record-id.ts'
import { discard, MessageState, outboxOf, readMessage, sendAgain } from '../../usecases/read-outbox.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId })
const one = z.strictObject({ tenant: TenantId, message: MessageId })

const head = {
  id: MessageId,
  kind: z.string().meta({ description: 'what it is about', example: 'invitation' }),
  recipient: z.string(),
  subject: z.string(),
  state: MessageState,
  attempts: z.int(),
  madeAt: z.iso.datetime(),
  nextAt: z.iso.datetime().optional().meta({ description: 'not before then it is tried' }),
  sentAt: z.iso.datetime().optional(),
  failure: z.string().optional().meta({ description: 'what the mail server said to the last attempt' }),
}
const MessageHead = z.strictObject(head)
const MessageBody = z.strictObject({
  ...head,
  body: z
    .string()
    .meta({ description: 'an invitation that was sent or discarded says, in place of its link, that it is not kept' }),
})

export const outboxRoutes = [
  route({
    name: 'listOutbox',
    method: 'GET',
    path: '/api/tenants/{tenant}/outbox',
    summary: 'Outgoing mail, the newest first',
    action: 'outbox.read',
    params,
    query: z.strictObject({ ...PageQuery, state: MessageState.default('waiting') }),
    answers: { status: 200, says: 'messages without their text', body: pageOf(MessageHead) },
    run: async (ctx, { query }) => ({ body: await outboxOf(ctx, query) }),
  }),
  route({
    name: 'readMessage',
    method: 'GET',
    path: '/api/tenants/{tenant}/outbox/{message}',
    summary: 'One message with its text',
    action: 'outbox.read',
    params: one,
    answers: { status: 200, says: 'the message', body: MessageBody },
    run: async (ctx, { params: { message } }) => ({ body: await readMessage(ctx, message) }),
  }),
  route({
    name: 'retryMessage',
    method: 'POST',
    path: '/api/tenants/{tenant}/outbox/{message}/retry',
    summary: 'Try a failed message again',
    action: 'outbox.manage',
    params: one,
    answers: { status: 200, says: 'the message, waiting', body: MessageBody },
    run: async (ctx, { params: { message } }) => ({ body: await sendAgain(ctx, message) }),
  }),
  route({
    name: 'discardMessage',
    method: 'POST',
    path: '/api/tenants/{tenant}/outbox/{message}/discard',
    summary: 'Never send a message that waits or failed',
    action: 'outbox.manage',
    params: one,
    answers: { status: 200, says: 'the message, discarded', body: MessageBody },
    run: async (ctx, { params: { message } }) => ({ body: await discard(ctx, message) }),
  }),
]
