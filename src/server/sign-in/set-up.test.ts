import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpLink } from '../../usecases/sign-in/set-up.ts'
import { browserAt, doorOnEachEngine, later } from './testing/browser.ts'
import type { Door } from './testing/browser.ts'

const dana = {
  organization: 'North Shore IT',
  name: 'Dana Whitfield',
  email: 'Dana@NorthShore.example',
  password: 'gravel otter window lamp',
}

describe.each(doorOnEachEngine)('the first start on $engine', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open({}, 'empty')
  })
  afterAll(() => door.close())

  const tokenIn = (link: string | undefined) => new URL(link!).searchParams.get('token')!
  const sent = (fields: object) => browserAt(door.app).submit('/set-up', { ...dana, ...fields })

  test('a new link voids the one before, and none works after a day', async () => {
    const before = tokenIn(await setUpLink(door.signIn))
    const now = tokenIn(await setUpLink(door.signIn))
    expect((await sent({ token: before })).status).toBe(401)
    expect((await browserAt(door.app).send('GET', `/set-up?token=${now}`)).text).toContain('Set up Demarc')
    later(24 * 60 * 60 * 1000)
    expect((await sent({ token: now })).status).toBe(401)
    expect((await browserAt(door.app).send('GET', `/set-up?token=${now}`)).status).toBe(410)
  })

  test('it makes the owner and the tenant once, whoever presses at the same time', async () => {
    const token = tokenIn(await setUpLink(door.signIn))
    const weak = await sent({ token, password: 'NorthShore-2026' })
    expect([weak.status, weak.text]).toEqual([400, expect.stringContaining('your own name')])
    expect(weak.text).not.toContain('NorthShore-2026')
    const owner = browserAt(door.app)
    const pressed = await Promise.all(
      [owner, browserAt(door.app)].map((one) => one.submit('/set-up', { ...dana, token })),
    )
    expect(pressed.map(({ status }) => `${status}`).toSorted()).toEqual(['303', '401'])
    const entered = browserAt(door.app)
    await entered.send('POST', '/api/auth/password', { email: 'dana@northshore.example', password: dana.password })
    expect((await entered.send('GET', '/api/session')).json()).toMatchObject({
      user: { email: 'dana@northshore.example', name: 'Dana Whitfield' },
      tenants: [{ name: 'North Shore IT', role: 'owner', seats: [] }],
    })
    expect(door.log.filter(({ method }) => method === 'set-up')).toHaveLength(1)
  })

  test('then there is no such link any more', async () => {
    expect(await setUpLink(door.signIn)).toBeUndefined()
    expect((await sent({ token: 'a-token-that-nobody-printed' })).status).toBe(401)
  })

  test('unless the operator makes one, for an MSP of its own and a person whom nobody knows', async () => {
    const token = tokenIn(await setUpLink(door.signIn, 'another'))
    const known = await sent({ token })
    expect([known.status, known.text]).toEqual([409, expect.stringContaining('known on this server already')])
    const email = 'lee@southbay.example'
    const browser = browserAt(door.app)
    expect((await browser.submit('/set-up', { ...dana, organization: 'South Bay', email, token })).status).toBe(303)
    expect((await browser.send('GET', '/api/session')).json()).toMatchObject({ tenants: [{ name: 'South Bay' }] })
    expect(await setUpLink(door.signIn)).toBeUndefined()
  })
})
