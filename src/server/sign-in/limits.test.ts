import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkOf } from '../../usecases/network-of.ts'
import { browserAt, doorOnEachEngine, later } from './testing/browser.ts'
import type { Door } from './testing/browser.ts'

const email = 'robin@northshore.example'
const password = 'gravel otter window lamp'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['nonsense', 'unknown'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

describe.each(doorOnEachEngine)('trying too often on $engine', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
    await door.person(email, password)
  })
  afterAll(() => door.close())

  const enter = (address: string, typed: string, account = email) =>
    browserAt(door.app, address).send('POST', '/api/auth/password', { email: account, password: typed })

  test('a stranger is held up, and nobody else', async () => {
    const own = browserAt(door.app, '192.0.2.1')
    expect((await own.send('POST', '/api/auth/password', { email, password })).status).toBe(200)
    const guesses = []
    for (let guess = 0; guess < 12; guess += 1)
      guesses.push((await enter(`2001:db8::${guess}`, `guess ${guess}`)).status)
    expect(guesses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
    const held = await enter('2001:db8::99', password)
    expect([held.status, Number(held.headers['retry-after'])]).toEqual([429, 15 * 60])
    expect((await enter('2001:db8:0:1::1', password)).status).toBe(200)
    expect(door.log.some(({ reason, outcome }) => outcome === 'refused' && reason === 'too-many')).toBe(true)
    later(15 * 60 * 1000)
    expect((await enter('2001:db8::1', password)).status).toBe(200)
  })

  test('many at once do not slip through', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => enter('198.51.100.9', `guess ${n}`, 'nobody@x.example')),
    )
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(20)
  })

  test('strangers from everywhere do not keep the owner’s own device out', async () => {
    const own = browserAt(door.app, '192.0.2.1')
    await own.send('POST', '/api/auth/link', { email })
    await door.person('kim@northshore.example', password)
    const kim = browserAt(door.app, '192.0.2.2')
    const tryKim = (browser = kim) => browser.send('POST', '/api/auth/link', { email: 'kim@northshore.example' })
    await kim.send('POST', '/api/auth/password', { email: 'kim@northshore.example', password })
    for (let n = 0; n < 20; n += 1) expect((await tryKim(browserAt(door.app, `198.51.${n}.1`))).status).toBe(204)
    expect((await tryKim(browserAt(door.app, '198.51.99.1'))).status).toBe(429)
    expect((await tryKim()).status).toBe(204)
    const another = await own.send('POST', '/api/auth/link', { email: 'kim@northshore.example' })
    expect(another.status).toBe(429)
  })
})
