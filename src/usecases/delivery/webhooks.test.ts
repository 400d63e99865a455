import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventsAfter } from '../../store/events.ts'
import { changeWebhook, removeWebhook, rotateWebhookSecret, testWebhook } from '../change-webhook.ts'
import type { UseCase } from '../context.ts'
import { createClient } from '../create-client.ts'
import { createWebhook } from '../create-webhook.ts'
import { deliverAgain, deliveriesOf } from '../list-deliveries.ts'
import { webhooksOf } from '../list-webhooks.ts'
import { sealAgain } from '../seal-again.ts'
import { sealingWith } from '../sealing.ts'
import { as, onEachEngine } from '../testing/two-msps.ts'
import type { TwoMsps } from '../testing/two-msps.ts'
import { sendNext } from './send-next.ts'
import { outboxOn } from './testing/outbox.ts'
import type { Clock } from './testing/outbox.ts'
import { receiver } from './testing/receiver.ts'
import type { Received, Receiver } from './testing/receiver.ts'

describe.each(onEachEngine)('webhooks on $engine', ({ open }) => {
  let world: TwoMsps
  let owner: UseCase
  let there: Receiver
  let url: string
  let clock: Clock
  beforeAll(async () => {
    world = await open()
    there = await receiver('http')
    url = `http://127.0.0.1:${there.port}/hook`
    owner = { ...world.ours.owner, webhookRules: { http: 'allowed', networks: ['127.0.0.0/8'] } }
    clock = { at: Date.parse('2026-05-01T09:00:00Z') }
  })
  afterAll(async () => {
    await there.close()
    await world.close()
  })
  beforeEach(async () => {
    for (const { id } of await webhooksOf(owner)) await removeWebhook(owner, id)
    there.got.length = 0
    there.answers = (_request, response) => response.end()
    clock.at += 86_400_000
  })

  const send = async () => {
    while ((await sendNext(outboxOn(world, clock))) > 0);
  }
  const addClient = (ctx: UseCase = owner) => createClient(ctx, { name: 'Fir Street Clinic' })
  const kindsGot = () => there.got.map(({ body }) => (JSON.parse(body) as { readonly type: string }).type)
  const signatureOf = (secret: string, { headers, body }: Received) =>
    `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
      .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
      .digest('base64')}`

  test('tell of what happened, signed; by ids alone', async () => {
    const { webhook, secret } = await createWebhook(owner, { url, kinds: ['client.created'] })
    const client = await addClient()
    await addClient(world.theirs.owner)
    await send()
    expect(there.got).toHaveLength(1)
    const [got] = there.got
    const { items } = await deliveriesOf(owner, webhook.id, { limit: 5 })
    expect(items).toMatchObject([{ id: got!.headers['webhook-id'], state: 'sent', status: 200 }])
    expect(JSON.parse(got!.body)).toMatchObject({
      type: 'client.created',
      data: { subject: client.id, seq: items[0]!.seq },
    })
    expect(got!.body).not.toContain('Fir Street')
    expect(got!.headers['webhook-timestamp']).toBe(`${clock.at / 1000}`)
    expect(got!.headers['webhook-signature']).toBe(signatureOf(secret, got!))
  })

  test('each event of a wanted kind once, for each webhook that wants it', async () => {
    const all = await createWebhook(owner, { url, kinds: [] })
    const some = await createWebhook(owner, { url, kinds: ['client.created', 'webhook.created'] })
    await Promise.all(Array.from({ length: 12 }, () => addClient()))
    const count = async (one: typeof all) =>
      (await deliveriesOf(owner, one.webhook.id, { limit: 200 })).items.map(({ seq }) => seq).toSorted((a, b) => a - b)
    const events = await owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 10_000))
    const since = events.findIndex(({ subject }) => subject === all.webhook.id)
    expect(await count(all)).toEqual(events.slice(since).map(({ seq }) => seq))
    expect(await count(some)).toEqual(events.slice(since + 1).map(({ seq }) => seq))
    await send()
    expect(there.got).toHaveLength(14 + 13)
  })

  test('a change that is taken back tells nobody', async () => {
    const { webhook } = await createWebhook(owner, { url, kinds: ['client.created'] })
    const failing = {
      ...owner,
      store: {
        ...owner.store,
        write: (tenant, work) =>
          owner.store.write(tenant, async (scope) => {
            await work(scope)
            throw new Error('the power went')
          }),
      } as UseCase['store'],
    }
    await expect(addClient(failing)).rejects.toThrow('the power went')
    expect((await deliveriesOf(owner, webhook.id, { limit: 5 })).items).toEqual([])
  })

  test('a rotated secret signs, and the one before for a day', async () => {
    const before = await createWebhook(owner, { url, kinds: ['client.created'] })
    clock.at = owner.now()
    const after = await rotateWebhookSecret(owner, before.webhook.id)
    await addClient()
    clock.at = owner.now()
    await send()
    const [first] = there.got
    expect(first!.headers['webhook-signature']).toBe(
      `${signatureOf(after.secret, first!)} ${signatureOf(before.secret, first!)}`,
    )
    await addClient()
    clock.at += 25 * 3_600_000
    await send()
    expect(there.got[1]!.headers['webhook-signature']).toBe(signatureOf(after.secret, there.got[1]!))
  })

  test('nothing that is kept tells a secret', async () => {
    const { webhook, secret } = await createWebhook(owner, { url, kinds: [] })
    const after = await rotateWebhookSecret(owner, webhook.id)
    const kept = await owner.store.read(owner.actor.tenant, async ({ sql }) => [
      await sql.selectFrom('webhooks').selectAll().execute(),
      await sql.selectFrom('events').selectAll().execute(),
      await sql.selectFrom('deliveries').selectAll().execute(),
    ])
    expect(JSON.stringify(kept)).toContain(webhook.id)
    for (const told of [secret, after.secret])
      expect(JSON.stringify(kept)).not.toContain(told.replace('whsec_', '').slice(0, 20))
  })

  test('under another DEMARC_SECRET a delivery fails and says what to do; another secret mends it', async () => {
    const elsewhere = sealingWith('another DEMARC_SECRET, of which nobody knows')
    const { webhook } = await createWebhook({ ...owner, sealing: elsewhere }, { url, kinds: ['client.created'] })
    await addClient()
    await send()
    expect(there.got).toEqual([])
    const [waiting] = (await deliveriesOf(owner, webhook.id, { limit: 1 })).items
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting!.failure).toMatch(/cannot be read.*DEMARC_SECRET.*make the webhook another secret/)
    const after = await rotateWebhookSecret(owner, webhook.id)
    clock.at += 3_600_000
    await send()
    expect(there.got[0]!.headers['webhook-signature']).toBe(signatureOf(after.secret, there.got[0]!))
  })

  test('what the DEMARC_SECRET before sealed is sealed again, and signs as it did', async () => {
    const before = 'the DEMARC_SECRET before, of thirty-two letters'
    const then = { ...owner, sealing: sealingWith(before) }
    const first = await createWebhook(then, { url, kinds: ['client.created'] })
    const second = await rotateWebhookSecret(then, first.webhook.id)
    const lost = await createWebhook({ ...owner, sealing: sealingWith('lost') }, { url, kinds: ['client.created'] })
    const untouched = await createWebhook(owner, { url, kinds: ['activity.changed'] })
    const today = 'a secret that only tests know of, ever'
    expect(await sealAgain(owner, today, before)).toEqual({ webhooks: 1, authenticators: 0, unreadable: 1 })
    expect(await sealAgain(owner, today, before)).toEqual({ webhooks: 0, authenticators: 0, unreadable: 1 })
    const versions = (await webhooksOf(owner)).map(({ id, version }) => [id, version])
    expect(versions).toEqual([
      [first.webhook.id, 3],
      [lost.webhook.id, 1],
      [untouched.webhook.id, 1],
    ])
    await addClient()
    clock.at = owner.now()
    await send()
    const signatures = there.got.map(({ headers }) => headers['webhook-signature'])
    const [got] = there.got
    expect(signatures).toEqual([`${signatureOf(second.secret, got!)} ${signatureOf(first.secret, got!)}`])
  })

  test('a paused one keeps what waits, and queues nothing; resumed, it goes on', async () => {
    const { webhook } = await createWebhook(owner, { url, kinds: ['client.created'] })
    await addClient()
    const paused = await changeWebhook(owner, webhook.id, { version: 1, state: 'paused' })
    await addClient()
    await send()
    expect(there.got).toEqual([])
    await expect(testWebhook(owner, webhook.id)).rejects.toMatchObject({ code: 'conflict' })
    await changeWebhook(owner, webhook.id, { version: paused.version, state: 'active' })
    await send()
    expect(kindsGot()).toEqual(['client.created'])
  })

  test('a removed one is told nothing more', async () => {
    const { webhook } = await createWebhook(owner, { url, kinds: [] })
    await addClient()
    await removeWebhook(owner, webhook.id)
    await send()
    expect(there.got).toEqual([])
    await expect(removeWebhook(owner, webhook.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a trial reaches that one alone, whatever kinds it wants', async () => {
    await createWebhook(owner, { url, kinds: ['webhook.tested'] })
    const { webhook } = await createWebhook(owner, { url, kinds: ['client.created'] })
    await testWebhook(owner, webhook.id)
    await send()
    expect(kindsGot()).toEqual(['webhook.tested'])
  })

  test('a receiver that fails is asked again under the same id, and holds up no other', async () => {
    const other = await receiver('http')
    const failing = await createWebhook(owner, { url, kinds: ['client.created'] })
    const fine = await createWebhook(owner, { url: `http://127.0.0.1:${other.port}/`, kinds: ['client.created'] })
    there.answers = (_request, response) => response.writeHead(500).end()
    for (let n = 0; n < 25; n++) await addClient()
    await send()
    expect(there.got.length).toBeLessThanOrEqual(20)
    expect(other.got).toHaveLength(25)
    const { items } = await deliveriesOf(owner, failing.webhook.id, { limit: 50 })
    expect(items.every(({ state }) => state === 'waiting')).toBe(true)
    expect(items.find(({ status }) => status === 500)).toMatchObject({ failure: 'the receiver answered 500' })
    there.answers = (_request, response) => response.end()
    const tried = new Set(there.got.map(({ headers }) => headers['webhook-id']))
    clock.at += 3_600_000
    await send()
    const again = there.got.map(({ headers }) => headers['webhook-id'])
    expect(new Set(again).size).toBe(25)
    expect(again).toHaveLength(25 + tried.size)
    expect((await deliveriesOf(owner, fine.webhook.id, { limit: 50 })).items).toHaveLength(25)
    await other.close()
  })

  test('what was sent is delivered again when asked for', async () => {
    const { webhook } = await createWebhook(owner, { url, kinds: ['client.created'] })
    await addClient()
    await send()
    const { id } = (await deliveriesOf(owner, webhook.id, { limit: 1 })).items[0]!
    clock.at = owner.now() + 60_000
    await deliverAgain(owner, { webhook: webhook.id, delivery: id })
    await expect(deliverAgain(owner, { webhook: webhook.id, delivery: id })).rejects.toMatchObject({ code: 'conflict' })
    await send()
    expect(there.got.map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
  })

  test('an editor may not, another MSP finds none, and who is late is told', async () => {
    const { webhook } = await createWebhook(owner, { url, kinds: [] })
    const editor = as(owner, { member: 'editor' })
    await expect(createWebhook(editor, { url, kinds: [] })).rejects.toMatchObject({ code: 'forbidden' })
    for (const asking of [webhooksOf(editor), testWebhook(editor, webhook.id), removeWebhook(editor, webhook.id)])
      await expect(asking).rejects.toMatchObject({ code: 'forbidden' })
    await expect(testWebhook(world.theirs.owner, webhook.id)).rejects.toMatchObject({ code: 'not-found' })
    await changeWebhook(owner, webhook.id, { version: 1, kinds: ['client.created'] })
    const late = changeWebhook(owner, webhook.id, { version: 1, state: 'paused' })
    await expect(late).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } })
    await expect(createWebhook(world.ours.owner, { url, kinds: [] })).rejects.toMatchObject({ code: 'invalid' })
  })
})
