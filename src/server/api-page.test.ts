// The page of the API in a real browser: under our own policy, and far enough for a stranger to drive the API with a token.
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../../test/support/machine.ts'
import { apiOnEachEngine } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'
import { appOf } from './app.ts'
import { bareEdge } from './edge.ts'
import { Refusal } from '../core/refusal.ts'

const executablePath = await program('chromium')

describe.skipIf(executablePath === undefined)('the page of the API', () => {
  let api: AskedApi
  let browser: Browser
  let page: Page
  let origin = ''
  const reports: string[] = []

  beforeAll(async () => {
    api = await apiOnEachEngine[0]!.open()
    const { actor } = api.world.ours.owner
    const app = appOf({
      services: api.world.services,
      edge: { ...bareEdge, origin: () => origin },
      authenticate: async ({ headers }) => {
        if (headers.authorization === 'Bearer good-token') return actor
        throw new Refusal('unauthenticated', 'sign in first')
      },
    })
    await app.listen({ host: '127.0.0.1', port: 0 })
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    api.app.addHook('onClose', () => app.close())
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 1280, height: 1600 } })
    page.on('console', (message) => {
      if (message.type() === 'error' || /content security policy/i.test(message.text())) reports.push(message.text())
    })
    page.on('pageerror', (error) => reports.push(error.message))
    await page.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => console.error('CSP ' + event.violatedDirective))",
    )
    await page.goto(`${origin}/api/docs`)
    await page.getByText('Add a client').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await api?.close()
  })

  test('a stranger with a token adds a client from it', async () => {
    await page.getByRole('button', { name: 'Authorize' }).first().click()
    const dialog = page.locator('.modal-ux')
    await dialog.getByRole('textbox').first().fill('good-token')
    await dialog.getByRole('button', { name: 'Apply credentials' }).first().click()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByText('Add a client').click()
    await page.locator('#operations-Clients-createClient input').first().fill(api.world.ours.owner.actor.tenant)
    await page.locator('#operations-Clients-createClient textarea').fill('{"name":"Added from the page"}')
    await page.getByRole('button', { name: 'Execute' }).click()
    await page.locator('.live-responses-table .response-col_status').getByText('201').waitFor()
    const shot = process.env['DEMARC_TEST_PICTURES']
    if (shot !== undefined) await page.screenshot({ path: `${shot}/api-page.png`, fullPage: true })
  })

  test('nothing was against the policy, and nothing is kept in the browser', async () => {
    expect(reports).toEqual([])
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
  })

  test('no inline script would run in it', async () => {
    const other = await browser.newPage()
    const said: string[] = []
    other.on('console', (message) => said.push(message.text()))
    await other.goto(`${origin}/api/docs`)
    await other.evaluate(
      "const script = document.createElement('script'); script.textContent = 'globalThis.ran = true'; document.body.append(script)",
    )
    expect(await other.evaluate("'ran' in globalThis")).toBe(false)
    expect(said.some((line) => /content security policy/i.test(line))).toBe(true)
  })
})
