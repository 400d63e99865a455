import { threadId } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import type { TenantId } from '../../core/record-id.ts'
import { loadContext } from '../../library/knowledge.ts'
import { openClaimsDesk } from './claims-desk.ts'
import type { ClaimsDesk, DeskSettings } from './claims-desk.ts'
import { unpacked } from './packed-list.ts'
import type { ReadGiven } from './tasks.ts'
import { openHeldDesk } from './testing/held-desk.ts'

const knowledge = loadContext()
const [ours, theirs] = ['ours', 'theirs'] as unknown as readonly [TenantId, TenantId]
const sheet = 'Safeguard,Responsibility,What we do\n164.312(b),Vendor,Keeps the log of the hosted application\n'

function given(change: Partial<ReadGiven> = {}): ReadGiven {
  const bytes = new TextEncoder().encode(sheet)
  return { name: 'crm.csv', bytes, asked: { party: 'Contoso' }, most: 10, ...change }
}

const open: ClaimsDesk[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

function desk(settings: Partial<DeskSettings> = {}): ClaimsDesk {
  const made = openClaimsDesk(knowledge, settings)
  open.push(made)
  return made
}

function greedy(settings: Partial<DeskSettings> = {}): ClaimsDesk {
  return desk({ script: new URL('./testing/greedy-thread.ts', import.meta.url), ...settings })
}

test('a document is read in another thread, and this one goes on meanwhile', async () => {
  const held = openHeldDesk(knowledge)
  open.push(held)
  const standing = held.held()
  let done = false
  const reading = held.ask(ours, 'read', given()).finally(() => (done = true))
  expect(await standing).not.toBe(threadId)
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(done).toBe(false)
  held.release()
  const { claims, head } = await reading
  expect(unpacked(claims)).toMatchObject([{ requirement: '164.312(b)', ownership: 'provider' }])
  expect(head.party).toBe('Contoso')
})

test('while one MSP’s document is read, another’s is too', async () => {
  const held = openHeldDesk(knowledge)
  open.push(held)
  const first = held.held()
  const readings = [held.ask(ours, 'read', given()), held.ask(ours, 'read', given({ name: 'second.csv' }))]
  const one = await first
  const second = held.held()
  readings.push(held.ask(theirs, 'read', given()))
  expect(await second).not.toBe(one)
  held.release()
  expect(await Promise.all(readings)).toHaveLength(3)
})

test('what it refuses is refused here in the same words', async () => {
  const rows = `${sheet}164.312(b),Vendor,Other\n`
  await expect(
    desk().ask(ours, 'read', given({ bytes: new TextEncoder().encode(rows), most: 1 })),
  ).rejects.toMatchObject({
    code: 'invalid',
    message:
      'this document has 2 rows, and at most 1 are read at once; send the sheets that say who does what, and leave the others out',
  })
})

test.each([
  ['time', { limits: { megabytes: 256, seconds: 0.5 } }, 'this takes longer than 0.5 seconds; save only the tables'],
  ['memory', { limits: { megabytes: 32, seconds: 100 } }, 'this takes more than 32 MB of memory; save only the tables'],
])('a document that takes all %s is refused, and the next one is read', async (name, settings, words) => {
  const one = greedy(settings)
  await expect(one.ask(ours, 'read', given({ name }))).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(words) as unknown,
  })
  expect(await one.ask(ours, 'read', given({ name: 'next' }))).toBe('next')
})

test('a thread that falls over is our fault, and the next document has another', async () => {
  const one = greedy()
  await expect(one.ask(ours, 'read', given({ name: 'life' }))).rejects.toThrow('it fell over')
  expect(await one.ask(ours, 'read', given({ name: 'next' }))).toBe('next')
})

test('closing it ends what is under way and what waits, and nothing more is taken', async () => {
  const one = greedy()
  const ends = [one.ask(ours, 'read', given({ name: 'time' })), one.ask(ours, 'read', given({ name: 'next' }))]
  const all = Promise.allSettled(ends)
  await new Promise((turn) => setImmediate(turn))
  await one.close()
  const busy = { status: 'rejected', reason: expect.objectContaining({ code: 'busy' }) as unknown }
  expect(await all).toEqual([busy, busy])
  await expect(one.ask(theirs, 'read', given())).rejects.toMatchObject({ code: 'busy' })
})
