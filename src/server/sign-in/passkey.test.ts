// In the machine's Chromium, with an authenticator of its own making: passkeys as people use them, and the pages without a complaint.
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Browser as Chromium, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpLink } from '../../usecases/sign-in/set-up.ts'
import { doorOnEachEngine, later } from './testing/browser.ts'
import type { Door } from './testing/browser.ts'

const program = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim()
const password = 'gravel otter window lamp'

describe.skipIf(program === '').each(doorOnEachEngine)('in a browser, on $engine', ({ open }) => {
  let door: Door
  let browser: Chromium
  let page: Page
  let device: CDPSession
  let origin: string
  let key: string
  const complaints: string[] = []

  beforeAll(async () => {
    origin = `http://localhost:${await freePort()}`
    door = await open({ origin }, 'empty')
    await door.app.listen({ host: 'localhost', port: Number(new URL(origin).port) })
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    page = await browser.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    device = await page.context().newCDPSession(page)
    await device.send('WebAuthn.enable')
  })
  afterAll(async () => {
    await browser.close()
    await door.close()
  })

  const authenticator = async () => {
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return authenticatorId
  }
  const api = (method: string, path: string, body?: unknown) =>
    page.evaluate(
      async ({ verb, url, sent }) => {
        const response = await fetch(url, {
          method: verb,
          ...(sent !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
        })
        const text = await response.text()
        return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
      },
      { verb: method, url: path, sent: body },
    )
  /** As the web app will: the options in, the credential's JSON out. */
  const credential = (options: unknown, kind: 'create' | 'get') => page.evaluate(askDevice, { options, kind })

  test('the first start works in it, and signs in', async () => {
    await page.goto((await setUpLink(door.signIn))!)
    await page.getByLabel('Your company, the managed service provider').fill('North Shore IT')
    await page.getByLabel('Your name').fill('Dana Whitfield')
    await page.getByLabel('Your e-mail address').fill('dana@northshore.example')
    await page.getByLabel('A password').fill('password')
    await page.getByRole('button', { name: 'Set up and sign in' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('too short')
    expect(await page.getByLabel('Your name').inputValue()).toBe('Dana Whitfield')
    await page.getByLabel('A password').fill(password)
    await page.getByRole('button', { name: 'Set up and sign in' }).click()
    await page.waitForURL(`${origin}/`)
    expect((await api('GET', '/api/session')).body).toMatchObject({ tenants: [{ name: 'North Shore IT' }] })
    const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('.session'))
    expect(cookie).toMatchObject({ name: `demarc-${new URL(origin).port}.session`, httpOnly: true, sameSite: 'Lax' })
  })

  test('a passkey is added, signs in, and proves again', async () => {
    key = await authenticator()
    const asked = await api('POST', '/api/auth/passkeys/options')
    expect(asked.status).toBe(200)
    const answer = await credential(asked.body, 'create')
    const added = await api('POST', '/api/auth/passkeys', { answer, name: 'Laptop' })
    expect([added.status, added.body]).toMatchObject([201, { items: [{ name: 'Laptop' }] }])
    expect((await api('POST', '/api/auth/passkeys', { answer, name: 'Again' })).status).toBe(400)
    await api('POST', '/api/auth/sign-out')

    await page.goto(`${origin}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${origin}/`)
    expect((await api('GET', '/api/session')).body).toMatchObject({ session: { method: 'passkey' } })

    later(6 * 60 * 1000)
    expect((await api('DELETE', '/api/auth/totp')).status).toBe(403)
    const again = await api('POST', '/api/auth/passkey/options')
    const proof = await credential(again.body, 'get')
    expect((await api('POST', '/api/auth/prove/passkey', { answer: proof })).status).toBe(204)
    expect((await api('GET', '/api/session')).body).toMatchObject({ freshUntil: expect.any(String) as string })
    expect((await api('POST', '/api/auth/prove/passkey', { answer: proof })).status).toBe(401)
    const sessions = await api('GET', '/api/auth/sessions')
    expect((sessions.body as { items: unknown[] }).items).toHaveLength(1)
  })

  test('the passkey of somebody else proves nothing', async () => {
    const asked = await api('POST', '/api/auth/passkey/options')
    const proof = await credential(asked.body, 'get')
    await door.person('kim@northshore.example', password)
    await api('POST', '/api/auth/password', { email: 'kim@northshore.example', password })
    const refused = await api('POST', '/api/auth/prove/passkey', { answer: proof })
    expect(refused.status).toBe(401)
    expect(door.log.at(-1)).toMatchObject({ event: 'proof', outcome: 'refused', reason: 'passkey-of-another' })
    expect((await api('GET', '/api/session')).body).toMatchObject({ user: { email: 'kim@northshore.example' } })
  })

  test('a device that does not check who uses it signs nobody in', async () => {
    await api('POST', '/api/auth/sign-out')
    await device.send('WebAuthn.setUserVerified', { authenticatorId: key, isUserVerified: false })
    const asked = await api('POST', '/api/auth/passkey/options')
    const proof = await credential({ ...(asked.body as object), userVerification: 'discouraged' }, 'get')
    const { authenticatorData } = (proof as { response: { authenticatorData: string } }).response
    expect(Buffer.from(authenticatorData, 'base64url')[32]! & 4).toBe(0) // the flag “user verified”
    expect((await api('POST', '/api/auth/passkey', { answer: proof })).status).toBe(401)
    expect(door.log.at(-1)).toMatchObject({ event: 'sign-in', outcome: 'refused', reason: 'wrong-passkey' })
  })

  test('the pages break no rule of their own policy', () => {
    expect(complaints.filter((text) => /Content Security Policy|Refused|TypeError|ReferenceError/.test(text))).toEqual(
      [],
    )
  })
})

async function askDevice({ options, kind }: { options: unknown; kind: 'create' | 'get' }): Promise<unknown> {
  const web = globalThis as unknown as {
    PublicKeyCredential: Record<string, (given: unknown) => unknown>
    navigator: { credentials: Record<string, (given: unknown) => Promise<{ toJSON: () => unknown }>> }
  }
  const read = kind === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'
  const publicKey = web.PublicKeyCredential[read]!(options)
  return (await web.navigator.credentials[kind]!({ publicKey })).toJSON()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
