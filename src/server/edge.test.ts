// What stands around every route, whichever it is.
import { describe, expect, test } from 'vitest'
import { Refusal } from '../core/refusal.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { logTo } from './log.ts'
import { startMetrics } from './metrics.ts'
import { networkOf } from '../usecases/network-of.ts'
import { allowanceOf } from './allowance.ts'
import { routes } from './routes.ts'
import { listening, noServices, quietApp } from './testing/listening.ts'

const tenant = 'ten_0123456789abcdefghjkmnpqrs'
const url = `/api/tenants/${tenant}/clients`
const someone = async () => ({ tenant, user: 'usr_one', by: 'token tok_1', member: 'owner', seats: [] }) as never

describe('headers of every answer', () => {
  test.each([['/healthz'], ['/readyz'], [url], ['/nothing'], ['/api/openapi.json']])('%s', async (path) => {
    const { app } = quietApp({ edge: { origin: () => 'https://demarc.example.com' } })
    const { headers } = await app.inject({ url: path, headers: { origin: 'https://evil.example' } })
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringMatching(/no-store|no-cache/) as unknown,
      'content-type': expect.stringMatching(/; charset=utf-8$/) as unknown,
      'x-request-id': expect.stringMatching(/^req_[0-9a-f]{24}$/) as unknown,
    })
    const policy = String(headers['content-security-policy'])
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe')
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('no promise of https where people come by http', async () => {
    const { app } = quietApp()
    expect((await app.inject('/healthz')).headers).not.toHaveProperty('strict-transport-security')
  })
})

describe('what changes something comes from our own pages', () => {
  const own = 'http://localhost:4400'
  test.each([
    ['our page', { origin: own, cookie: 'a=b' }, 401],
    ['our page, said by the browser', { 'sec-fetch-site': 'same-origin', cookie: 'a=b' }, 401],
    ['a program with a token', { authorization: 'Bearer x' }, 401],
    ['a program with nothing', {}, 401],
    ['another site', { origin: 'https://evil.example', cookie: 'a=b' }, 403],
    ['another site without cookies', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://localhost:4401', cookie: 'a=b' }, 403],
    ['no site', { origin: 'null', cookie: 'a=b' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site', cookie: 'a=b' }, 403],
    ['cookies from nowhere', { cookie: 'a=b' }, 403],
  ])('%s: %o', async (_, headers, status) => {
    const { app, lines } = quietApp()
    const response = await app.inject({ method: 'POST', url, headers, payload: {} })
    expect(response.statusCode).toBe(status)
    expect(lines).toHaveLength(1)
  })

  test('reading is free', async () => {
    const { app } = quietApp()
    expect((await app.inject({ url: '/healthz', headers: { origin: 'https://evil.example' } })).statusCode).toBe(200)
  })
})

test('an address that cannot be read is a problem like others, and is logged', async () => {
  const { port, lines, say } = await listening()
  const answer = await say(`GET /api/% HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 404 [^]*problem\+json[^]*"there is no such address"/)
  expect(answer).toContain("content-security-policy: default-src 'none'")
  expect(lines).toHaveLength(1)
})

describe('how often', () => {
  const perMinute = { person: 3, stranger: 2 }

  test('a stranger is told when to come back, and costs those who are signed in nothing', async () => {
    let now = 0
    const { app } = quietApp({
      edge: { perMinute, clock: () => now },
      authenticate: async ({ headers }) => {
        if (headers.authorization === undefined) throw new Refusal('unauthenticated', 'sign in first')
        return someone()
      },
    })
    const stranger = async () => (await app.inject({ url })).statusCode
    const signedIn = async () => (await app.inject({ url, method: 'POST', headers: { authorization: 'x' } })).statusCode
    expect([await stranger(), await stranger(), await stranger()]).toEqual([401, 401, 429])
    expect([await signedIn(), await signedIn(), await signedIn(), await signedIn()]).toEqual([400, 400, 400, 429])
    const late = await app.inject({ url })
    expect(late.headers['retry-after']).toBe('30')
    now = 30_000
    expect(await stranger()).toBe(401)
  })

  test('the address is not what a stranger says it is', async () => {
    const from = async (proxies: string) => {
      const { app, lines } = quietApp({
        edge: { perMinute, trustedProxies: readConfiguration({ TRUSTED_PROXIES: proxies }).TRUSTED_PROXIES },
      })
      for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3'])
        await app.inject({
          url,
          headers: { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` },
        })
      return lines.map(({ status, address }) => `${String(status)} ${String(address)}`)
    }
    expect(await from('')).toEqual(['401 127.0.0.1', '401 127.0.0.1', '429 127.0.0.1'])
    expect(await from('127.0.0.1')).toEqual(['401 198.51.100.1', '401 198.51.100.2', '401 198.51.100.3'])
  })

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::ffff:10.0.0.1', '10.0.0.1', true],
    ['10.0.0.1', '10.0.0.2', false],
  ])('%s and %s are one network: %s', (one, other, same) => {
    expect(networkOf(one) === networkOf(other)).toBe(same)
  })

  test('names without end take no room without end, and refill', () => {
    let now = 0
    const allowance = allowanceOf(60, () => now, 100)
    for (let name = 0; name < 1000; name += 1) allowance.spend(`${name}`)
    expect(allowance.ask('0')).toBe(0)
    for (let time = 0; time < 60; time += 1) allowance.spend('one')
    expect(allowance.spend('one')).toBe(1)
    now = 1000
    expect([allowance.spend('one'), allowance.spend('one')]).toEqual([0, 1])
  })
})

describe('the log', () => {
  test('one line a request, with the route’s name and no value of it', async () => {
    const { app, lines } = quietApp({ authenticate: someone })
    await app.inject({
      url: `${url}?token=hunter2-secret`,
      method: 'POST',
      headers: { cookie: 'session=hunter2-secret', authorization: 'Bearer hunter2-secret' },
      payload: { password: 'hunter2-secret' },
    })
    expect(lines).toMatchObject([
      {
        level: 'info',
        event: 'request',
        route: 'createClient',
        status: 400,
        tenant,
        user: 'usr_one',
        by: 'token tok_1',
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('hunter2')
  })

  test.each([
    ['not signed in', { url, method: 'POST' as const }, { level: 'warn', status: 401, refused: 'unauthenticated' }],
    [
      'no such address',
      { url: '/x\r\n{"level":"info"}' },
      { level: 'warn', status: 404, refused: 'not-found', route: 'none' },
    ],
    ['another site', { url, method: 'POST' as const, headers: { origin: 'null' } }, { level: 'warn', status: 403 }],
    ['no right', { url: '/metrics', headers: { 'x-forwarded-for': '1.2.3.4' } }, { level: 'warn', status: 403 }],
  ])('exactly one for what is denied: %s', async (_, request, line) => {
    const { app, lines } = quietApp({ edge: { metrics: startMetrics() } })
    await app.inject(request)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject(line)
  })

  test('nothing in it ends a line or turns it round', () => {
    const written: string[] = []
    const log = logTo({ level: 'info', now: () => 0, write: (line) => written.push(line) })
    const hostile = 'a\r\nb\u2028c\u0085d\u202ee\u001b[31m\u007f'
    log('warn', { event: 'x', hostile })
    log('debug', { event: 'y' })
    expect(written).toHaveLength(1)
    // oxlint-disable-next-line no-control-regex
    expect(written[0]!.slice(0, -1)).not.toMatch(/[\r\n\u2028\u0085\u202e\u001b\u007f]/)
    expect(JSON.parse(written[0]!)).toEqual({ time: '1970-01-01T00:00:00.000Z', level: 'warn', event: 'x', hostile })
  })

  test('an id comes from a proxy of ours only', async () => {
    const id = async (proxies: string, given: string) => {
      const { app } = quietApp({
        edge: { trustedProxies: readConfiguration({ TRUSTED_PROXIES: proxies }).TRUSTED_PROXIES },
      })
      return (await app.inject({ url: '/healthz', headers: { 'x-request-id': given } })).headers['x-request-id']
    }
    expect(await id('127.0.0.1', 'proxy-id-123')).toBe('proxy-id-123')
    expect(await id('127.0.0.1', 'a b\u00e9')).toMatch(/^req_/)
    expect(await id('10.0.0.1', 'proxy-id-123')).toMatch(/^req_/)
  })
})

describe('when the database is down', () => {
  test('503 without a word of the inside, and the whole of it in the log', async () => {
    const { app, lines } = quietApp({ authenticate: someone })
    const response = await app.inject({ method: 'POST', url, payload: { name: 'A' } })
    expect(response.statusCode).toBe(503)
    expect(response.headers).toMatchObject({
      'retry-after': '5',
      'content-type': 'application/problem+json; charset=utf-8',
    })
    expect(response.body).not.toMatch(/ECONN|stack|\.ts|at async/)
    expect(lines).toMatchObject([{ level: 'error', status: 503, error: { code: 'ECONNREFUSED' } }])
  })

  test('the process is alive, and not ready', async () => {
    const { app } = quietApp()
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    expect((await app.inject('/readyz')).statusCode).toBe(503)
  })

  test('a fault of our own is a 500 that says nothing', async () => {
    const { app, lines } = quietApp({
      authenticate: async () => {
        throw new TypeError('secret inside')
      },
    })
    const response = await app.inject({ method: 'POST', url, payload: { name: 'A' } })
    expect([response.statusCode, response.body.includes('inside')]).toEqual([500, false])
    expect(lines).toMatchObject([{ level: 'error', error: { name: 'TypeError', message: 'secret inside' } }])
  })
})

describe('figures', () => {
  const token = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'
  test.each([
    ['this machine', {}, 200],
    ['a proxy on this machine', { 'x-forwarded-for': '203.0.113.9' }, 403],
    ['with the token', { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` }, 200],
    ['with another', { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}x` }, 403],
  ])('%s', async (_, headers, status) => {
    const { app } = quietApp({ edge: { metrics: startMetrics(), metricsToken: token } })
    await app.inject({ method: 'POST', url })
    const response = await app.inject({ url: '/metrics', headers })
    expect(response.statusCode).toBe(status)
    if (status === 200)
      expect(response.body).toContain(
        'demarc_http_request_seconds_count{route="createClient",method="POST",status="401"} 1',
      )
  })

  test('transactions are counted', async () => {
    const metrics = startMetrics()
    await metrics
      .measured(noServices.store)
      .readSystem(async () => 1)
      .catch(() => undefined)
    expect(await metrics.text()).toContain('demarc_database_transaction_failures_total{kind="read"} 1')
  })
})

test('a stopping server is not ready', async () => {
  const { app } = quietApp({ stopping: () => true })
  const response = await app.inject('/readyz')
  expect([response.statusCode, response.json<{ detail: string }>().detail]).toEqual([503, 'this server is stopping'])
})

test.each(routes.map((route) => [route.name, route] as const))(
  '%s: a query field that nobody knows is refused',
  async (_, route) => {
    const { app } = quietApp({ authenticate: someone })
    const path = route.path.replaceAll(/\{tenant\}/g, tenant).replaceAll(/\{(\w+)\}/g, 'x')
    const response = await app.inject({ method: route.method, url: `${path}?nobody=knows`, payload: {} })
    expect([400, 404]).toContain(response.statusCode)
  },
)
