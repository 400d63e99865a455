// Everything that an operator can set: one environment variable each, what it means, and how its text is read. docs/configuration.md is made from this.
import { z } from 'zod'
import { addressRanges, mailDomains, publicOrigin, secretText, wholeNumber, yesOrNo } from './values.ts'

const text = z.string().min(1, 'write something, or leave the variable out')

/** Of each setting, what the table of docs/configuration.md says; `secret`: may also come from the file that NAME_FILE names. */
const server = {
  HOST: text.default('localhost').meta({
    description:
      'The address to listen on. `localhost` takes no request from other machines; in a container write `0.0.0.0`.',
  }),
  PORT: wholeNumber(0, 65_535).default(4400).meta({ description: 'The port to listen on; 0 takes any that is free.' }),
  DEMARC_URL: publicOrigin.optional().meta({
    description:
      'The address that people type. It goes into links and passkeys, and requests that change something must come from it. Must be https unless the host is this machine.',
    example: 'https://demarc.example.com',
    standard: '`http://localhost:PORT`',
  }),
  DEMARC_SECRET: secretText.optional().meta({
    description:
      'What sessions are signed with and stored secrets are encrypted with; at least 32 random characters, the same for every process. On SQLite it is made once and kept beside the database as `demarc.secret` (mode 0600). On PostgreSQL it must be given: kept in the database, it would lie in every backup together with what it protects.',
    secret: true,
    standard: 'made once (SQLite)',
  }),
  DEMARC_SECRET_BEFORE: secretText.optional().meta({
    description:
      'What `DEMARC_SECRET` was until now, where you change it: at the start what the earlier one encrypted is encrypted with the new one. Leave it out again afterwards (docs/running.md).',
    secret: true,
    standard: 'none',
  }),
  TRUSTED_PROXIES: addressRanges.default([]).meta({
    description:
      'Addresses or ranges of the proxies in front, separated by commas. Only from them are `X-Forwarded-For` and `X-Request-Id` believed.',
    example: '10.0.0.0/8, fd00::/8',
    standard: 'none',
  }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'write debug, info, warn or error')
    .default('info')
    .meta({ description: '`debug`, `info`, `warn` or `error`. At `info` there is one line per request.' }),
  METRICS_TOKEN: secretText.optional().meta({
    description: '`/metrics` answers this machine, and whoever sends this as a bearer token. At least 32 characters.',
    secret: true,
    standard: 'this machine only',
  }),
  API_DOCS: yesOrNo.default(true).meta({ description: 'Whether `/api/docs` and `/api/openapi.json` are served.' }),
}

const database = {
  DATABASE_URL: text.default('sqlite:./data/demarc.db').meta({
    description:
      'Where the records are: `sqlite:FILE`, or `postgres://USER:PASSWORD@HOST/DATABASE?sslmode=verify-full`.',
    secret: true,
  }),
  DATABASE_PLAINTEXT: yesOrNo.default(false).meta({
    description:
      '`yes` allows a PostgreSQL on another machine without proven TLS (`sslmode` missing, `disable`, `prefer` or `no-verify`): only where nobody else is on that network.',
  }),
}

const mail = {
  SMTP_HOST: text.optional().meta({
    description: 'The mail server. Without it, messages wait in the outbox, where the owner reads them.',
    example: 'smtp.example.com',
    standard: 'none',
  }),
  SMTP_PORT: wholeNumber(1, 65_535).default(587).meta({ description: 'Its port.' }),
  SMTP_TLS: z
    .enum(['starttls', 'implicit', 'none'], 'write starttls, implicit or none')
    .default('starttls')
    .meta({ description: '`starttls` (required, port 587), `implicit` (port 465), or `none` on this machine only.' }),
  SMTP_USER: text.optional().meta({ description: 'The name to sign in there with.', standard: 'none' }),
  SMTP_PASSWORD: text.optional().meta({ description: 'And its password.', secret: true, standard: 'none' }),
  SMTP_FROM: text
    .refine((from) => /^[^\s@]+@[^\s@]+$|^[^<>\r\n]+ <[^\s@<>]+@[^\s@<>]+>$/.test(from), 'write a mail address')
    .optional()
    .meta({ description: 'The sender of all mail.', example: 'Demarc <demarc@example.com>', standard: 'none' }),
}

const oidc = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'write the issuer’s address, such as https://login.example.com' })
    .optional()
    .meta({
      description:
        'The OpenID Connect provider for single sign-on, as its tokens say it; `/.well-known/openid-configuration` lies beneath. https, unless it runs on this machine.',
      example: 'https://login.example.com',
      standard: 'none',
    }),
  OIDC_CLIENT_ID: text.optional().meta({
    description: 'What the provider calls this server; register `DEMARC_URL/api/auth/sso/callback` there.',
    standard: 'none',
  }),
  OIDC_CLIENT_SECRET: text.optional().meta({ description: 'The secret it gave.', secret: true, standard: 'none' }),
  OIDC_NAME: text
    .default('your organization')
    .meta({ description: 'Whose sign-in it is: the button says “Sign in with …”.' }),
  OIDC_DOMAINS: mailDomains.default([]).meta({
    description: 'Whose e-mail addresses it speaks for, separated by commas; nobody else comes in that way.',
    example: 'northshore.example, elm.example',
    standard: 'all',
  }),
}

const limits = {
  WEBHOOK_PRIVATE_RANGES: addressRanges.default([]).meta({
    description: 'Private addresses that webhooks may call; all others are refused.',
    example: '10.20.0.0/16',
    standard: 'none',
  }),
  MAX_BODY_MB: wholeNumber(1, 200).default(8).meta({ description: 'The largest request, in megabytes.' }),
  REQUEST_SECONDS: wholeNumber(1, 600)
    .default(30)
    .meta({ description: 'How long a client may take to send a whole request.' }),
  REQUESTS_PER_MINUTE: wholeNumber(10, 1_000_000).default(1200).meta({
    description: 'Requests of one signed-in person or token in a minute, per process; more are answered 429.',
  }),
  STRANGER_REQUESTS_PER_MINUTE: wholeNumber(5, 1_000_000).default(120).meta({
    description:
      'Requests from one address (IPv6: one /64) in a minute that are not signed in. Signed-in people behind the same address are not held up by them.',
  }),
  STOP_SECONDS: wholeNumber(1, 600)
    .default(25)
    .meta({ description: 'How long a stopping server waits for what it accepted; then it cuts.' }),
  DRAIN_SECONDS: wholeNumber(0, 300).default(0).meta({
    description:
      'How long a stopping server still takes new requests while `/readyz` already fails, for a load balancer to notice.',
  }),
}

export const groups = { Server: server, Database: database, Mail: mail, 'Single sign-on': oidc, Limits: limits }

export const Settings = z.strictObject({ ...server, ...database, ...mail, ...oidc, ...limits })
export type Settings = z.output<typeof Settings>
