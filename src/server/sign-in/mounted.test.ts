import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRoutes } from '../open-routes.ts'
import { browserAt, doorOnEachEngine } from './testing/browser.ts'
import type { Door } from './testing/browser.ts'

/** Every way in and out that exists. Whoever adds one adds it here, and says why in the review. */
const mounted = [
  'GET /api/session',
  'POST /api/auth/sign-out',
  'GET /api/auth/sessions',
  'DELETE /api/auth/sessions',
  'DELETE /api/auth/sessions/{session}',
  'POST /api/auth/prove/password',
  'POST /api/auth/prove/code',
  'POST /api/auth/prove/passkey',
  'POST /api/auth/password',
  'POST /api/auth/code',
  'POST /api/auth/recovery-code',
  'POST /api/auth/link',
  'POST /api/auth/link/confirm',
  'POST /api/auth/passkey/options',
  'POST /api/auth/passkey',
  'POST /api/auth/sso',
  'POST /api/auth/sso/link',
  'GET /api/auth/sso/callback',
  'POST /api/auth/set-up',
  'GET /api/auth/passkeys',
  'POST /api/auth/passkeys/options',
  'POST /api/auth/passkeys',
  'PATCH /api/auth/passkeys/{passkey}',
  'DELETE /api/auth/passkeys/{passkey}',
  'POST /api/auth/totp',
  'POST /api/auth/totp/confirm',
  'DELETE /api/auth/totp',
  'POST /api/auth/totp/recovery-codes',
  'PATCH /api/auth/me',
  'PUT /api/auth/me/password',
  'POST /api/auth/me/email',
  'POST /api/auth/me/email/confirm',
  'POST /api/auth/forgotten-password',
  'POST /api/auth/forgotten-password/reset',
]

const session = `ses_${'0'.repeat(26)}`
const passkey = `pk_${'0'.repeat(26)}`

test('the routes of sign-in are these', () => {
  expect(openRoutes.map(({ method, path }) => `${method} ${path}`)).toEqual(mounted)
})

describe.each(doorOnEachEngine.slice(0, 1))('sign-in as it is mounted', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door.close())

  test('nothing of the library below is reachable', async () => {
    const { api } = door.signIn.auth
    const paths = Object.values(api).flatMap((endpoint) => (endpoint as { readonly path?: string }).path ?? [])
    expect(paths.length).toBeGreaterThan(30)
    const ours = new Set(mounted.map((one) => one.split(' ')[1]))
    for (const path of paths.map((one) => `/api/auth${one.replaceAll(/:\w+/g, 'x')}`)) {
      if (ours.has(path)) continue
      for (const method of ['GET', 'POST'] as const) {
        const answer = await browserAt(door.app).send(method, path)
        expect([path, method, answer.status]).toEqual([path, method, 404])
      }
    }
  })

  test.each(
    openRoutes.filter(({ asks }) => asks !== 'nobody').map((route) => [`${route.method} ${route.path}`, route]),
  )('%s asks who one is', async (_, route) => {
    const url = route.path.replace('{session}', session).replace('{passkey}', passkey)
    const body = {
      code: '123456',
      password: 'gravel otter window',
      name: 'A key',
      email: 'a@x.example',
      answer: { id: 'x', type: 'public-key', response: {} },
    }
    const taken = Object.keys((route.body as { readonly shape?: object } | undefined)?.shape ?? {})
    const sent = Object.fromEntries(Object.entries(body).filter(([name]) => taken.includes(name)))
    const answer = await browserAt(door.app).send(route.method, url, taken.length > 0 ? sent : undefined)
    expect([answer.status, answer.json<{ type: string }>().type]).toEqual([401, '/problems/unauthenticated'])
  })

  test.each(
    openRoutes.filter(({ asks }) => asks === 'fresh session').map((route) => [`${route.method} ${route.path}`, route]),
  )('%s asks to prove it again', async (_, route) => {
    const email = `${route.name.toLowerCase()}@northshore.example`
    const id = await door.person(email, 'gravel otter window lamp')
    const one = browserAt(door.app, `192.0.2.${openRoutes.indexOf(route)}`)
    await one.send('POST', '/api/auth/password', { email, password: 'gravel otter window lamp' })
    await door.signIn.store.writeSystem(({ sql }) =>
      sql.updateTable('sessions').set({ fresh_at: '2026-01-01T00:00:00.000Z' }).where('user_id', '=', id).execute(),
    )
    const url = route.path.replace('{passkey}', passkey)
    const body = {
      code: '123456',
      password: 'marble kettle orchard',
      name: 'A key',
      email: 'a@x.example',
      answer: { id: 'x', type: 'public-key', response: {} },
    }
    const taken = Object.keys((route.body as { readonly shape?: object } | undefined)?.shape ?? {})
    const sent = Object.fromEntries(Object.entries(body).filter(([name]) => taken.includes(name)))
    const answer = await one.send(route.method, url, taken.length > 0 ? sent : undefined)
    expect([answer.status, answer.json<{ issues: unknown }>().issues]).toEqual([
      403,
      [{ at: 'session', message: 'fresh-sign-in-needed' }],
    ])
  })
})
