import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAgain } from '../../usecases/seal-again.ts'
import { browserAt, doorOnEachEngine, doorwayOf, later, settings } from './testing/browser.ts'
import type { Browser, Door } from './testing/browser.ts'

const email = 'robin@northshore.example'
const password = 'gravel otter window lamp'
const minute = 60 * 1000

/** As an authenticator app makes it (RFC 6238): from the secret of the QR code. */
function codeOf(secret: string, at = Date.now()): string {
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.at(-1)! & 15
  return `${(mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000}`.padStart(6, '0')
}

describe.each(doorOnEachEngine)('an authenticator app on $engine', ({ open }) => {
  let door: Door
  let robin: Browser
  let elsewhere: Browser
  let secret = ''
  let recoveryCodes: readonly string[] = []
  beforeAll(async () => {
    door = await open()
    await door.person(email, password)
    robin = browser()
    elsewhere = browser()
    for (const one of [robin, elsewhere]) await enter(one)
    const prepared = await robin.send('POST', '/api/auth/totp')
    ;({ secret, recoveryCodes } = prepared.json<{ secret: string; recoveryCodes: readonly string[] }>())
    expect((await robin.send('POST', '/api/auth/totp/confirm', { code: '000000' })).status).toBe(401)
    expect((await robin.send('POST', '/api/auth/totp/confirm', { code: codeOf(secret) })).status).toBe(204)
  })
  afterAll(() => door.close())

  let address = 0
  const browser = () => browserAt(door.app, `198.51.100.${(address += 1)}`)
  const enter = (one: Browser) => one.send('POST', '/api/auth/password', { email, password })
  const code = (one: Browser, typed: string) => one.send('POST', '/api/auth/code', { code: typed })

  test('adding it ends the other sessions and keeps this one', async () => {
    expect((await robin.send('GET', '/api/session')).json()).toMatchObject({ factors: { totp: true } })
    expect((await elsewhere.send('GET', '/api/session')).status).toBe(401)
  })

  test('its code is asked for after the password, and opens once', async () => {
    later(minute)
    const [one, other] = [browser(), browser()]
    for (const each of [one, other]) expect((await enter(each)).json()).toEqual({ state: 'code-needed' })
    expect((await one.send('GET', '/api/session')).status).toBe(401)
    const typed = codeOf(secret)
    expect((await code(one, `${typed.slice(0, 3)} ${typed.slice(3)}`)).json()).toEqual({ state: 'signed-in' })
    expect((await one.send('GET', '/api/session')).json()).toMatchObject({ session: { method: 'code' } })
    expect((await code(other, typed)).status).toBe(401)
  })

  test('of two who enter the same code at once, one is let in', async () => {
    later(minute)
    const pair = [browser(), browser()]
    for (const each of pair) await enter(each)
    const typed = codeOf(secret)
    const entered = await Promise.all(pair.map((each) => code(each, typed)))
    expect(entered.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '401'])
  })

  test.each([
    ['two minutes old', -2],
    ['two minutes ahead', 2],
  ])('a code that is %s is refused', async (_, minutes) => {
    const one = browser()
    await enter(one)
    expect((await code(one, codeOf(secret, Date.now() + minutes * minute))).status).toBe(401)
  })

  test('it is asked for after a mailed link, too, and after a password that was reset', async () => {
    later(20 * minute)
    const reader = browser()
    await reader.send('POST', '/api/auth/link', { email })
    const token = /token=([\w-]+)/.exec((await door.mailTo(email))!.body)![1]!
    const pressed = await reader.submit('/magic', { token })
    expect(pressed.headers['location']).toBe('/sign-in/code')
    expect((await reader.send('GET', '/api/session')).status).toBe(401)
    const entered = await reader.submit('/sign-in/code', { code: codeOf(secret) })
    expect([entered.status, entered.headers['location']]).toEqual([303, '/'])
  })

  test('a recovery code opens once', async () => {
    const [one, other] = [browser(), browser()]
    for (const each of [one, other]) await enter(each)
    const recovery = { code: ` ${recoveryCodes[0]!.toUpperCase().replace('-', '')} ` }
    expect((await one.send('POST', '/api/auth/recovery-code', recovery)).status).toBe(200)
    expect((await other.send('POST', '/api/auth/recovery-code', recovery)).status).toBe(401)
    expect((await one.send('GET', '/api/session')).json()).toMatchObject({ session: { method: 'recovery-code' } })
  })

  test('five wrong codes end the attempt', async () => {
    later(60 * minute)
    const one = browser()
    await enter(one)
    for (const wrong of ['000001', '000002', '000003', '000004', '000005'])
      expect((await code(one, wrong)).status).toBe(401)
    expect((await code(one, codeOf(secret))).status).toBe(401)
  })

  test('a code without a password before it is nothing', async () => {
    expect((await code(browser(), codeOf(secret))).status).toBe(401)
  })

  test('what is kept is neither the secret nor the codes', async () => {
    const rows = await door.signIn.store.readSystem(({ sql }) => sql.selectFrom('two_factors').selectAll().execute())
    expect(rows).toHaveLength(1)
    for (const hidden of [secret, ...recoveryCodes]) expect(JSON.stringify(rows)).not.toContain(hidden)
  })

  test('under another DEMARC_SECRET no code opens, and the refusal says who can help; sealed again, they open', async () => {
    later(60 * minute)
    const changed = { ...settings, secret: 'nW5xq8mT1wZr6yBn4cJd9sLf2hPg7uQb' }
    const moved = doorwayOf(door, changed)
    const one = browserAt(moved.app, '198.51.100.200')
    expect((await one.send('POST', '/api/auth/password', { email, password })).json()).toEqual({ state: 'code-needed' })
    for (const [way, typed] of [
      ['code', codeOf(secret)],
      ['recovery-code', recoveryCodes[2]!],
    ] as const) {
      const answer = await one.send('POST', `/api/auth/${way}`, { code: typed })
      expect([answer.status, answer.json<{ detail: string }>().detail]).toEqual([
        409,
        expect.stringMatching(/cannot be read.*DEMARC_SECRET/),
      ])
    }
    const { store } = door.signIn
    expect(await sealAgain({ store }, changed.secret, settings.secret)).toMatchObject({ authenticators: 1 })
    expect((await code(one, codeOf(secret))).json()).toEqual({ state: 'signed-in' })
    const two = browserAt(moved.app, '198.51.100.201')
    await two.send('POST', '/api/auth/password', { email, password })
    expect((await two.send('POST', '/api/auth/recovery-code', { code: recoveryCodes[2]! })).status).toBe(200)
    await moved.app.close()
    expect(await sealAgain({ store }, settings.secret, changed.secret)).toMatchObject({ authenticators: 1 })
  })

  test('dangerous acts ask again after five minutes: by code or password', async () => {
    later(6 * minute)
    const one = browser()
    await enter(one)
    await code(one, codeOf(secret))
    later(6 * minute)
    const refused = await one.send('POST', '/api/auth/totp/recovery-codes')
    expect([refused.status, refused.json()]).toMatchObject([403, { issues: [{ message: 'fresh-sign-in-needed' }] }])
    expect((await one.send('POST', '/api/auth/prove/code', { code: '123456' })).status).toBe(401)
    expect((await one.send('POST', '/api/auth/prove/code', { code: codeOf(secret) })).status).toBe(204)
    const renewed = await one.send('POST', '/api/auth/totp/recovery-codes')
    expect(renewed.status).toBe(201)
    expect(renewed.json<{ recoveryCodes: readonly string[] }>().recoveryCodes).toHaveLength(10)
    const late = browser()
    await enter(late)
    expect((await late.send('POST', '/api/auth/recovery-code', { code: recoveryCodes[1]! })).status).toBe(401)
    later(6 * minute)
    expect((await one.send('DELETE', '/api/auth/totp')).status).toBe(403)
    expect((await one.send('POST', '/api/auth/prove/password', { password: 'wrong on purpose' })).status).toBe(401)
    expect((await one.send('POST', '/api/auth/prove/password', { password })).status).toBe(204)
    expect((await one.send('DELETE', '/api/auth/totp')).status).toBe(204)
    expect((await enter(browser())).json()).toEqual({ state: 'signed-in' })
  })
})
