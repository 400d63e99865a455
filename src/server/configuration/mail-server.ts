// The mail server that the configuration names, as the mailer wants it.
import type { SmtpSettings } from '../../usecases/delivery/smtp-mailer.ts'
import type { Configuration } from './configuration.ts'

const security = { starttls: 'starttls', implicit: 'tls', none: 'none' } as const

/** Undefined: messages wait in the outbox. */
export function mailServer(configuration: Configuration): SmtpSettings | undefined {
  const { SMTP_HOST, SMTP_PORT, SMTP_TLS, SMTP_USER, SMTP_PASSWORD, SMTP_FROM } = configuration
  if (SMTP_HOST === undefined || SMTP_FROM === undefined) return undefined
  return {
    host: SMTP_HOST,
    port: SMTP_PORT,
    security: security[SMTP_TLS],
    from: SMTP_FROM,
    ...(SMTP_USER !== undefined &&
      SMTP_PASSWORD !== undefined && { login: { user: SMTP_USER, password: SMTP_PASSWORD } }),
  }
}
