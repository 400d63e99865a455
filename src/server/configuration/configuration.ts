// The configuration of a server, read from its environment; nonsense is refused with the variable's name and what to write.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Issue } from '../../core/issue.ts'
import { nearest } from '../../core/nearest.ts'
import { Refusal } from '../../core/refusal.ts'
import { databaseAddress } from '../../usecases/database-address.ts'
import { Settings } from './settings.ts'
import { isLoopbackName } from './values.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface Configuration extends Settings {
  readonly DEMARC_URL: string
}

const names = Object.keys(Settings.shape) as readonly (keyof typeof Settings.shape)[]
const secrets = names.filter((name) => Settings.shape[name].meta()?.['secret'] === true)

/** Throws a refusal with one issue a variable. An empty variable is one that was not given. */
export function readConfiguration(env: Environment): Configuration {
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = valueOf(name, env)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const read = Settings.safeParse(given)
  const issues = [...strangers(env), ...(read.success ? contradictions(read.data) : said(read.error))]
  if (!read.success || issues.length > 0)
    throw new Refusal('invalid', 'the configuration is not right (docs/configuration.md has every variable)', issues)
  return { ...read.data, DEMARC_URL: read.data.DEMARC_URL ?? `http://localhost:${read.data.PORT}` }
}

function valueOf(name: (typeof names)[number], env: Environment): string | undefined {
  const direct = env[name] === '' ? undefined : env[name]
  const file = secrets.includes(name) ? env[`${name}_FILE`] : undefined
  if (file === undefined || file === '') return direct
  if (direct !== undefined)
    throw new Refusal('invalid', `${name} and ${name}_FILE are both set: give one of them and leave out the other`)
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new Refusal('invalid', `${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** Zod's words without the value: it may be a secret. */
function said(error: z.ZodError): readonly Issue[] {
  return error.issues.map(({ path, message }) => ({ at: String(path[0]), message }))
}

/** A name of ours that is none: a slip of the pen would otherwise pass in silence. */
function strangers(env: Environment): readonly Issue[] {
  return Object.keys(env)
    .filter((name) => /^(?:DEMARC|SMTP|OIDC)_/.test(name) && !knownNames.includes(name))
    .map((name) => {
      const close = nearest(name, knownNames)
      return { at: name, message: `there is no such variable${close === undefined ? '' : `; did you mean ${close}?`}` }
    })
}

/** Of the command line, and of our own tests. */
const notOfTheServer = ['DEMARC_HOME', 'DEMARC_TEST_POSTGRES', 'DEMARC_TEST_PICTURES', 'DEMARC_SOAK_RUNS']

export const knownNames: readonly string[] = [...names, ...secrets.map((name) => `${name}_FILE`), ...notOfTheServer]

function contradictions(settings: Settings): readonly Issue[] {
  return [...databaseFaults(settings), ...mailFaults(settings), ...oidcFaults(settings)]
}

function databaseFaults({ DATABASE_URL, DATABASE_PLAINTEXT, DEMARC_SECRET }: Settings): readonly Issue[] {
  const address = addressOr(DATABASE_URL)
  if (address instanceof Refusal) return [{ at: 'DATABASE_URL', message: address.message }]
  if (address.engine === 'sqlite') return []
  const issues: Issue[] = []
  if (!address.onThisMachine && !address.proven && !DATABASE_PLAINTEXT)
    issues.push({
      at: 'DATABASE_URL',
      message:
        'the way to this PostgreSQL could be read by others: add ?sslmode=verify-full, or set DATABASE_PLAINTEXT=yes if nobody else is on that network',
    })
  if (DEMARC_SECRET === undefined)
    issues.push({
      at: 'DEMARC_SECRET',
      message:
        'it is needed with PostgreSQL, the same for every process; write 32 random characters: openssl rand -base64 33',
    })
  return issues
}

function addressOr(url: string) {
  try {
    return databaseAddress(url)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function mailFaults({ SMTP_HOST, SMTP_FROM, SMTP_TLS, SMTP_USER, SMTP_PASSWORD }: Settings): readonly Issue[] {
  if (SMTP_HOST === undefined) {
    const given = Object.entries({ SMTP_FROM, SMTP_USER, SMTP_PASSWORD }).find(([, value]) => value !== undefined)
    return given === undefined ? [] : [{ at: 'SMTP_HOST', message: `it is missing, and ${given[0]} is set` }]
  }
  const issues: Issue[] = []
  if (SMTP_FROM === undefined) issues.push({ at: 'SMTP_FROM', message: 'it is missing: who sends the mail?' })
  if ((SMTP_USER === undefined) !== (SMTP_PASSWORD === undefined))
    issues.push({ at: 'SMTP_PASSWORD', message: 'SMTP_USER and SMTP_PASSWORD go together: set both or neither' })
  if (SMTP_TLS === 'none' && !['localhost', '127.0.0.1', '::1'].includes(SMTP_HOST))
    issues.push({ at: 'SMTP_TLS', message: 'none sends mail in clear; write starttls or implicit for another machine' })
  return issues
}

function oidcFaults({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Settings): readonly Issue[] {
  if (OIDC_ISSUER?.startsWith('http:') === true && !isLoopbackName(new URL(OIDC_ISSUER).hostname))
    return [{ at: 'OIDC_ISSUER', message: 'who signs in is told in clear; write an https address' }]
  const parts = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []))
  if (missing.length === 0 || missing.length === 3) return []
  return missing.map((at) => ({
    at,
    message: 'it is missing: single sign-on needs issuer, client id and client secret',
  }))
}
