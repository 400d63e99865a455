import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import { readConfiguration } from './configuration.ts'
import type { Environment } from './configuration.ts'
import { configurationTable } from './configuration-table.ts'
import { secretOf } from './secret.ts'

const secret = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'
const postgres = 'postgres://demarc:pw-not-to-be-told@db.example.com/demarc'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'demarc-configuration-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function refusalOf(read: () => unknown): Refusal {
  try {
    read()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const said = (env: Environment) => {
  const { message, issues } = refusalOf(() => readConfiguration(env))
  return [message, ...issues.map((issue) => `${issue.at}: ${issue.message}`)].join('\n')
}

test('nothing has to be set', () => {
  expect(readConfiguration({})).toMatchObject({
    DATABASE_URL: 'sqlite:./data/demarc.db',
    DEMARC_URL: 'http://localhost:4400',
    HOST: 'localhost',
    PORT: 4400,
  })
})

test('what is set and empty is not set', () => {
  expect(readConfiguration({ PORT: '', DEMARC_URL: '' }).DEMARC_URL).toBe('http://localhost:4400')
})

describe('nonsense is refused with the name and what to write', () => {
  test.each<[Environment, string]>([
    [{ PORT: 'http' }, 'PORT: write a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT: write a whole number from 0 to 65535'],
    [{ PORT: '1e3' }, 'PORT: write a whole number'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: write debug, info, warn or error'],
    [{ API_DOCS: 'true' }, 'API_DOCS: write yes or no'],
    [{ DEMARC_URL: 'demarc.example.com' }, 'DEMARC_URL: write the address that people type'],
    [
      { DEMARC_URL: 'https://a.example/x' },
      'DEMARC_URL: Demarc answers at the root of a host: write https://a.example',
    ],
    [{ DEMARC_URL: 'http://a.example' }, 'DEMARC_URL: browsers keep a session safe over https only'],
    [{ DEMARC_SECRET: 'short' }, 'DEMARC_SECRET: it is too short to be safe'],
    [{ DEMARC_SECRET: 'a'.repeat(40) }, 'DEMARC_SECRET: it repeats itself'],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES: “0.0.0.0/0” is every address there is'],
    [{ WEBHOOK_PRIVATE_RANGES: '::/0' }, 'WEBHOOK_PRIVATE_RANGES: “::/0” is every address there is'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, all' }, 'TRUSTED_PROXIES: “all” is no address and no range'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: DATABASE_URL starts with neither sqlite: nor postgres://'],
    [
      { DATABASE_URL: postgres, DEMARC_SECRET: secret },
      'DATABASE_URL: the way to this PostgreSQL could be read by others',
    ],
    [{ DATABASE_URL: `${postgres}?sslmode=disable`, DEMARC_SECRET: secret }, 'could be read by others'],
    [{ DATABASE_URL: `${postgres}?sslmode=verify-full` }, 'DEMARC_SECRET: it is needed with PostgreSQL'],
    [{ SMTP_FROM: 'a@b.example' }, 'SMTP_HOST: it is missing, and SMTP_FROM is set'],
    [{ SMTP_HOST: 'm.example', SMTP_FROM: 'a@b.example', SMTP_TLS: 'none' }, 'SMTP_TLS: none sends mail in clear'],
    [{ SMTP_HOST: 'm.example', SMTP_FROM: 'a@b.example', SMTP_USER: 'u' }, 'SMTP_USER and SMTP_PASSWORD go together'],
    [{ OIDC_ISSUER: 'https://login.example.com' }, 'OIDC_CLIENT_ID: it is missing'],
    [{ OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER: who signs in is told in clear; write an https address'],
    [{ OIDC_DOMAINS: 'northshore.example, northshore' }, 'OIDC_DOMAINS: “northshore” is no domain of mail addresses'],
    [{ OIDC_ISSUER: 'login' }, 'OIDC_ISSUER: write the issuer’s address'],
    [{ DEMARC_SECRETS: secret }, 'DEMARC_SECRETS: there is no such variable; did you mean DEMARC_SECRET?'],
    [{ METRICS_TOKEN: 'x' }, 'METRICS_TOKEN: it is too short'],
  ])('%o', (env, words) => expect(said(env)).toContain(words))

  test('all of it at once, and never a secret', () => {
    const all = said({ PORT: 'x', DATABASE_URL: postgres, DEMARC_SECRET: 'short-secret', METRICS_TOKEN: 'my-token' })
    for (const name of ['PORT', 'DEMARC_SECRET', 'METRICS_TOKEN']) expect(all).toContain(`${name}: `)
    for (const hidden of ['pw-not-to-be-told', 'short-secret', 'my-token']) expect(all).not.toContain(hidden)
  })
})

describe('PostgreSQL', () => {
  test.each([
    ['with proven TLS', { DATABASE_URL: `${postgres}?sslmode=verify-full` }],
    ['in clear when told', { DATABASE_URL: postgres, DATABASE_PLAINTEXT: 'yes' }],
    ['on this machine', { DATABASE_URL: 'postgres://demarc@127.0.0.1/demarc' }],
    ['by a socket', { DATABASE_URL: 'postgres://demarc@localhost/demarc?host=%2Frun%2Fpostgresql' }],
  ])('%s is taken', (_, env) => {
    expect(readConfiguration({ ...env, DEMARC_SECRET: secret }).DEMARC_SECRET).toBe(secret)
  })
})

describe('a secret from a file', () => {
  test('its line break is no part of it', () => {
    const file = join(folder(), 'token')
    writeFileSync(file, `${secret}\r\n`)
    expect(readConfiguration({ METRICS_TOKEN_FILE: file }).METRICS_TOKEN).toBe(secret)
  })

  test('not both, and not one that is missing', () => {
    const file = join(folder(), 'none')
    expect(said({ METRICS_TOKEN_FILE: file, METRICS_TOKEN: secret })).toContain('METRICS_TOKEN and METRICS_TOKEN_FILE')
    expect(said({ METRICS_TOKEN_FILE: file })).toContain('cannot be read (ENOENT)')
    expect(said({ DEMARC_PORT_FILE: file })).toContain('DEMARC_PORT_FILE: there is no such variable')
  })
})

describe('the secret that was not given', () => {
  test('is made once and kept for its owner alone', () => {
    const place = folder()
    const configuration = readConfiguration({ DATABASE_URL: `sqlite:${join(place, 'new', 'demarc.db')}` })
    const made = secretOf(configuration)
    expect(Buffer.from(made, 'base64')).toHaveLength(33)
    const file = join(place, 'new', 'demarc.secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(file, 0o644)
    expect(secretOf(configuration)).toBe(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('one that was lost is not made again in silence', () => {
    const place = folder()
    writeFileSync(join(place, 'demarc.secret'), '')
    const configuration = readConfiguration({ DATABASE_URL: `sqlite:${join(place, 'demarc.db')}` })
    expect(refusalOf(() => secretOf(configuration)).message).toContain('holds no secret')
  })
})

test.each([
  ['10.0.0.0/8', '10.200.1.1', true],
  ['10.0.0.0/8', '::ffff:10.0.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['192.168.1.7', '192.168.1.7', true],
  ['192.168.1.7', '192.168.1.8', false],
  ['fd00::/8', 'fd12::1', true],
  ['fd00::/8', '10.0.0.1', false],
  ['fd00::/8', 'no address', false],
])('%s holds %s: %s', (range, address, answer) => {
  expect(readConfiguration({ TRUSTED_PROXIES: range }).TRUSTED_PROXIES.some(({ contains }) => contains(address))).toBe(
    answer,
  )
})

test('docs/configuration.md is what the schema says; npm run api writes it', () => {
  const file = join(import.meta.dirname, '../../../docs/configuration.md')
  expect(readFileSync(file, 'utf8')).toBe(configurationTable())
})
