// The pages as people see them: nothing overflows, axe finds no fault, and what somebody typed stays text.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser as Chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpLink } from '../../usecases/sign-in/set-up.ts'
import { browserAt, doorOnEachEngine } from './testing/browser.ts'
import type { Door } from './testing/browser.ts'

const program = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim()
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const origin = 'http://localhost:4400'
const sso = { name: 'North Shore', issuer: 'https://idp.example', clientId: 'a', clientSecret: 'b', domains: [] }

describe('the pages of signing in', () => {
  let door: Door
  let setUp: string
  beforeAll(async () => {
    door = await doorOnEachEngine[0]!.open({ origin, singleSignOn: sso }, 'empty')
    setUp = (await setUpLink(door.signIn))!.slice(origin.length)
  })
  afterAll(() => door.close())

  const get = (url: string) => door.app.inject({ url })

  test('no script, no style and no handler stands in them; a form goes only home or to the issuer', async () => {
    for (const url of [
      '/sign-in',
      '/sign-in/code',
      '/sign-in/link',
      '/forgotten',
      '/magic?token=x',
      '/invitation',
      setUp,
    ]) {
      const { body, headers } = await get(url)
      expect(body).not.toMatch(/<style|<script(?! type="module" src="\/assets\/)|\son\w+=|style=|javascript:/)
      expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
      expect(headers['content-security-policy']).toContain("form-action 'self' https://idp.example;")
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    }
  })

  test.each(['"><script>alert(1)</script>', "' autofocus onfocus=alert(1) x='", '&lt;b&gt;', '</title><h1>'])(
    'what somebody typed stays text: %s',
    async (typed) => {
      const token = new URL(setUp, origin).searchParams.get('token')!
      const sent = await door.app.inject({
        method: 'POST',
        url: '/set-up',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          token,
          organization: typed,
          name: typed,
          email: typed,
          password: typed,
        }).toString(),
      })
      expect(sent.statusCode).toBe(400)
      expect(sent.body).not.toContain(typed)
      expect(sent.body).toContain(
        typed
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
          .replaceAll("'", '&#39;'),
      )
    },
  )

  test('the files are sent to be kept, under a name that changes with them', async () => {
    const [, address] = /href="(\/assets\/sign-in-\w+\.css)"/.exec((await get('/sign-in')).body)!
    const { headers, statusCode } = await get(address!)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(headers['content-type']).toBe('text/css; charset=utf-8')
  })

  test('who is signed in is not asked again', async () => {
    await door.person('robin@x.example', 'gravel otter window lamp')
    const one = browserAt(door.app)
    const entered = await door.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ email: 'robin@x.example', password: 'gravel otter window lamp' }).toString(),
    })
    expect(entered.headers['location']).toBe('/')
    for (const set of [entered.headers['set-cookie'] ?? []].flat()) {
      const [name, value] = set.split(';')[0]!.split('=')
      one.cookies.set(name!, value!)
    }
    expect((await one.send('GET', '/sign-in')).headers['location']).toBe('/')
  })

  describe.skipIf(program === '')('in Chromium', () => {
    let browser: Chromium
    let address: string
    beforeAll(async () => {
      address = await door.app.listen({ host: 'localhost', port: 0 })
      browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    })
    afterAll(() => browser.close())

    test.each([
      [1280, 'light'],
      [390, 'dark'],
      [320, 'light'],
    ] as const)('at %i pixels, %s: nothing overflows, and axe finds no fault', async (width, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true })
      for (const url of [
        '/sign-in',
        '/sign-in?sso=failed',
        '/sign-in/code',
        '/forgotten',
        '/magic?token=x',
        '/invitation#x',
        setUp,
      ]) {
        await page.goto(address.replace('[::1]', 'localhost') + url)
        await page.addScriptTag({ content: axeScript })
        const found = await page.evaluate(async () => {
          const { axe, document } = globalThis as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
            document: { documentElement: { scrollWidth: number; clientWidth: number } }
          }
          const { violations } = await axe.run()
          const { scrollWidth, clientWidth } = document.documentElement
          return { faults: violations.map(({ id, nodes }) => [id, nodes[0]?.html]), over: scrollWidth - clientWidth }
        })
        expect([url, found]).toEqual([url, { faults: [], over: 0 }])
      }
      await page.close()
    })
  })
})
