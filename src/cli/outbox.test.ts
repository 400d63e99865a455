import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MessageId } from '../core/record-id.ts'
import { writeMail, writeSignInMail } from '../usecases/delivery/testing/outbox.ts'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { run } from './run.ts'

describe.each(onEachEngine)('demarc outbox on $engine', ({ open }) => {
  let world: TwoMsps
  let link: MessageId
  let invitation: MessageId
  beforeAll(async () => {
    world = await open()
    const { owner } = world.ours
    const mail = { subject: 'Sign in\u001b[31m', body: 'https://demarc.example/s/abc' }
    link = await writeSignInMail(owner, { ...mail, at: '2026-03-14T09:00:00.000Z' })
    invitation = await writeMail(owner, 'ben@example.com', Date.parse('2026-03-14T10:00:00Z'))
  })
  afterAll(() => world.close())
  afterEach(() => vi.unstubAllEnvs())

  const demarc = async (...args: readonly string[]) => {
    vi.stubEnv('DATABASE_URL', world.database.url)
    let [out, err] = ['', '']
    const terminal = {
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
      style: (_style: string, text: string) => text,
      width: 80,
    }
    const code = await run(['outbox', ...args], terminal as unknown as Parameters<typeof run>[1])
    return { code, out, err }
  }

  test('lists what waits, the newest first', async () => {
    const { code, out } = await demarc()
    expect([code, out.split('\n').map((line) => line.split(' ')[0])]).toEqual([0, [invitation, link, '']])
    expect((await demarc('--limit', '1')).out).not.toContain(link)
  })

  test('shows the link that signs in, and nothing that steers the terminal', async () => {
    const { out } = await demarc(link)
    expect(out).toContain('https://demarc.example/s/abc')
    expect(out).not.toContain('\u001b')
    expect(JSON.parse((await demarc(link, '--json')).out)).toMatchObject({ id: link, state: 'waiting' })
  })

  test.each([['msg_none'], ['--limit', 'x']])('%s is refused', async (...args) => {
    expect((await demarc(...args)).code).toBe(2)
  })
})
