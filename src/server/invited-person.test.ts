// A person who is invited by mail, in a real browser: the link, the sign-in that comes first, the acceptance, and the company’s records.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { mailServer } from '../usecases/delivery/testing/mail-server.ts'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { runServer } from './run-server.ts'
import { wired } from './wiring.ts'

const program = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim()
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const invited = 'kim@northshore.example'
const msp = 'North Shore <b>IT</b> & "Sons"'

/** Mails one after the other, each as soon as it arrives. */
async function postbox() {
  const arrived: string[] = []
  let tell: () => void = () => undefined
  const { port, close } = await mailServer({
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const take = async () => {
        arrived.push((await text(stream)).replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
        tell()
        done()
      }
      void take()
    },
  })
  onTestFinished(close)
  return {
    port,
    linkIn: async (path: string) => {
      while (arrived.length === 0) await new Promise<void>((come) => (tell = come))
      return new RegExp(`http://localhost:\\d+/${path}[\\w-]+`).exec(arrived.shift()!)![0]
    },
  }
}

async function faultsOn(page: Page) {
  await page.addScriptTag({ content: axeScript })
  return page.evaluate(async () => {
    const { axe, document } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      document: { documentElement: { scrollWidth: number; clientWidth: number } }
    }
    const { violations } = await axe.run()
    const { scrollWidth, clientWidth } = document.documentElement
    return { faults: violations.map(({ id, nodes }) => [id, nodes[0]?.html]), over: scrollWidth - clientWidth }
  })
}

describe.skipIf(program === '').each(onEachEngine.slice(0, 1))('an invited person on $engine', ({ open }) => {
  test('opens the mailed link, signs in, accepts, and has the company before them', async () => {
    const [world, box] = [await open(), await postbox()]
    onTestFinished(world.close)
    const { origin, stop, stopped, link } = await served(world.database.url, box.port)
    onTestFinished(async () => {
      stop()
      await stopped
    })
    const owner = await setUp(origin, link)

    const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ viewport: { width: 320, height: 800 }, bypassCSP: true })
    const invitation = `/api/tenants/${owner.tenant}/invitations`
    expect(await owner.post(invitation, { email: invited, role: 'editor' })).toBe(201)
    const offer = await box.linkIn('invitation#')

    await page.goto(offer)
    await page.getByText('Sign in first, with the address that the invitation was sent to').waitFor()
    expect(await faultsOn(page)).toEqual({ faults: [], over: 0 })
    await page.getByRole('link', { name: 'Mail me a link to sign in' }).click()
    await page.getByLabel('E-mail address').fill(invited)
    await page.getByRole('button').click()
    await page.goto(await box.linkIn('magic\\?token='))
    await page.getByRole('button').click()
    await page.getByText('You have no part in any company’s records yet').waitFor()

    await page.goto(offer)
    await page.getByText(`${msp} invites you as an editor`).waitFor()
    expect(await faultsOn(page)).toEqual({ faults: [], over: 0 })
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    const place = page.getByRole('listitem')
    await place.waitFor()
    expect((await place.innerText()).split(/\s*\n\s*/)).toEqual([msp, 'editor', owner.tenant])
    expect(await faultsOn(page)).toEqual({ faults: [], over: 0 })
    const asked = await page.request.get(`${origin}/api/tenants/${owner.tenant}/clients`)
    expect(asked.status()).toBe(200)

    await page.goto(offer)
    await page.locator('#invitation-error:not([hidden])').waitFor()
    expect(await page.getByRole('button', { name: 'Accept the invitation' }).isVisible()).toBe(false)
  })
})

async function served(databaseUrl: string, smtp: number) {
  let another: (() => Promise<string>) | undefined
  const configuration = readConfiguration({
    DATABASE_URL: databaseUrl,
    DEMARC_SECRET: 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU',
    PORT: '0',
    LOG_LEVEL: 'error',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: `${smtp}`,
    SMTP_TLS: 'none',
    SMTP_FROM: 'Demarc <demarc@northshore.example>',
  })
  const wire = (ground: Parameters<typeof wired>[0]) => {
    const parts = wired(ground)
    another = parts.anotherMsp
    return parts
  }
  const server = await runServer({ configuration, wire, write: () => undefined })
  return { ...server, link: await another!() }
}

async function setUp(origin: string, link: string) {
  let cookie = ''
  const send = (method: string, path: string, body?: object) =>
    fetch(`${origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin, cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const who = { name: 'Dana Whitfield', email: 'dana@northshore.example', password: 'gravel otter window lamp' }
  const token = new URL(link).searchParams.get('token')
  const made = await send('POST', '/api/auth/set-up', { token, organization: msp, ...who })
  cookie = made.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const { tenants } = (await (await send('GET', '/api/session')).json()) as { tenants: [{ id: string }] }
  return { tenant: tenants[0].id, post: async (path: string, body: object) => (await send('POST', path, body)).status }
}
