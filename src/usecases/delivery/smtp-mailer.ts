// Mail leaves through the operator's SMTP server: encrypted unless the operator said otherwise, one recipient a message.
import { createTransport } from 'nodemailer'
import { letterOf } from '../../core/letter.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** tls: from the first byte (465); starttls: required before anything is said (587); none: in clear, only within a machine */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly login?: { readonly user: string; readonly password: string }
  /** an address, or a name and an address: `Demarc <demarc@example.com>` */
  readonly from: string
  /** milliseconds without an answer; 30,000 unless told */
  readonly patience?: number
  /** certificates of the server's own authority, PEM */
  readonly authority?: string
}

export interface Mail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

/** Throws `Undelivered`. */
export interface Mailer {
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

export class Undelivered extends Error {
  /** never: it will not be otherwise the next time */
  readonly again: 'later' | 'never'

  constructor(again: 'later' | 'never', message: string) {
    super(message)
    this.name = 'Undelivered'
    this.again = again
  }
}

/** One address and nothing that could be read as more: no comma, bracket, quotation mark, space or control character. */
const address = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u

function transportTo({ host, port, security, login, patience = 30_000, authority }: SmtpSettings) {
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login !== undefined && { auth: { user: login.user, pass: login.password } }),
    tls: { minVersion: 'TLSv1.2', ...(authority !== undefined && { ca: authority }) },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Connects, greets, and signs in where a login is given; sends nothing. Throws what the server, or the way there, says. */
export async function greetMailServer(settings: SmtpSettings): Promise<void> {
  const transport = transportTo(settings)
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

export function smtpMailer(settings: SmtpSettings): Mailer {
  const { from } = settings
  const transport = transportTo(settings)
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'demarc.invalid'
  return {
    send: async ({ id, recipient, subject, body }) => {
      if (!address.test(recipient)) throw new Undelivered('never', 'the recipient is not one plain mail address')
      const letter = letterOf({ subject, body })
      try {
        await transport.sendMail({
          ...letter,
          from,
          to: { name: '', address: recipient },
          // the same at every attempt, so that a reader can tell a second copy
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw undelivered(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
}

/** RFC 5321 §4.2.1: 5yz will not be otherwise; but a refused login, the operator can mend. */
function undelivered({ code, responseCode, response, message }: SmtpError): Undelivered {
  const never = responseCode !== undefined && responseCode >= 500 && code === 'EENVELOPE'
  const refusedText = responseCode !== undefined && responseCode >= 500 && code === 'EMESSAGE'
  return new Undelivered(never || refusedText ? 'never' : 'later', (response ?? message).slice(0, 500))
}
