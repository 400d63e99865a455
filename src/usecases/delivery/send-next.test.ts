import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostAttempts } from '../../core/next-attempt.ts'
import type { MessageId } from '../../core/record-id.ts'
import { insertSystemMessage, listSystemMessages } from '../../store/system-messages.ts'
import { inviteMember } from '../invite.ts'
import { discard, outboxOf, readMessage, sendAgain } from '../read-outbox.ts'
import { as, onEachEngine } from '../testing/two-msps.ts'
import type { TwoMsps } from '../testing/two-msps.ts'
import type { OutboxServices } from './outbox-services.ts'
import { lease } from './outbox-services.ts'
import { runOutbox } from './run-outbox.ts'
import { forgetOld, sendNext } from './send-next.ts'
import { smtpMailer } from './smtp-mailer.ts'
import type { Mailer } from './smtp-mailer.ts'
import { mailServer } from './testing/mail-server.ts'
import type { MailServer } from './testing/mail-server.ts'
import { countingMailer, outboxOn, secondOutbox, writeMail } from './testing/outbox.ts'
import type { Clock } from './testing/outbox.ts'

const minute = 60_000

describe.each(onEachEngine)('the outbox on $engine', ({ open }) => {
  let world: TwoMsps
  let server: MailServer
  let mailer: Mailer
  let clock: Clock
  let outbox: OutboxServices
  beforeAll(async () => {
    world = await open()
    server = await mailServer({ hideSTARTTLS: true })
    const { port } = server
    mailer = smtpMailer({ host: '127.0.0.1', port, security: 'none', from: 'demarc@example.com' })
    clock = { at: Date.parse('2026-05-01T09:00:00Z') }
    outbox = outboxOn(world, clock, mailer)
  })
  afterAll(async () => {
    await world.close()
    await server.close()
  })
  beforeEach(async () => {
    clock.at += lease
    while ((await sendNext(outboxOn(world, clock, countingMailer()))) > 0); // what an earlier test left
  })

  const owner = () => world.ours.owner
  const write = (recipient: string) => writeMail(owner(), recipient, clock.at)
  const state = async (id: MessageId) => readMessage(owner(), id)

  test('what waits is sent once', async () => {
    const before = server.got.length
    const id = await write('ana@example.com')
    expect(await state(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect([await sendNext(outbox), await sendNext(outbox)]).toEqual([1, 0])
    expect(server.got).toHaveLength(before + 1)
    expect(await state(id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: new Date(clock.at).toISOString() })
  })

  test('of an invitation the link is not kept once it was sent, or never will be', async () => {
    const link = /demarc\.example\/invitation#/
    const invite = async (email: string) => {
      await inviteMember({ ...owner(), now: () => clock.at }, { email, role: 'viewer' })
      const { items } = await outboxOf(owner(), { state: 'waiting', limit: 1 })
      return items[0]!.id
    }
    const [sent, discarded] = [await invite('guest@example.com'), await invite('never@example.com')]
    expect((await state(sent)).body).toMatch(link)
    expect((await discard(owner(), discarded)).body).not.toMatch(link)
    expect(await sendNext(outbox)).toBe(1)
    expect(server.got.at(-1)!.raw.replaceAll(/=\r\n/g, '')).toMatch(link)
    const { body } = await state(sent)
    expect(body).not.toMatch(link)
    expect(body).toContain('Open this link and sign in as guest@example.com:\n\n(The link stood here.')
  })

  test('a server that says later is asked again after a while, twice as long each time', async () => {
    const id = await write('later@example.com')
    expect([await sendNext(outbox), await sendNext(outbox)]).toEqual([1, 0])
    expect(await state(id)).toMatchObject({
      state: 'waiting',
      failure: expect.stringContaining('come back later') as unknown,
      nextAt: new Date(clock.at + minute / 2).toISOString(),
    })
    clock.at += minute / 2
    expect(await sendNext(outbox)).toBe(1)
    expect(await state(id)).toMatchObject({ attempts: 2, nextAt: new Date(clock.at + minute).toISOString() })
  })

  test('after three days it has failed, and says why; the owner tries it again', async () => {
    const id = await write('later@example.com')
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      expect(await sendNext(outbox)).toBe(1)
      clock.at += 360 * minute
    }
    expect(await sendNext(outbox)).toBe(0)
    expect(await state(id)).toMatchObject({ state: 'failed', attempts: mostAttempts })
    clock.at = Math.max(clock.at, owner().now())
    expect(await sendAgain(owner(), id)).toMatchObject({ state: 'waiting', attempts: 0 })
    await expect(sendAgain(owner(), id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('what will never be taken has failed at once; it may be discarded', async () => {
    const id = await write('never@example.com')
    await sendNext(outbox)
    expect(await state(id)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('nobody here') as unknown,
    })
    expect(await discard(owner(), id)).toMatchObject({ state: 'discarded' })
    await expect(discard(owner(), id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await sendNext(outbox)).toBe(0)
  })

  test('a sender that dies after sending: the next sends it again, under the same id', async () => {
    const before = server.got.length
    const id = await write('ana@example.com')
    let writes = 0
    const store: OutboxServices['store'] = {
      ...outbox.store,
      writeSystem: (work) => {
        writes += 1
        return writes === 1 ? outbox.store.writeSystem(work) : new Promise(() => undefined)
      },
    }
    void sendNext({ ...outbox, store })
    while (server.got.length === before) await new Promise((turn) => setImmediate(turn))
    expect(await sendNext(outbox)).toBe(0)
    clock.at += lease
    expect(await sendNext(outbox)).toBe(1)
    const copies = server.got.slice(before).map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]?.trim())
    expect(copies).toEqual([`<${id}@example.com>`, `<${id}@example.com>`])
  })

  test('who took it too long ago does not say how it went', async () => {
    const id = await write('ana@example.com')
    let release: () => void = () => undefined
    const held = new Promise<void>((go) => (release = go))
    let begun: () => void = () => undefined
    const taken = new Promise<void>((go) => (begun = go))
    const slow = { ...mailer, send: async () => (begun(), held) }
    const first = sendNext({ ...outbox, mailer: slow })
    await taken
    clock.at += lease
    await sendNext({
      ...outbox,
      mailer: smtpMailer({ host: '127.0.0.1', port: 9, security: 'none', from: 'a@example.com' }),
    })
    release()
    await first
    expect(await state(id)).toMatchObject({ state: 'waiting', attempts: 2 })
  })

  test('two senders at once: each message exactly once', async () => {
    const counting = countingMailer()
    const second = await secondOutbox(world, clock, counting)
    const ids: MessageId[] = []
    for (let n = 0; n < 80; n++) ids.push(await write(`person${n}@example.com`))
    const drain = async (one: OutboxServices) => {
      while ((await sendNext(one)) > 0);
    }
    await Promise.all([
      drain(outboxOn(world, clock, counting)),
      drain(second.outbox),
      drain(outboxOn(world, clock, counting)),
    ])
    expect(counting.sent.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    await second.close()
  })

  test('without a mail server it waits, and the owner reads it page by page', async () => {
    const ids = [await write('a@example.com'), await write('b@example.com'), await write('c@example.com')]
    expect(await sendNext(outboxOn(world, clock))).toBe(0)
    const first = await outboxOf(owner(), { state: 'waiting', limit: 2 })
    const rest = await outboxOf(owner(), { state: 'waiting', limit: 2, cursor: first.next! })
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids.toReversed())
    expect(await state(ids[0]!)).toMatchObject({ body: 'Hello.' })
  })

  test('an editor may not read it, nor another MSP', async () => {
    const id = await write('a@example.com')
    const editor = as(owner(), { member: 'editor' })
    for (const asking of [
      outboxOf(editor, { state: 'waiting', limit: 5 }),
      readMessage(editor, id),
      discard(editor, id),
      sendAgain(editor, id),
    ])
      await expect(asking).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readMessage(world.theirs.owner, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a link that signs somebody in is sent, is no tenant’s to read, and is forgotten after a day', async () => {
    const id = owner().newId('message') as MessageId
    const mail = {
      id,
      kind: 'sign-in',
      recipient: 'ana@example.com',
      subject: 'Sign in',
      body: 'https://x.example/secret',
    }
    const { store } = world.services
    await store.writeSystem((scope) => insertSystemMessage(scope, { ...mail, at: new Date(clock.at).toISOString() }))
    await expect(readMessage(owner(), id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await sendNext(outbox)).toBe(1)
    const kept = async () =>
      (await store.readSystem((scope) => listSystemMessages(scope, 10))).map(({ state: is }) => is)
    expect(await kept()).toEqual(['sent'])
    clock.at += 25 * 60 * minute
    await forgetOld(outbox)
    expect(await kept()).toEqual([])
  })

  test('the sender wakes when something is committed, and ends when told', async () => {
    const counting = countingMailer()
    const stopping = new AbortController()
    const waits: (() => void)[] = []
    const after = (_milliseconds: number, then: () => void) => {
      waits.push(then)
      return () => undefined
    }
    const running = runOutbox(outboxOn(world, clock, counting), { signal: stopping.signal, after })
    while (waits.length === 0) await new Promise((turn) => setImmediate(turn))
    await write('ana@example.com')
    while (counting.sent.length === 0) await new Promise((turn) => setImmediate(turn))
    stopping.abort()
    await running
    expect(counting.sent).toHaveLength(1)
  })
})
