// What the doctor looks at. Each throws a refusal, or says what it found.
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Configuration } from '../../server/configuration/configuration.ts'
import { secretOf } from '../../server/configuration/secret.ts'
import { databaseAddress } from '../../usecases/database-address.ts'
import { databaseStanding } from '../../usecases/database-standing.ts'
import { openServices } from '../../usecases/open-services.ts'
import { good, mind, wrong } from './remark.ts'
import type { Finding } from './remark.ts'

type Checkup = (configuration: Configuration) => Promise<readonly Finding[]>

export const checkups: Readonly<Record<string, Checkup>> = {
  runtime,
  secret,
  database,
  disk,
  clock,
  address,
  mail,
  pdf,
}

async function runtime() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  return [major >= 24 ? good(`Node ${process.versions.node}`) : wrong(`Node ${process.versions.node}; Demarc needs 24`)]
}

async function secret(configuration: Configuration) {
  const given = configuration.DEMARC_SECRET !== undefined
  const length = secretOf(configuration).length
  return [good(given ? `given, ${length} characters` : `kept beside the database, ${length} characters`)]
}

async function database(configuration: Configuration) {
  const services = await openServices(configuration.DATABASE_URL)
  try {
    const { database: there, program } = await databaseStanding(services)
    const engine = services.store.engine === 'sqlite' ? 'SQLite, write-ahead log' : 'PostgreSQL'
    if (there !== program) return [wrong(`its schema is ${there}, this program’s ${program}; start the newest version`)]
    return [good(`${engine}; answers, schema ${there} of ${program}`)]
  } finally {
    await services.store.close()
  }
}

/** Bytes: below one, writes will soon fail; below the other, it is time to make room. */
const scarce = { wrong: 200 * 1024 ** 2, mind: 2 * 1024 ** 3 }

async function disk({ DATABASE_URL }: Configuration) {
  const place = databaseAddress(DATABASE_URL)
  if (place.engine === 'postgres') return [good('the records are with PostgreSQL; watch the disk there')]
  accessSync(place.folder, constants.W_OK)
  const { bavail, bsize } = statfsSync(place.folder)
  const free = bavail * bsize
  const words = `${(free / 1024 ** 3).toFixed(1)} GB free in ${place.folder}`
  const room =
    free < scarce.wrong
      ? wrong(`${words}: make room`)
      : free < scarce.mind
        ? mind(`${words}: make room soon`)
        : good(words)
  const open = process.platform !== 'win32' && existsSync(place.file) && (statSync(place.folder).mode & 0o007) !== 0
  return [
    room,
    ...(open ? [mind(`other users of this machine may look into ${place.folder}: chmod 700 ${place.folder}`)] : []),
  ]
}

async function clock() {
  const year = new Date().getUTCFullYear()
  const built = new Date(statSync(join(import.meta.dirname, '..', '..', '..', 'package.json')).mtimeMs)
  if (Date.now() + 86_400_000 < built.getTime())
    return [wrong('the clock is behind the day of this installation; set it (NTP)')]
  return [good(`${new Date().toISOString()}${year < 2026 ? '; that is before Demarc was made' : ''}`)]
}

async function address({ DEMARC_URL, HOST, TRUSTED_PROXIES }: Configuration) {
  const outside = !['localhost', '127.0.0.1', '::1'].includes(HOST)
  const findings = [good(`people come to ${DEMARC_URL}`)]
  if (outside && !DEMARC_URL.startsWith('https:'))
    findings.push(
      mind(`it listens on ${HOST} without TLS: put a proxy in front and set DEMARC_URL to its https address`),
    )
  if (DEMARC_URL.startsWith('https:') && TRUSTED_PROXIES.length === 0)
    findings.push(
      mind('TRUSTED_PROXIES is empty: behind a proxy all people would have its address in the log and in the limits'),
    )
  return findings
}

const patience = 5000

async function mail({ SMTP_HOST, SMTP_PORT }: Configuration) {
  if (SMTP_HOST === undefined) return [mind('no SMTP_HOST: messages wait in the outbox, where the owner reads them')]
  const reached = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: SMTP_HOST, port: SMTP_PORT, timeout: patience })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
  const where = `${SMTP_HOST}:${SMTP_PORT}`
  return [
    reached
      ? good(`${where} answers`)
      : wrong(`${where} does not answer; look at SMTP_HOST, SMTP_PORT and the firewall`),
  ]
}

/** The binary of this machine loads, and the shipped faces can be read. */
async function pdf() {
  const [{ typst }, { fontFiles, fontSets }] = await Promise.all([
    import('../../documents/pdf/typst-binary.ts'),
    import('../../documents/pdf/fonts.ts'),
  ])
  typst()
  const faces = fontSets.reduce((sum, set) => sum + fontFiles(set).length, 0)
  return [good(`the compiler loads, and ${faces} fonts are there`)]
}
