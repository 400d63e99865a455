import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserAt, doorOnEachEngine, later, origin } from './testing/browser.ts'
import type { Browser, Door } from './testing/browser.ts'

const password = 'gravel otter window lamp'
const hour = 60 * 60 * 1000

describe.each(doorOnEachEngine)('signing in by password on $engine', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
    await door.person('robin@northshore.example', password)
  })
  afterAll(() => door.close())

  const enter = (browser: Browser, email = 'robin@northshore.example', typed = password) =>
    browser.send('POST', '/api/auth/password', { email, password: typed })

  test('lets in, by a cookie that only this host gets over TLS', async () => {
    const browser = browserAt(door.app)
    const entered = await enter(browser)
    expect([entered.status, entered.json()]).toEqual([200, { state: 'signed-in' }])
    for (const cookie of entered.setCookies) {
      expect(cookie).toMatch(/^__Host-demarc\./)
      expect(cookie.split('; ')).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
      expect(cookie).not.toContain('Domain')
    }
    const session = await browser.send('GET', '/api/session')
    expect(session.json()).toMatchObject({
      user: { email: 'robin@northshore.example' },
      session: { method: 'password' },
    })
    expect(door.log.at(-1)).toMatchObject({
      event: 'sign-in',
      outcome: 'granted',
      method: 'password',
      address: '203.0.113.7',
    })
  })

  test('a wrong password and an unknown address are answered alike, and each is logged once', async () => {
    const before = door.log.length
    const wrong = await enter(browserAt(door.app), undefined, 'another one that is wrong')
    const unknown = await enter(browserAt(door.app), 'nobody@northshore.example')
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text])
    expect(wrong.status).toBe(401)
    expect(door.log.slice(before).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['refused', 'wrong-password'],
      ['refused', 'wrong-password'],
    ])
    expect(JSON.stringify(door.log)).not.toContain('nobody@')
  })

  test('costs as much work for an address that nobody has', async () => {
    const cost = async (email: string, address: string) => {
      const { user } = process.cpuUsage()
      for (let round = 0; round < 3; round += 1) await enter(browserAt(door.app, address), email, 'wrong on purpose')
      return process.cpuUsage().user - user
    }
    await cost('warm@x.example', '198.51.100.1')
    const known = await cost('robin@northshore.example', '198.51.100.2')
    const unknown = await cost('n@x.example', '198.51.100.3')
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })

  test('a session that nobody signed is none', async () => {
    const browser = browserAt(door.app)
    await enter(browser)
    const name = '__Host-demarc.session'
    const [token, mark] = decodeURIComponent(browser.cookies.get(name)!).split('.') as [string, string]
    const others = [mark.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')), mark.slice(1), '', 'x'.repeat(44)]
    for (const other of others) {
      browser.cookies.set(name, encodeURIComponent(`${token}.${other}`))
      expect((await browser.send('GET', '/api/session')).status).toBe(401)
    }
    browser.cookies.set(name, encodeURIComponent(`${token}.${mark}`))
    expect((await browser.send('GET', '/api/session')).status).toBe(200)
  })

  test('a session of before is not taken over', async () => {
    const browser = browserAt(door.app)
    await enter(browser)
    const first = browser.cookies.get('__Host-demarc.session')
    await enter(browser)
    expect(browser.cookies.get('__Host-demarc.session')).not.toBe(first)
  })

  test('it ends when unheard of for 12 hours', async () => {
    const [idle, busy] = [browserAt(door.app), browserAt(door.app)]
    for (const browser of [idle, busy]) await enter(browser)
    later(11 * hour)
    expect((await busy.send('GET', '/api/session')).status).toBe(200)
    later(hour)
    expect((await idle.send('GET', '/api/session')).status).toBe(401)
    expect((await busy.send('GET', '/api/session')).status).toBe(200)
  })

  test('it ends after 14 days in any case', async () => {
    const busy = browserAt(door.app)
    await enter(busy)
    for (let passed = 0; passed < 14 * 24; passed += 11) {
      const answer = await busy.send('GET', '/api/session')
      expect([passed, answer.status]).toEqual([passed, 200])
      later(11 * hour)
    }
    expect((await busy.send('GET', '/api/session')).status).toBe(401)
  })

  test('signing out ends it on the server, too', async () => {
    const browser = browserAt(door.app)
    await enter(browser)
    const cookies = new Map(browser.cookies)
    expect((await browser.send('POST', '/api/auth/sign-out')).status).toBe(204)
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.send('GET', '/api/session')).status).toBe(401)
  })

  test('sessions are listed, and ended one by one or all the others', async () => {
    const [here, there, elsewhere] = [browserAt(door.app), browserAt(door.app, '192.0.2.9'), browserAt(door.app)]
    for (const browser of [here, there, elsewhere]) await enter(browser)
    const { items } = (await here.send('GET', '/api/auth/sessions')).json<{
      items: { id: string; current: boolean; address: string }[]
    }>()
    expect(items.filter(({ current }) => current)).toHaveLength(1)
    const other = items.find(({ address }) => address === '192.0.2.9')!
    expect((await here.send('DELETE', `/api/auth/sessions/${other.id}`)).status).toBe(204)
    expect((await here.send('DELETE', `/api/auth/sessions/${other.id}`)).status).toBe(404)
    expect((await there.send('GET', '/api/session')).status).toBe(401)
    expect((await here.send('DELETE', '/api/auth/sessions')).status).toBe(200)
    expect((await elsewhere.send('GET', '/api/session')).status).toBe(401)
    expect((await here.send('GET', '/api/session')).status).toBe(200)
  })

  test('nobody ends the session of somebody else', async () => {
    await door.person('kim@northshore.example', password)
    const [robin, kim] = [browserAt(door.app), browserAt(door.app)]
    await enter(robin)
    await enter(kim, 'kim@northshore.example')
    const { session } = (await robin.send('GET', '/api/session')).json<{ session: { id: string } }>()
    expect((await kim.send('DELETE', `/api/auth/sessions/${session.id}`)).status).toBe(404)
    expect((await robin.send('GET', '/api/session')).status).toBe(200)
  })

  test.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['no origin', {}, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['our own page, whose origin is not told', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 401],
    ['our own page', { origin }, 401],
  ])('sent by %s', async (_, headers, status) => {
    const response = await door.app.inject({
      method: 'POST',
      url: '/api/auth/password',
      headers,
      payload: { email: 'stranger@x.example', password: 'wrong on purpose' },
    })
    expect(response.statusCode).toBe(status)
  })

  test('an address that is written otherwise is no way around it', async () => {
    const payload = { email: 'robin@northshore.example', password }
    const headers = { origin: 'https://evil.example' }
    for (const url of ['/api/%61uth/password', '/%61pi/auth/password', '/api/auth/password?x=1'])
      expect((await door.app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(403)
  })

  test('a change that bears our cookie is asked, too, wherever it goes; a program’s token is not', async () => {
    const { tenant } = door.world.ours.owner.actor
    const ask = (headers: Record<string, string>) =>
      door.app.inject({ method: 'POST', url: `/api/tenants/${tenant}/clients`, headers, payload: { name: 'A' } })
    const cookie = '__Host-demarc.session=anything'
    expect((await ask({ cookie })).statusCode).toBe(403)
    expect((await ask({ cookie, origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await ask({ cookie, origin })).statusCode).toBe(401)
    expect((await ask({ authorization: 'Bearer x' })).statusCode).toBe(401)
  })

  test('many who sign in at once each get a session of their own', async () => {
    const browsers = Array.from({ length: 10 }, (_, n) => browserAt(door.app, `198.51.100.${n + 50}`))
    const entered = await Promise.all(browsers.map((browser) => enter(browser)))
    expect(entered.map(({ status }) => status)).toEqual(browsers.map(() => 200))
    expect(new Set(browsers.map(({ cookies }) => cookies.get('__Host-demarc.session'))).size).toBe(10)
    const asked = await Promise.all(browsers.map((browser) => browser.send('GET', '/api/session')))
    expect(asked.every(({ status }) => status === 200)).toBe(true)
  })
})
