import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserAt, doorOnEachEngine, later } from './testing/browser.ts'
import type { Browser, Door } from './testing/browser.ts'

const minute = 60 * 1000

describe.each(doorOnEachEngine)('links that are mailed, on $engine', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
    await door.person('robin@northshore.example', 'gravel otter window lamp')
  })
  afterAll(() => door.close())

  let address = 0
  const browser = () => browserAt(door.app, `198.51.100.${(address += 1)}`)
  const tokenFor = async (recipient: string) => /token=([\w-]+)/.exec((await door.mailTo(recipient))!.body)![1]!
  const asked = async (asking: Browser, email = 'robin@northshore.example') => {
    expect((await asking.send('POST', '/api/auth/link', { email })).status).toBe(204)
    return tokenFor(email)
  }
  const confirm = (one: Browser, token: string) => one.send('POST', '/api/auth/link/confirm', { token })

  test('a link signs in once, only when the button is pressed', async () => {
    const token = await asked(browser())
    for (const scanner of [browser(), browser()])
      expect((await scanner.send('GET', `/magic?token=${token}`)).text).toContain('Sign in now')
    const reader = browser()
    const pressed = await reader.submit('/magic', { token })
    expect([pressed.status, pressed.headers['location']]).toEqual([303, '/'])
    expect((await reader.send('GET', '/api/session')).json()).toMatchObject({ session: { method: 'link' } })
    expect((await confirm(browser(), token)).status).toBe(401)
    expect((await browser().send('GET', `/magic?token=${token}`)).status).toBe(410)
  })

  test('of many who press at once, one is let in', async () => {
    const token = await asked(browser())
    const pressed = await Promise.all(Array.from({ length: 8 }, () => confirm(browser(), token)))
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a link is good for 15 minutes', async () => {
    const [early, late] = [await asked(browser()), await asked(browser())]
    later(14 * minute)
    expect((await confirm(browser(), early)).status).toBe(200)
    later(minute)
    expect((await confirm(browser(), late)).status).toBe(401)
  })

  test('what is kept does not open anything', async () => {
    const token = await asked(browser())
    const kept = await door.signIn.store.readSystem(({ sql }) => sql.selectFrom('mailed_links').selectAll().execute())
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(token)
    for (const { secret_sha256: hash } of kept) expect((await confirm(browser(), hash)).status).toBe(401)
  })

  test('somebody unknown gets the same answer, and no mail', async () => {
    const [known, unknown] = [
      await browser().send('POST', '/api/auth/link', { email: 'robin@northshore.example' }),
      await browser().send('POST', '/api/auth/link', { email: 'nobody@x.example' }),
    ]
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    expect(await door.mailTo('nobody@x.example')).toBeUndefined()
  })

  const invite = (email: string) => {
    const { tenant, user } = door.world.ours.owner.actor
    return door.signIn.store.write(tenant, ({ sql }) =>
      sql
        .insertInto('invitations')
        .values({
          tenant_id: tenant,
          invitation_id: `inv_${email}`,
          email,
          role: 'viewer',
          engagement_id: null,
          seat_ends_at: null,
          secret_sha256: email,
          created_at: new Date().toISOString(),
          created_by: user,
          ends_at: new Date(Date.now() + 60 * minute).toISOString(),
          state: 'open',
          settled_at: null,
        })
        .execute(),
    )
  }

  test('somebody who was invited becomes a person by the first link', async () => {
    await invite('new@client.example')
    const newcomer = browser()
    expect((await confirm(newcomer, await asked(newcomer, 'new@client.example'))).status).toBe(200)
    expect((await newcomer.send('GET', '/api/session')).json()).toMatchObject({
      user: { email: 'new@client.example' },
      tenants: [],
    })
  })

  test('an invitation that was withdrawn meanwhile makes nobody', async () => {
    await invite('late@client.example')
    const late = browser()
    const token = await asked(late, 'late@client.example')
    await door.signIn.store.write(door.world.ours.owner.actor.tenant, ({ sql }) =>
      sql.updateTable('invitations').set({ state: 'withdrawn' }).where('email', '=', 'late@client.example').execute(),
    )
    expect((await confirm(late, token)).status).toBe(401)
    expect(door.log.at(-1)).toMatchObject({ outcome: 'refused', reason: 'not-invited' })
  })

  test('a forgotten password is chosen anew; every session ends and nobody is signed in', async () => {
    const elsewhere = browser()
    await elsewhere.send('POST', '/api/auth/password', {
      email: 'robin@northshore.example',
      password: 'gravel otter window lamp',
    })
    await browser().submit('/forgotten', { email: 'robin@northshore.example' })
    const token = await tokenFor('robin@northshore.example')
    const reader = browser()
    expect((await reader.submit('/new-password', { token, password: 'password2026' })).text).toContain(
      'Choose another one',
    )
    const own = await reader.submit('/new-password', { token, password: 'robin.northshore.1' })
    expect([own.status, own.text]).toEqual([400, expect.stringContaining('your own name')])
    const saved = await reader.submit('/new-password', { token, password: 'marble kettle orchard nine' })
    expect(saved.text).toContain('Your password was changed')
    expect((await reader.send('GET', '/api/session')).status).toBe(401)
    expect((await elsewhere.send('GET', '/api/session')).status).toBe(401)
    expect((await door.mailTo('robin@northshore.example'))?.kind).toBe('sign-in.notice')
    const again = { email: 'robin@northshore.example', password: 'marble kettle orchard nine' }
    expect((await reader.send('POST', '/api/auth/password', again)).status).toBe(200)
    expect((await browser().submit('/new-password', { token, password: 'marble kettle orchard ten' })).status).toBe(401)
  })

  test('a link of one kind is not of another', async () => {
    const token = await asked(browser())
    expect((await browser().submit('/new-password', { token, password: 'marble kettle orchard nine' })).status).toBe(
      401,
    )
    expect(
      (
        await browser().submit('/set-up', {
          token,
          organization: 'X',
          name: 'Y',
          email: 'z@x.example',
          password: 'marble kettle orchard nine',
        })
      ).status,
    ).toBe(401)
    expect((await confirm(browser(), token)).status).toBe(200)
  })

  test('a link for a new password signs nobody in', async () => {
    await browser().submit('/forgotten', { email: 'robin@northshore.example' })
    const token = await tokenFor('robin@northshore.example')
    expect((await confirm(browser(), token)).status).toBe(401)
    expect((await browser().submit('/confirm-email', { token })).status).toBe(401)
    expect((await browser().send('GET', `/magic?token=${token}`)).status).toBe(410)
    expect((await browser().send('GET', `/new-password?token=${token}`)).status).toBe(200)
  })

  test('another e-mail address is confirmed where it is read; the old one is told', async () => {
    const robin = browser()
    await robin.send('POST', '/api/auth/password', {
      email: 'robin@northshore.example',
      password: 'marble kettle orchard nine',
    })
    expect((await robin.send('POST', '/api/auth/me/email', { email: 'Robin.Ash@NorthShore.example' })).status).toBe(204)
    expect((await door.mailTo('robin@northshore.example'))?.body).toContain('robin.ash@northshore.example')
    const token = await tokenFor('robin.ash@northshore.example')
    const confirmed = await browser().submit('/confirm-email', { token })
    expect(confirmed.text).toContain('Your e-mail address was changed')
    expect((await robin.send('GET', '/api/session')).status).toBe(401)
    const entered = { email: 'robin.ash@northshore.example', password: 'marble kettle orchard nine' }
    expect((await browser().send('POST', '/api/auth/password', entered)).status).toBe(200)
  })

  test('an address that somebody has is not taken over', async () => {
    await door.person('kim@northshore.example', 'harbor violin twelve moss')
    const kim = browser()
    await kim.send('POST', '/api/auth/password', {
      email: 'kim@northshore.example',
      password: 'harbor violin twelve moss',
    })
    await kim.send('POST', '/api/auth/me/email', { email: 'robin.ash@northshore.example' })
    const token = await tokenFor('robin.ash@northshore.example')
    expect((await kim.send('POST', '/api/auth/me/email/confirm', { token })).status).toBe(409)
    expect((await kim.send('GET', '/api/session')).json()).toMatchObject({ user: { email: 'kim@northshore.example' } })
  })
})
