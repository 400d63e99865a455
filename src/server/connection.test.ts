// Raw sockets: requests that two servers could read in two ways are read in none (ASVS 4.2.1), and nobody holds a place for ever.
import { describe, expect, test } from 'vitest'
import { listening } from './testing/listening.ts'

const url = '/api/tenants/ten_x/clients'
const tail = 'Host: x\r\nConnection: close\r\nContent-Type: application/json\r\n'

describe('request smuggling is refused and the connection closed', () => {
  test.each([
    ['Content-Length twice', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['two lengths in one', 'Content-Length: 2, 3\r\n\r\n{}'],
    ['a length with a sign', 'Content-Length: +2\r\n\r\n{}'],
    ['a length with a letter', 'Content-Length: 0x2\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -1\r\n\r\n{}'],
    ['length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['chunks named twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n'],
    ['an encoding that is none', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a blank before the colon', 'Content-Length : 2\r\n\r\n{}'],
    ['a header that is folded', 'X-A: b\r\n c\r\nContent-Length: 2\r\n\r\n{}'],
    ['a bare line feed', 'X-A: b\nContent-Length: 2\r\n\r\n{}'],
    ['a bare carriage return', 'X-A: b\rX-B: c\r\nContent-Length: 2\r\n\r\n{}'],
    ['a chunk with a bad size', 'Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n'],
  ])('%s', async (_, rest) => {
    const { say, lines } = await listening()
    const heard = await say(`POST ${url} HTTP/1.1\r\n${tail}${rest}`)
    expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(lines.filter(({ event }) => event === 'request' || event === 'connection').length).toBeGreaterThan(0)
  })

  test('and a proper request is not', async () => {
    const { say } = await listening()
    const heard = await say(`POST ${url} HTTP/1.1\r\n${tail}Content-Length: 2\r\n\r\n{}`)
    expect(heard).toMatch(/^HTTP\/1\.1 401 /)
  })
})

test('without a host there is no answer but 400', async () => {
  const { say } = await listening()
  expect(await say('GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
})

test('headers above 16 KB are refused in words', async () => {
  const { say } = await listening()
  const heard = await say(`GET /healthz HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(heard).toMatch(/^HTTP\/1\.1 431 /)
  expect(heard).toContain('application/problem+json')
})

test('a body above the limit is refused before it is read', async () => {
  const { app } = await listening({
    edge: { maxBody: 1000 },
    authenticate: async () => ({ tenant: 'ten_x', user: 'usr_x', by: 'test', seats: [] }) as never,
  })
  const response = await app.inject({ method: 'POST', url, payload: { name: 'a'.repeat(2000) } })
  expect([response.statusCode, response.json<{ detail: string }>().detail]).toEqual([
    413,
    'the request is larger than this server takes',
  ])
})

test('a request that does not come to its end is cut', async () => {
  const { say, lines } = await listening({ edge: { requestSeconds: 1 } })
  expect(await say(`POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Le`)).toMatch(/^HTTP\/1\.1 408 /)
  expect(lines).toMatchObject([{ event: 'connection', status: 408 }])
})
