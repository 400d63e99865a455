import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postWebhook } from './post-webhook.ts'
import type { PostSettings, Resolve } from './post-webhook.ts'
import { certificate } from './testing/localhost-certificate.ts'
import { receiver } from './testing/receiver.ts'
import type { Receiver } from './testing/receiver.ts'
import { strictRules } from './webhook-target.ts'

const here: PostSettings = { rules: { http: 'allowed', networks: ['127.0.0.0/8'] }, patience: 300 }
const leadingTo =
  (...addresses: readonly string[]): Resolve =>
  (_name, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('a POST to a receiver', () => {
  let plain: Receiver
  let secure: Receiver
  beforeAll(async () => {
    plain = await receiver('http')
    secure = await receiver('https')
  })
  afterAll(() => Promise.all([plain.close(), secure.close()]))

  const post = (url: string, settings: PostSettings = here) =>
    postWebhook({ url: new URL(url), headers: { 'webhook-id': 'dlv_1' }, body: '{"a":1}' }, settings)
  const plainUrl = () => `http://127.0.0.1:${plain.port}/`

  test('arrives with its headers and body', async () => {
    expect(await post(plainUrl())).toEqual({ status: 200 })
    expect(plain.got.at(-1)).toMatchObject({
      body: '{"a":1}',
      headers: { 'webhook-id': 'dlv_1', 'content-type': 'application/json' },
    })
  })

  test('over TLS it goes to the address that was looked up, once, and the certificate is of the name', async () => {
    let looked = 0
    const resolve: Resolve = (name, done) => {
      looked += 1
      leadingTo('127.0.0.1')(name, done)
    }
    const settings = { ...here, resolve, authority: certificate }
    expect(await post(`https://hooks.example.com:${secure.port}/`, settings)).toEqual({ status: 200 })
    expect([looked, secure.got.at(-1)!.headers.host]).toEqual([1, `hooks.example.com:${secure.port}`])
    expect(await post(`https://other.example.com:${secure.port}/`, settings)).toMatchObject({
      failure: expect.stringContaining('altname') as unknown,
    })
  })

  test.each([
    ['this machine', ['127.0.0.1']],
    ['a public address and this machine', ['93.184.215.14', '127.0.0.1']],
    ['this machine, mapped', ['::ffff:127.0.0.1']],
    ['this machine through NAT64', ['64:ff9b::7f00:1']],
    ['a service of the cloud', ['169.254.169.254']],
    ['a private network', ['10.0.0.1']],
    ['nothing', []],
  ])('a name that leads to %s is not asked', async (_, addresses) => {
    const before = plain.got.length
    const settings = { rules: strictRules, patience: 300, resolve: leadingTo(...addresses) }
    expect(await post(`http://public.example.com:${plain.port}/`, settings)).toMatchObject({
      failure: expect.stringMatching(/not public|no address/) as unknown,
    })
    expect(plain.got).toHaveLength(before)
  })

  test('a name that leads elsewhere the second time gains nothing', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1']]
    const resolve: Resolve = (name, done) => leadingTo(...(answers.shift() ?? []))(name, done)
    const before = plain.got.length
    const settings = { rules: { ...strictRules, http: 'allowed' as const }, patience: 300, resolve }
    expect(await post(`http://rebinding.example.com:${plain.port}/`, settings)).toHaveProperty('failure')
    expect([answers.length, plain.got.length]).toEqual([1, before])
    expect(await post(`http://rebinding.example.com:${plain.port}/`, settings)).toHaveProperty('failure')
    expect(plain.got).toHaveLength(before)
  })

  test('a redirect is an answer, and is not followed', async () => {
    const before = plain.got.length
    plain.answers = (_request, response) => response.writeHead(302, { location: plainUrl() }).end()
    expect(await post(plainUrl())).toEqual({ status: 302 })
    expect(plain.got).toHaveLength(before + 1)
  })

  test('of an endless answer only the status counts', async () => {
    let written = 0
    plain.answers = (_request, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) written += 1
      }
      response.on('drain', more)
      more()
    }
    expect(await post(plainUrl(), { ...here, patience: 5000 })).toEqual({ status: 200 })
    expect(written).toBeLessThan(2000)
  })

  test('no answer in time', async () => {
    plain.answers = () => undefined
    expect(await post(plainUrl())).toEqual({ failure: 'no answer in time' })
    expect(await post('http://never.example.com/', { ...here, resolve: () => undefined })).toEqual({
      failure: 'no answer in time',
    })
  })

  test('a connection that is cut, and how long a busy receiver asks to wait', async () => {
    plain.answers = (request) => request.socket.destroy()
    expect(await post(plainUrl())).toMatchObject({ failure: expect.stringContaining('hang up') as unknown })
    plain.answers = (_request, response) => response.writeHead(503, { 'retry-after': '120' }).end()
    expect(await post(plainUrl())).toEqual({ status: 503, retryAfter: 120 })
  })
})
