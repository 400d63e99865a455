import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OAuth2Server } from 'oauth2-mock-server'
import type { MutableResponse, MutableToken } from 'oauth2-mock-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { providerId } from '../../usecases/sign-in/better-auth.ts'
import type { SingleSignOn } from '../../usecases/sign-in/settings.ts'
import { browserAt, doorOnEachEngine } from './testing/browser.ts'
import type { Browser, Door } from './testing/browser.ts'

interface Claims {
  [name: string]: unknown
}

const person = (claims: Claims = {}): Claims => ({
  sub: 'subject-1',
  email: 'robin@northshore.example',
  email_verified: true,
  name: 'Robin Ash',
  ...claims,
})

describe.each(doorOnEachEngine)('single sign-on on $engine', ({ open }) => {
  let door: Door
  let issuer: OAuth2Server
  let sso: SingleSignOn
  let claims = person()
  beforeAll(async () => {
    issuer = new OAuth2Server()
    await issuer.issuer.keys.generate('RS256')
    await issuer.start(0, 'localhost')
    sso = {
      name: 'North Shore',
      issuer: issuer.issuer.url!,
      clientId: 'demarc',
      clientSecret: 'not a secret here',
      domains: ['northshore.example'],
    }
    door = await open({ singleSignOn: sso })
    issuer.service.on('beforeTokenSigning', (token: MutableToken) => {
      Object.assign(token.payload, { aud: 'demarc' }, claims)
    })
  })
  afterEach(() => {
    claims = person()
    issuer.service.removeAllListeners('beforeResponse')
  })
  afterAll(async () => {
    await door.close()
    await issuer.stop()
  })

  let address = 0
  let odd = -1
  const browser = () => browserAt(door.app, `198.51.100.${(address += 1)}`)

  /** To the issuer and back; where the browser ends up. */
  const goThrough = async (one: Browser, from = '/api/auth/sso'): Promise<string> => {
    const begun = await one.send('POST', from)
    expect([begun.status, begun.text]).toEqual([200, begun.text])
    const back = await fetch(begun.json<{ url: string }>().url, { redirect: 'manual' })
    return returnTo(one, back.headers.get('location')!)
  }
  const returnTo = async (one: Browser, location: string): Promise<string> => {
    const { pathname, search } = new URL(location)
    expect(pathname).toBe('/api/auth/sso/callback')
    const returned = await one.send('GET', `${pathname}${search}`)
    expect([returned.status, returned.text]).toEqual([303, ''])
    return String(returned.headers['location'])
  }
  const tokenOf = (change: (token: string) => string | undefined) =>
    issuer.service.once('beforeResponse', (response: MutableResponse) => {
      const body = response.body as Record<string, unknown>
      body['id_token'] = change(body['id_token'] as string)
    })
  const invited = (email: string) =>
    door.signIn.store.write(door.world.ours.owner.actor.tenant, ({ sql }) =>
      sql
        .insertInto('invitations')
        .values({
          tenant_id: door.world.ours.owner.actor.tenant,
          invitation_id: `inv_${email}`,
          email,
          role: 'viewer',
          engagement_id: null,
          seat_ends_at: null,
          secret_sha256: email,
          created_at: new Date().toISOString(),
          created_by: 'usr',
          ends_at: new Date(Date.now() + 3_600_000).toISOString(),
          state: 'open',
          settled_at: null,
        })
        .execute(),
    )

  test('nobody who was not invited gets in', async () => {
    const stranger = browser()
    expect(await goThrough(stranger)).toBe('/sign-in?sso=failed')
    expect((await stranger.send('GET', '/api/session')).status).toBe(401)
  })

  test('somebody who was invited becomes a person, and is known again', async () => {
    await invited('robin@northshore.example')
    const [first, again] = [browser(), browser()]
    for (const one of [first, again]) {
      expect(await goThrough(one)).toBe('/')
      expect((await one.send('GET', '/api/session')).json()).toMatchObject({
        user: { email: 'robin@northshore.example', name: 'Robin Ash' },
        session: { method: 'sso' },
      })
    }
    expect(door.log.at(-1)).toMatchObject({ event: 'sign-in', outcome: 'granted', method: 'sso' })
    const kept = await door.signIn.store.readSystem(({ sql }) => sql.selectFrom('accounts').selectAll().execute())
    expect(kept).toMatchObject([{ id_token: null, access_token: null, refresh_token: null, subject: 'subject-1' }])
  })

  test.each([
    ['on two lines', 'Robin\r\nAsh', 'Robin Ash'],
    ['that turns the reading direction', 'Robin\u202eAsh', 'odd-1@northshore.example'],
    ['of nothing', '  ', 'odd-2@northshore.example'],
  ])('a name %s is not taken as it is', async (_, name, kept) => {
    const email = `odd-${(odd += 1)}@northshore.example`
    claims = { ...person(), sub: email, email, name }
    await invited(email)
    const one = browser()
    expect(await goThrough(one)).toBe('/')
    expect((await one.send('GET', '/api/session')).json()).toMatchObject({ user: { email, name: kept } })
  })

  test('an address that is known by another way links nothing, until its owner links it', async () => {
    claims = person({ sub: 'subject-kim', email: 'kim@northshore.example' })
    await door.person('kim@northshore.example', 'gravel otter window lamp')
    const stranger = browser()
    expect(await goThrough(stranger)).toBe('/sign-in?sso=not-linked')
    expect((await stranger.send('GET', '/api/session')).status).toBe(401)
    const kim = browser()
    await kim.send('POST', '/api/auth/password', {
      email: 'kim@northshore.example',
      password: 'gravel otter window lamp',
    })
    expect(await goThrough(kim, '/api/auth/sso/link')).toBe('/')
    const later = browser()
    expect(await goThrough(later)).toBe('/')
    expect((await later.send('GET', '/api/session')).json()).toMatchObject({
      user: { email: 'kim@northshore.example' },
    })
  })

  test('the same subject and address at another issuer are somebody else', () => {
    expect(providerId(sso)).not.toBe(providerId({ ...sso, issuer: 'https://other.example' }))
  })

  test.each([
    ['of another domain', { email: 'robin@elsewhere.example' }],
    ['whose address nobody verified', { email_verified: false }],
    ['without an address', { email: undefined }],
    ['that is over', { exp: 1_000_000_000 }],
    ['for another program', { aud: 'another' }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['with another nonce', { nonce: 'another' }],
    ['without a nonce', { nonce: undefined }],
  ])('a token %s is refused', async (_, changed) => {
    claims = person(changed)
    const one = browser()
    expect(await goThrough(one)).toBe('/sign-in?sso=failed')
    expect((await one.send('GET', '/api/session')).status).toBe(401)
  })

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

  test.each([
    ['that nobody signed', (token: string) => `${part({ alg: 'none' })}.${token.split('.')[1]}.`],
    ['whose signature is another’s', (token: string) => token.replace(/[^.]{20}$/, 'AAAAAAAAAAAAAAAAAAAA')],
    [
      'whose words were changed',
      (token: string) => {
        const [head, , mark] = token.split('.')
        return `${head}.${part({ ...person(), iss: sso.issuer, aud: 'demarc', exp: 9_999_999_999 })}.${mark}`
      },
    ],
    [
      'signed with the client’s secret',
      (token: string) => {
        const said = `${part({ alg: 'HS256' })}.${token.split('.')[1]}`
        return `${said}.${createHmac('sha256', sso.clientSecret).update(said).digest('base64url')}`
      },
    ],
    ['that is missing', () => undefined],
  ])('a token %s is refused', async (_, change) => {
    tokenOf(change)
    const one = browser()
    expect(await goThrough(one)).toBe('/sign-in?sso=failed')
    expect((await one.send('GET', '/api/session')).status).toBe(401)
  })

  test('an answer for another browser is refused', async () => {
    const [mine, victim] = [browser(), browser()]
    const begun = await mine.send('POST', '/api/auth/sso')
    const back = await fetch(begun.json<{ url: string }>().url, { redirect: 'manual' })
    expect(await returnTo(victim, back.headers.get('location')!)).toBe('/sign-in?sso=failed')
    expect((await victim.send('GET', '/api/session')).status).toBe(401)
  })

  test('an answer is taken once', async () => {
    const one = browser()
    const begun = await one.send('POST', '/api/auth/sso')
    const cookies = new Map(one.cookies)
    const back = await fetch(begun.json<{ url: string }>().url, { redirect: 'manual' })
    expect(await returnTo(one, back.headers.get('location')!)).toBe('/')
    one.cookies.clear()
    for (const [name, value] of cookies) one.cookies.set(name, value)
    expect(await returnTo(one, back.headers.get('location')!)).toBe('/sign-in?sso=failed')
  })
})

test('an issuer that never answers holds nobody up who signs in another way', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, 'localhost', resolve))
  const issuer = `http://localhost:${(silent.address() as AddressInfo).port}`
  const singleSignOn = { name: 'Silent', issuer, clientId: 'a', clientSecret: 'b', domains: [] }
  const door = await doorOnEachEngine[0]!.open({ singleSignOn })
  await door.person('robin@northshore.example', 'gravel otter window lamp')
  const waiting = browserAt(door.app).send('POST', '/api/auth/sso')
  const entered = { email: 'robin@northshore.example', password: 'gravel otter window lamp' }
  expect((await browserAt(door.app).send('POST', '/api/auth/password', entered)).status).toBe(200)
  silent.closeAllConnections()
  expect((await waiting).status).toBe(503)
  await new Promise((resolve) => silent.close(resolve))
  await door.close()
})
