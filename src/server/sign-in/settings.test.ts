import { describe, expect, test } from 'vitest'
import { checkedSettings, cookiesOf } from '../../usecases/sign-in/settings.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { singleSignOnFrom } from './single-sign-on-from.ts'
import { settings } from './testing/browser.ts'

test.each([
  ['https://demarc.example', { prefix: '__Host-demarc', secure: true }],
  ['https://localhost:4400', { prefix: '__Host-demarc', secure: true }],
  ['http://localhost:4400', { prefix: 'demarc-4400', secure: false }],
  ['http://localhost', { prefix: 'demarc-80', secure: false }],
])('the cookies of %s', (origin, cookies) => {
  expect(cookiesOf(origin)).toEqual(cookies)
})

describe('settings that would not be safe are refused', () => {
  test.each([
    ['no TLS elsewhere than here', { origin: 'http://demarc.example' }, /https only/],
    ['a path', { origin: 'https://demarc.example/app' }, /scheme and a host/],
    ['no address', { origin: 'demarc.example' }, /scheme and a host/],
    ['a short secret', { secret: 'short' }, /32 characters/],
    [
      'an issuer without TLS',
      { singleSignOn: { name: 'x', issuer: 'http://idp.example', clientId: 'a', clientSecret: 'b', domains: [] } },
      /https/,
    ],
  ])('%s', (_, given, words) => {
    expect(() => checkedSettings({ ...settings, ...given })).toThrow(words)
  })
})

describe('single sign-on from the configuration', () => {
  const whole = {
    OIDC_ISSUER: 'https://idp.example',
    OIDC_CLIENT_ID: 'demarc',
    OIDC_CLIENT_SECRET: 'kept to itself',
    OIDC_DOMAINS: 'NorthShore.example, @client.example,',
  }

  test('none where nothing says so', () => {
    expect(singleSignOnFrom(readConfiguration({ PATH: '/bin', OIDC_ISSUER: '' }))).toBeUndefined()
  })

  test('all of it', () => {
    expect(singleSignOnFrom(readConfiguration(whole))).toEqual({
      name: 'your organization',
      issuer: 'https://idp.example',
      clientId: 'demarc',
      clientSecret: 'kept to itself',
      domains: ['northshore.example', 'client.example'],
    })
  })

  test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('%s alone missing', (name) => {
    const refused = () => readConfiguration({ ...whole, [name]: '' })
    expect(refused).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ at: name })] }) as Error)
  })
})
