// What the doctor finds on the network: the address that people come to, the port, and the mail server.
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Configuration } from '../../server/configuration/configuration.ts'
import { mailServer } from '../../server/configuration/mail-server.ts'
import { greetMailServer } from '../../usecases/delivery/smtp-mailer.ts'
import { good, mind, wrong } from './remark.ts'
import type { Finding } from './remark.ts'

export async function address({ DEMARC_URL, HOST, TRUSTED_PROXIES }: Configuration): Promise<readonly Finding[]> {
  const outside = !['localhost', '127.0.0.1', '::1'].includes(HOST)
  const https = DEMARC_URL.startsWith('https:')
  return [
    good(`people come to ${DEMARC_URL}`),
    ...(outside && !https
      ? [mind(`it listens on ${HOST} without TLS: put a proxy in front and set DEMARC_URL to its https address`)]
      : []),
    ...(https && TRUSTED_PROXIES.length === 0
      ? [
          mind(
            'TRUSTED_PROXIES is empty: behind a proxy all people would have its address in the log and in the limits',
          ),
        ]
      : []),
  ]
}

/** Milliseconds. */
const patience = 5000

export async function port({ HOST, PORT }: Configuration): Promise<readonly Finding[]> {
  if (PORT === 0) return [good('any that is free')]
  const server = createServer().listen(PORT, HOST)
  const code = await once(server, 'listening').then(
    () => '',
    (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
  )
  if (code === '') {
    server.close()
    return [good(`${HOST}:${PORT} is free`)]
  }
  if (code === 'EACCES') return [wrong(`this user may not listen on ${PORT}: choose a port above 1023`)]
  if (code !== 'EADDRINUSE') return [wrong(`${HOST} is no address of this machine (${code}): look at HOST`)]
  return (await isDemarc(HOST, PORT))
    ? [good(`a Demarc runs at ${HOST}:${PORT}`)]
    : [wrong(`${HOST}:${PORT} is taken by another program: stop it, or choose another PORT`)]
}

async function isDemarc(host: string, at: number): Promise<boolean> {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host)
  try {
    const answer = await fetch(`http://${name}:${at}/healthz`, { signal: AbortSignal.timeout(patience) })
    return (await answer.text()) === '{"status":"alive"}'
  } catch {
    return false
  }
}

export async function mail(configuration: Configuration): Promise<readonly Finding[]> {
  const server = mailServer(configuration)
  if (server === undefined) return [mind('no SMTP_HOST: messages wait in the outbox, where the owner reads them')]
  const where = `${server.host}:${server.port}`
  try {
    await greetMailServer({ ...server, patience })
    return [good(`${where} answers${server.login === undefined ? '' : `, and lets ${server.login.user} in`}`)]
  } catch (error) {
    return [wrong(`${where}: ${(error as Error).message}; look at SMTP_HOST, SMTP_PORT, SMTP_TLS and the firewall`)]
  }
}
